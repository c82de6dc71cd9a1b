import { useState } from 'react'
import { parseRecoveryCode } from '../../shared/vault/recovery-code.ts'
import type { OfferedBackup } from '../../shared/ipc/backup-calls.ts'
import type { Failure } from '../../shared/ipc/failure.ts'
import { useNow } from '../app/core-clock.ts'
import { slipWords } from '../keys/proof.ts'
import { Button } from '../ui/Button.tsx'
import { Checkbox } from '../ui/Checkbox.tsx'
import { Notice } from '../ui/Notice.tsx'
import { useFocusOnArrival } from '../ui/use-focus-on-arrival.ts'
import entry from '../vault/Entry.module.css'
import { EntryDial } from '../vault/EntryDial.tsx'
import { EntryForm } from '../vault/EntryForm.tsx'
import { EntryPage } from '../vault/EntryPage.tsx'
import { SecretField } from '../vault/SecretField.tsx'
import { OfferedFacts } from './OfferedFacts.tsx'
import { offeredWords, restoreFailureWords, restorePromise } from './restore-words.ts'
import styles from './Restore.module.css'
import type { RestoreAct, Secret } from './use-restore.ts'

const words = {
  passphrase: { label: 'Passphrase of this backup', other: 'Use the recovery code' },
  recovery: { label: 'Recovery code of this backup', other: 'Use the passphrase' },
} as const

interface RestoreFormProps {
  readonly offered: OfferedBackup
  readonly restoring: RestoreAct
  readonly onLeave: () => void
}

/** What would be restored and what would become of what is here, before anything happens. */
export function RestoreForm({ offered, restoring, onLeave }: RestoreFormProps) {
  const [wasAsked, setWasAsked] = useState(false)
  const { secret, failure } = restoring
  const title = useFocusOnArrival<HTMLHeadingElement>()
  const now = useNow(60_000)
  const error = secretError(secret, wasAsked, failure)
  const otherKind = secret.kind === 'passphrase' ? 'recovery' : 'passphrase'
  const restore = () => {
    setWasAsked(true)
    if (secretError(secret, true, null) === undefined) restoring.restore()
  }
  return (
    <EntryPage
      ring={<EntryDial fraction={0} word="Backup" under="Nothing has happened yet" />}
      promise={restorePromise}
    >
      <EntryForm
        title="Restore this backup"
        lead={offeredWords(offered, now)}
        titleRef={title}
        onSubmit={restore}
      >
        <OfferedFacts offered={offered} />
        <Asked restoring={restoring} error={error} />
        <div className={entry['actions']}>
          <Button type="submit" look="primary" size="large">
            Restore it
          </Button>
          <Button look="plain" onPress={() => restoring.type({ kind: otherKind, text: '' })}>
            {words[secret.kind].other}
          </Button>
          <Button look="plain" onPress={onLeave}>
            Not now
          </Button>
        </div>
        <HowItEnded failure={error === undefined ? failure : null} wasCancelled={restoring.wasCancelled} />
      </EntryForm>
    </EntryPage>
  )
}

interface AskedProps extends Pick<RestoreFormProps, 'restoring'> {
  readonly error: string | undefined
}

/** The secret of the backup, and a yes where private notes cannot come along. */
function Asked({ restoring, error }: AskedProps) {
  const { secret, isAsideAsked, maySetAside } = restoring
  return (
    <div className={styles['fields']}>
      <SecretField
        key={secret.kind}
        label={words[secret.kind].label}
        value={secret.text}
        error={error}
        onChange={(text) => restoring.type({ ...secret, text })}
      />
      {isAsideAsked ? (
        <Checkbox isSelected={maySetAside} onChange={restoring.setMaySetAside}>
          Set the private notes that are here aside: they stay on this computer, in the folder that is set
          aside.
        </Checkbox>
      ) : null}
    </div>
  )
}

interface HowItEndedProps {
  readonly failure: Failure | null
  readonly wasCancelled: boolean
}

function HowItEnded({ failure, wasCancelled }: HowItEndedProps) {
  if (wasCancelled)
    return <output className={entry['notice']}>Cancelled. Everything here is as it was.</output>
  if (failure === null) return null
  const { happened, safe, next } = restoreFailureWords(failure)
  return (
    <Notice tone="amber" announce="assertive" title={happened} className={entry['notice'] ?? ''}>
      <p>
        {safe} {next}
      </p>
    </Notice>
  )
}

function secretError({ kind, text }: Secret, wasAsked: boolean, failure: Failure | null): string | undefined {
  if (failure?.code === 'wrong-secret')
    return 'That does not open this backup. If you changed it since, type the one before. Nothing was changed.'
  if (!wasAsked) return undefined
  if (kind === 'passphrase') return text === '' ? 'A backup opens with it alone.' : undefined
  return parseRecoveryCode(text) === null ? slipWords : undefined
}
