import type { KeyboardEvent, Ref } from 'react'
import { Label, TextArea, TextField } from 'react-aria-components'
import { classNames } from '../ui/class-names.ts'
import styles from './Paragraph.module.css'

interface ParagraphProps {
  readonly label: string
  readonly hint?: string
  readonly placeholder?: string
  readonly value: string
  readonly onChange: (text: string) => void
  readonly onLeave: () => void
  /** `beside`: the label stands left of a bar, as in an open note. */
  readonly look?: 'above' | 'beside'
  readonly textRef?: Ref<HTMLTextAreaElement>
  readonly maxLength?: number
  readonly onKeyDown?: (event: KeyboardEvent) => void
}

/** Words on paper: no box, a bar that fills while one writes. */
export function Paragraph(props: ParagraphProps) {
  const { label, hint, placeholder, value, onChange, onLeave, look = 'above', textRef } = props
  const { maxLength = 4_000, onKeyDown } = props
  return (
    <TextField
      value={value}
      onChange={onChange}
      onBlur={onLeave}
      maxLength={maxLength}
      autoComplete="off"
      className={classNames(styles['paragraph'], styles[look])}
    >
      <Label className={styles['label'] ?? ''}>
        {label}
        {hint === undefined ? null : <span className={styles['hint']}>{hint}</span>}
      </Label>
      <TextArea
        className={styles['text'] ?? ''}
        dir="auto"
        rows={1}
        spellCheck={false}
        {...(textRef === undefined ? {} : { ref: textRef })}
        {...(onKeyDown === undefined ? {} : { onKeyDown })}
        {...(placeholder === undefined ? {} : { placeholder })}
      />
    </TextField>
  )
}
