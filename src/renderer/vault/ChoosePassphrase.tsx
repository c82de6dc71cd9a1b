import { KeyRound } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../ui/Button.tsx'
import { useFocusOnArrival } from '../ui/use-focus-on-arrival.ts'
import { EntryForm } from './EntryForm.tsx'
import { EntryPage } from './EntryPage.tsx'
import styles from './Entry.module.css'
import { PassphraseChecks } from './PassphraseChecks.tsx'
import type { Person } from './person.ts'
import { SecretField } from './SecretField.tsx'
import { isAllowedFor } from './strength.ts'
import { StrengthRing } from './StrengthRing.tsx'
import { useJudgement } from './use-judgement.ts'

interface ChoosePassphraseProps {
  readonly person: Person
  readonly passphrase: string
  readonly onChange: (passphrase: string) => void
  readonly onBack: () => void
  readonly onDone: () => void
}

export function ChoosePassphrase({ person, passphrase, onChange, onBack, onDone }: ChoosePassphraseProps) {
  const judgement = useJudgement(passphrase, person)
  const [wasAsked, setWasAsked] = useState(false)
  const field = useFocusOnArrival<HTMLInputElement>()
  // Not the judgement's, which is a moment behind: Enter right after the last letter counts.
  const isAllowed = isAllowedFor(passphrase, person.name)
  const isEmpty = passphrase === ''
  const goOn = () => {
    setWasAsked(true)
    if (isAllowed) onDone()
    else field.current?.focus()
  }
  return (
    <EntryPage
      step={1}
      ring={<StrengthRing judgement={judgement} isEmpty={isEmpty} />}
      promise={[
        'Everything stays on this computer,',
        'encrypted, until you export or back up. While it is unlocked, anyone at this keyboard can read it.',
      ]}
    >
      <EntryForm
        title="Choose a passphrase"
        lead="Four or more unrelated words that say nothing about you. Only you will know it, and nobody can reset it."
        onSubmit={goOn}
      >
        <div className={styles['fields']}>
          <SecretField label="Passphrase" inputRef={field} value={passphrase} onChange={onChange} />
        </div>
        <PassphraseChecks judgement={judgement} isEmpty={isEmpty} isPressing={wasAsked} />
        <div className={styles['actions']}>
          <Button type="submit" look="primary" size="large" keys="Enter">
            {judgement.strength === 'guessable' && isAllowed ? 'Use it anyway' : 'Continue'}
          </Button>
          <Button look="plain" onPress={onBack}>
            Back
          </Button>
          <p className={styles['aside']}>You type it once more at the end.</p>
        </div>
      </EntryForm>
      <div className={styles['next']}>
        <KeyRound aria-hidden size={20} strokeWidth={1.5} />
        <strong>Next, your recovery code</strong>
        <p>It opens the vault if the passphrase is lost. You write it on paper and lock it away.</p>
      </div>
    </EntryPage>
  )
}
