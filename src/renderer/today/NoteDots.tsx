import { VisuallyHidden } from '../ui/VisuallyHidden.tsx'
import { classNames } from '../ui/class-names.ts'
import styles from './NoteDots.module.css'

interface NoteDotsProps {
  readonly signed: number
  readonly written: number
  readonly of: number
}

/** One dot a member who came: filled when their note is signed, half so when it is written. */
export function NoteDots({ signed, written, of }: NoteDotsProps) {
  return (
    <span className={styles['dots']}>
      <VisuallyHidden>
        {signed} of {of} signed
      </VisuallyHidden>
      {Array.from({ length: of }, (_, index) => (
        <span
          key={index}
          aria-hidden
          className={classNames(
            styles['dot'],
            index < signed && styles['signed'],
            index >= signed && index < written && styles['written'],
          )}
        />
      ))}
    </span>
  )
}
