import { useState } from 'react'
import { TextField } from '../ui/TextField.tsx'
import styles from './forms.module.css'

interface WholeNumberFieldProps {
  readonly label: string
  readonly unit?: string
  readonly hint?: string
  readonly value: number
  /** 0 while nothing is typed: the rules of the field say what is wrong with that. */
  readonly onChange: (value: number) => void
  readonly error?: string | undefined
}

/** Digits only, as they are typed: an emptied field stays empty instead of jumping to a number. */
export function WholeNumberField({ label, unit, hint, value, onChange, error }: WholeNumberFieldProps) {
  const [typed, setTyped] = useState(String(value))
  const shown = Number(typed) === value ? typed : String(value)
  return (
    <TextField
      label={label}
      hint={hint}
      inputMode="numeric"
      maxLength={3}
      value={shown}
      onChange={(text) => {
        const digits = text.replaceAll(/\D/gu, '')
        setTyped(digits)
        onChange(Number(digits))
      }}
      error={error}
      end={unit === undefined ? undefined : <span className={styles['unit']}>{unit}</span>}
    />
  )
}
