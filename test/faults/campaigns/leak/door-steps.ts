import { way, type Step } from './step.ts'

/** Ways before a vault is open, and into one that a reviewer opened. */

/** Before there is a vault. */
export const firstSteps: readonly Step[] = [
  way('who keeps the vault', null, ['type'], ['vault/PersonFields.tsx', 'ui/TextField.tsx']),
  way(
    'the first passphrase',
    null,
    [{ into: /^Initials/, text: 'DW' }, /^Continue/, { see: 'Choose a passphrase' }, 'type'],
    ['vault/ChoosePassphrase.tsx', 'vault/SecretField.tsx'],
  ),
  way(
    'the recovery code, from paper',
    null,
    [/^(?:Continue|Use it anyway)/, /^It is on paper/, { see: 'Once more, from paper' }, 'type'],
    ['vault/KitFields.tsx'],
  ),
]

/** For a reviewer. */
export const reviewSteps: readonly Step[] = [
  way(
    'a reviewer’s co-signature',
    'Sessions',
    [/ in draft$/, /^Co-sign/, 'type'],
    ['reviewer/CoSignAsReviewer.tsx'],
  ),
]

/** Behind the lock, where there is a backup. */
export const restoringSteps: readonly Step[] = [
  way(
    'a backup to restore',
    null,
    [{ asks: /^Restore a backup/, answer: 'the newest backup' }, { see: 'Restore this backup' }, 'type'],
    ['backup/RestoreForm.tsx'],
  ),
]

/** Behind the lock of a vault that is damaged. */
export const mendingSteps: readonly Step[] = [
  way(
    'what can be read of a damaged vault',
    null,
    ['type', /^Unlock/, { see: 'The record is damaged on the disk' }, /^See what can/, 'type'],
    ['mend/MendForm.tsx'],
  ),
]

/** Behind the lock. */
export const lockedSteps: readonly Step[] = [
  way('the passphrase of a locked vault', null, ['type'], ['vault/Unlock.tsx']),
]
