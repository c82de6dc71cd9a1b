import type { Facilitator } from '../../shared/roster/member.ts'
import { Checkbox } from '../ui/Checkbox.tsx'
import styles from './forms.module.css'

export type CoSigning = Pick<Facilitator, 'needsCoSignature' | 'mayCoSign'>

interface CoSigningFieldsProps {
  readonly value: CoSigning
  readonly onChange: (value: CoSigning) => void
}

/** What a facilitator's signature needs beside it, and whether theirs may stand beside others. */
export function CoSigningFields({ value, onChange }: CoSigningFieldsProps) {
  return (
    <fieldset className={styles['choices']}>
      <legend className={styles['legend']}>Signatures</legend>
      <Checkbox
        isSelected={value.needsCoSignature}
        onChange={(needsCoSignature) => onChange({ ...value, needsCoSignature })}
      >
        Their notes are to be co-signed
      </Checkbox>
      <Checkbox isSelected={value.mayCoSign} onChange={(mayCoSign) => onChange({ ...value, mayCoSign })}>
        May co-sign the notes of others, with a PIN of their own
      </Checkbox>
    </fieldset>
  )
}
