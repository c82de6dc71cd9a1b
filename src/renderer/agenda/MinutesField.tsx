import { useState, type KeyboardEvent } from 'react'
import { Input, TextField } from 'react-aria-components'
import { maxPhaseMinutes } from '../../shared/agenda/phase.ts'
import styles from './AgendaEditor.module.css'

interface MinutesFieldProps {
  readonly label: string
  readonly value: number
  /** 0 while nothing is typed. */
  readonly onChange: (minutes: number) => void
  readonly problem: string | undefined
}

/**
 * Minutes in a row of the agenda: typed, or one more and one less with the arrow keys. While the field has the focus it
 * shows what is typed, so that an emptied field stays empty.
 */
export function MinutesField({ label, value, onChange, problem }: MinutesFieldProps) {
  const [typed, setTyped] = useState<string | null>(null)
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowUp' ? 1 : event.key === 'ArrowDown' ? -1 : 0
    if (step === 0 || event.altKey) return
    event.preventDefault()
    const minutes = Math.min(maxPhaseMinutes, Math.max(1, value + step))
    setTyped(String(minutes))
    onChange(minutes)
  }
  return (
    <TextField
      aria-label={label}
      isInvalid={problem !== undefined}
      inputMode="numeric"
      maxLength={3}
      value={typed ?? String(value)}
      onChange={(text) => {
        const digits = text.replaceAll(/\D/gu, '')
        setTyped(digits)
        onChange(Number(digits))
      }}
      onFocus={() => setTyped(String(value))}
      onBlur={() => setTyped(null)}
      onKeyDown={onKeyDown}
      autoComplete="off"
    >
      <Input className={styles['minutes'] ?? ''} />
    </TextField>
  )
}
