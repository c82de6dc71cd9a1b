import { EntryDial } from '../vault/EntryDial.tsx'
import { PassphraseChecks } from '../vault/PassphraseChecks.tsx'
import type { Person } from '../vault/person.ts'
import { SecretField } from '../vault/SecretField.tsx'
import { StrengthRing } from '../vault/StrengthRing.tsx'
import { useJudgement } from '../vault/use-judgement.ts'
import styles from './KeysPage.module.css'
import { ProofField } from './ProofField.tsx'
import { TaskDone } from './TaskDone.tsx'
import { TaskForm } from './TaskForm.tsx'
import { usePassphraseChange } from './use-passphrase-change.ts'

interface ChangePassphraseProps {
  readonly person: Person
  readonly onEnd: () => void
}

/** The present one and the new one twice; then the same keys are locked with it. */
export function ChangePassphrase({ person, onEnd }: ChangePassphraseProps) {
  const { typed, type, change, errors, ...edit } = usePassphraseChange(person)
  const judgement = useJudgement(typed.next, person)
  const isEmpty = typed.next === ''
  if (edit.isDone) return <Changed onEnd={onEnd} />
  return (
    <TaskForm
      title="Change the passphrase"
      lead="Four or more unrelated words that say nothing about you."
      ring={edit.isBusy ? <Locking /> : <StrengthRing judgement={judgement} isEmpty={isEmpty} />}
      isBusy={edit.isBusy}
      submitWords="Change it"
      busyWords="Changing it"
      failure={edit.failure}
      onSubmit={change}
      onBack={onEnd}
    >
      <div className={styles['fields']}>
        <ProofField
          key={typed.proof.kind}
          proof={typed.proof}
          inputRef={edit.proofField}
          isBusy={edit.isBusy}
          error={errors.proof}
          onChange={(proof) => type({ proof })}
        />
        <SecretField
          label="New passphrase"
          inputRef={edit.nextField}
          value={typed.next}
          isReadOnly={edit.isBusy}
          error={errors.next}
          onChange={(next) => type({ next })}
        />
      </div>
      <PassphraseChecks judgement={judgement} isEmpty={isEmpty} isPressing={edit.wasAsked} />
      <div className={styles['fields']}>
        <SecretField
          label="New passphrase again"
          value={typed.again}
          isReadOnly={edit.isBusy}
          error={errors.again}
          onChange={(again) => type({ again })}
        />
      </div>
    </TaskForm>
  )
}

function Locking() {
  return <EntryDial fraction={0} isTravelling word="Locking" under="Slow on purpose: so is every guess" />
}

function Changed({ onEnd }: { readonly onEnd: () => void }) {
  return (
    <TaskDone
      title="Your passphrase is changed"
      lead="The next unlocking asks for the new one. The old one opens nothing here any more."
      facts={[
        'The recovery code is the one that you have on paper, as before.',
        'A copy of the vault from before, or of its lock alone, still opens with the old passphrase.',
      ]}
      word="Changed"
      under="The same vault, under another lock"
      onEnd={onEnd}
    />
  )
}
