import type { RenewalAct } from '../../shared/ipc/key-calls.ts'
import type { RetentionReport } from '../../shared/ipc/retention-calls.ts'
import { useRead } from '../app/api.ts'
import { destroyedWords, erasedWords } from '../keeping/done-words.ts'
import { TaskDone } from './TaskDone.tsx'

interface RenewalDoneProps {
  readonly act: RenewalAct
  readonly onEnd: () => void
}

/** What was done under new keys, and what that means. */
export function RenewalDone({ act, onEnd }: RenewalDoneProps) {
  switch (act) {
    case 'renew':
      return <Renewed onEnd={onEnd} />
    case 'revoke':
      return <Revoked onEnd={onEnd} />
    case 'erase':
    case 'destroy':
      return <TakenAway act={act} onEnd={onEnd} />
  }
}

interface OnEnd {
  readonly onEnd: () => void
}

function Renewed({ onEnd }: OnEnd) {
  return (
    <TaskDone
      isAlone
      title="All keys are new"
      lead="The record and the private notes are encrypted under keys that nobody had before. Your passphrase and your recovery code are the same."
      facts={[
        'Whoever copied the old keys, or an old lock, opens nothing here with them.',
        'A copy of the vault from before, and a backup from before, still open as they did. Destroy those that you do not need, and make a new backup.',
        'If somebody may know the passphrase or the code, change that too.',
      ]}
      word="New"
      under="keys, behind the same passphrase and code"
      onEnd={onEnd}
    />
  )
}

function Revoked({ onEnd }: OnEnd) {
  return (
    <TaskDone
      isAlone
      title="The way in is revoked"
      lead="The record is under a key that they never had. Your passphrase, your recovery code and other reviewers’ passphrases are the same."
      facts={[
        'Their passphrase opens nothing here any more.',
        'What they copied before, and a backup from before, they can still read. Make a new backup, and destroy old ones that you do not need.',
      ]}
      word="Closed"
      under="to them, and open to everybody else as before"
      onEnd={onEnd}
    />
  )
}

/** The account that the vault itself keeps of it says how much it was. */
function TakenAway({ act, onEnd }: { readonly act: 'erase' | 'destroy' } & OnEnd) {
  const report = useRead('retention.report', {})
  const isErasing = act === 'erase'
  const counted = report.status === 'ready' ? takenWords(act, report.value) : null
  return (
    <TaskDone
      isAlone
      title={isErasing ? 'Erased' : 'Destroyed'}
      lead={counted ?? 'Reading the account of it …'}
      facts={[
        'That it was done stands in the account; what it was, nowhere.',
        isErasing
          ? 'What was copied before is not reached: a backup, a printed page, a document that somebody else has.'
          : 'A backup of the whole computer, or a copy of the vault from before, still holds them, with the passphrase that you had then.',
      ]}
      word="Gone"
      under={isErasing ? 'and the key with it that could read it' : 'and the key that could read them'}
      onEnd={onEnd}
    />
  )
}

/** Null where nothing stands in the account. */
function takenWords(
  act: 'erase' | 'destroy',
  { erasures: [erasure], destructions: [destruction] }: RetentionReport,
): string | null {
  if (act === 'destroy') return destruction === undefined ? null : destroyedWords(destruction)
  if (erasure === undefined) return null
  // Private notes go in the same moment as the charts, and stand in an account of their own.
  const isWithNotes = destruction?.destroyedAtMs === erasure.erasedAtMs && destruction.noteCount > 0
  return isWithNotes ? `${erasedWords(erasure)} ${destroyedWords(destruction)}` : erasedWords(erasure)
}
