import type { KeyboardEvent, Ref } from 'react'
import { Label, TextArea, TextField } from 'react-aria-components'
import { classNames } from '../ui/class-names.ts'
import { MarkedText, type TextMark } from './MarkedText.tsx'
import styles from './Paragraph.module.css'

interface ParagraphProps {
  readonly label: string
  readonly hint?: string
  readonly placeholder?: string
  readonly value: string
  readonly onChange: (text: string) => void
  readonly onLeave: () => void
  /** `bare`: what it is stands beside it already, and its label is for screen readers alone. */
  readonly look?: 'above' | 'bare'
  readonly textRef?: Ref<HTMLTextAreaElement>
  readonly maxLength?: number
  /** What is being signed stays as it is. */
  readonly isReadOnly?: boolean
  readonly onKeyDown?: (event: KeyboardEvent) => void
  /** What is remarked on its words. */
  readonly marks?: readonly TextMark[]
  /** Where it is found by whoever answers a remark: see `fieldName`. */
  readonly name?: string
}

/** Words on paper: no box, a bar that fills while one writes. */
export function Paragraph(props: ParagraphProps) {
  const { label, hint, placeholder, value, onChange, onLeave, look = 'above', textRef } = props
  const { maxLength = 4_000, isReadOnly = false, onKeyDown, marks = [], name } = props
  return (
    <TextField
      value={value}
      onChange={onChange}
      onBlur={onLeave}
      maxLength={maxLength}
      isReadOnly={isReadOnly}
      autoComplete="off"
      className={styles['paragraph'] ?? ''}
    >
      <Label className={classNames(styles['label'], look === 'bare' && styles['heard'])}>
        {label}
        {hint === undefined ? null : <span className={styles['hint']}>{hint}</span>}
      </Label>
      <div className={styles['words']} data-marked={marks.length > 0 || undefined}>
        {marks.length === 0 ? null : <MarkedText text={value} marks={marks} />}
        <TextArea
          className={styles['text'] ?? ''}
          dir="auto"
          rows={1}
          spellCheck={false}
          {...(name === undefined ? {} : { name })}
          {...(textRef === undefined ? {} : { ref: textRef })}
          {...(onKeyDown === undefined ? {} : { onKeyDown })}
          {...(placeholder === undefined ? {} : { placeholder })}
        />
      </div>
    </TextField>
  )
}
