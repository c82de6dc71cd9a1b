import { VisuallyHidden } from '../ui/VisuallyHidden.tsx'
import { classNames } from '../ui/class-names.ts'
import styles from './NoteDots.module.css'

/** One dot a member who came: filled when their sentence is written. */
export function NoteDots({ written, of }: { readonly written: number; readonly of: number }) {
  return (
    <span className={styles['dots']}>
      <VisuallyHidden>
        {written} of {of} written
      </VisuallyHidden>
      {Array.from({ length: of }, (_, index) => (
        <span
          key={index}
          aria-hidden
          className={classNames(styles['dot'], index < written && styles['written'])}
        />
      ))}
    </span>
  )
}
