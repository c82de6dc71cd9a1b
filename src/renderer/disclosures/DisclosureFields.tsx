import type { DisclosureDraft } from '../../shared/record/disclosure.ts'
import type { Failure } from '../../shared/ipc/failure.ts'
import { fieldError } from '../app/field-words.ts'
import type { ReactNode } from 'react'
import { DateField } from '../ui/DateField.tsx'
import { TextField } from '../ui/TextField.tsx'
import styles from '../roster/forms.module.css'

/** A day can be missing while somebody types it. */
export type DraftInHand = Omit<DisclosureDraft, 'disclosedOn'> & { readonly disclosedOn: string | null }

interface DisclosureFieldsProps {
  readonly draft: DraftInHand
  readonly onChange: (draft: DraftInHand) => void
  readonly failure: Failure | null
  /** Whose record it was. */
  readonly whose: ReactNode
}

/** What has to be known of every disclosure. */
export function DisclosureFields({ draft, onChange, failure, whose }: DisclosureFieldsProps) {
  const set = (changed: Partial<DraftInHand>) => onChange({ ...draft, ...changed })
  const error = (name: keyof DraftInHand) => fieldError(failure, `draft.${name}`)
  return (
    <>
      <div className={styles['halves']}>
        {whose}
        <DateField
          label="Day of the disclosure"
          value={draft.disclosedOn}
          onChange={(disclosedOn) => set({ disclosedOn })}
          error={error('disclosedOn')}
        />
      </div>
      <TextField
        label="What was disclosed"
        hint="In short: a copy of the note of 17 November, by fax."
        value={draft.what}
        onChange={(what) => set({ what })}
        error={error('what')}
      />
      <TextField
        label="Who received it"
        hint="With their address, where you know it."
        value={draft.recipient}
        onChange={(recipient) => set({ recipient })}
        error={error('recipient')}
      />
      <div className={styles['halves']}>
        <TextField
          label="What for"
          value={draft.purpose}
          onChange={(purpose) => set({ purpose })}
          error={error('purpose')}
        />
        <TextField
          label="Consent"
          hint="Its number and date, or what allows it without one."
          value={draft.consentReference}
          onChange={(consentReference) => set({ consentReference })}
          error={error('consentReference')}
        />
      </div>
    </>
  )
}
