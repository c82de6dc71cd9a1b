import type { Failure } from '../../shared/ipc/failure.ts'
import type { Consent } from '../../shared/record/note-document.ts'
import { fieldError } from '../app/field-words.ts'
import { TextField } from '../ui/TextField.tsx'
import { Choice } from './Choice.tsx'
import styles from './Papers.module.css'

const readers = [
  { id: 'chart', name: 'The member’s chart' },
  { id: 'disclosure', name: 'Somebody else' },
] as const

interface ConsentFieldsProps {
  readonly consent: Consent
  readonly onChange: (consent: Consent) => void
  readonly failure: Failure | null
}

/** For whom a note is made; for somebody else, by which consent of this member. */
export function ConsentFields({ consent, onChange, failure }: ConsentFieldsProps) {
  const choose = (kind: Consent['kind']) => {
    if (kind === consent.kind) return
    onChange(kind === 'chart' ? { kind } : { kind, recipient: '', purpose: '', reference: '' })
  }
  return (
    <>
      <Choice label="For" options={readers} selected={consent.kind} onSelect={choose} />
      {consent.kind === 'disclosure' ? (
        <>
          <div className={styles['halves']}>
            <TextField
              label="Who gets it"
              value={consent.recipient}
              onChange={(recipient) => onChange({ ...consent, recipient })}
              error={fieldError(failure, 'consent.recipient')}
            />
            <TextField
              label="What for"
              value={consent.purpose}
              onChange={(purpose) => onChange({ ...consent, purpose })}
              error={fieldError(failure, 'consent.purpose')}
            />
          </div>
          <TextField
            label="The member’s written consent"
            hint="Its number and date. All of this stands on the file, and in the ledger of disclosures."
            value={consent.reference}
            onChange={(reference) => onChange({ ...consent, reference })}
            error={fieldError(failure, 'consent.reference')}
          />
        </>
      ) : null}
    </>
  )
}
