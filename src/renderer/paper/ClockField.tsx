import { useState } from 'react'
import { Input, Label, TextField } from 'react-aria-components'
import { writeClock } from './clock-entry.ts'
import styles from './PaperScreen.module.css'

interface ClockFieldProps {
  readonly id: string
  readonly label: string
  readonly value: string
  readonly onChange: (text: string) => void
  /** What the text is understood as; null when it is no time. */
  readonly instantMs: number | null
  readonly zone: string
  readonly isWrong: boolean
  /** Takes the focus when the sheet is opened. */
  readonly isFirst?: boolean
}

/** A time of day, typed as briefly as on paper; left, it shows what was understood. */
export function ClockField(props: ClockFieldProps) {
  const { id, label, value, onChange, instantMs, zone, isWrong, isFirst = false } = props
  const [isOpen, setIsOpen] = useState(false)
  return (
    <TextField
      value={value}
      onChange={onChange}
      isInvalid={isWrong && !isOpen}
      validationBehavior="aria"
      autoComplete="off"
      // oxlint-disable-next-line jsx-a11y/no-autofocus -- the screen is for typing the sheet, and this is its first line
      autoFocus={isFirst}
      onFocus={() => setIsOpen(true)}
      onBlur={() => {
        setIsOpen(false)
        if (instantMs !== null) onChange(writeClock(instantMs, zone))
      }}
      className={styles['clock'] ?? ''}
    >
      <Label className={styles['label'] ?? ''}>{label}</Label>
      <Input id={id} className={styles['input'] ?? ''} onFocus={(event) => event.currentTarget.select()} />
    </TextField>
  )
}
