import { CircleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { FieldError, Label, Text } from 'react-aria-components'
import styles from './Field.module.css'

/** What every field takes beside its own: a visible name, a hint, and the sentence that says what is wrong. */
export interface FieldWords {
  readonly label: string
  readonly hint?: string | undefined
  /** Set, the field is shown as wrong and read out with this sentence. */
  readonly error?: string | undefined
  readonly isOptional?: boolean
}

export function FieldLabel({ label, isOptional = false }: Pick<FieldWords, 'label' | 'isOptional'>) {
  return (
    <Label className={styles['label'] ?? ''}>
      {label}
      {isOptional ? <span className={styles['optional']}> (if you like)</span> : null}
    </Label>
  )
}

/** The line under a field: the error takes the place of the hint, so that nothing below jumps. */
export function FieldFoot({ hint, error }: Pick<FieldWords, 'hint' | 'error'>): ReactNode {
  if (error !== undefined) {
    return (
      <FieldError className={styles['error'] ?? ''}>
        <CircleAlert aria-hidden size={14} strokeWidth={2} />
        {error}
      </FieldError>
    )
  }
  if (hint === undefined) return null
  return (
    <Text slot="description" className={styles['hint'] ?? ''}>
      {hint}
    </Text>
  )
}
