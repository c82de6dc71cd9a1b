import { Search } from 'lucide-react'
import type { Ref } from 'react'
import { Input, SearchField as AriaSearchField } from 'react-aria-components'
import { Kbd } from '../ui/Kbd.tsx'
import { classNames } from '../ui/class-names.ts'
import styles from './SearchField.module.css'

interface SearchFieldProps {
  /** What is searched: the field's name for who cannot see the glass. */
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  /** Enter: whoever searched wants what was found. */
  readonly onSubmit?: () => void
  readonly placeholder?: string
  readonly className?: string
  readonly inputRef?: Ref<HTMLInputElement>
}

/** Where words to search for are typed. Escape empties it; in an empty one, Escape is whoever's is next. */
export function SearchField(props: SearchFieldProps) {
  const { label, value, onChange, onSubmit, placeholder, className, inputRef } = props
  return (
    <AriaSearchField
      aria-label={label}
      value={value}
      onChange={onChange}
      // What nobody can type further is not cut without a word: the field takes no more than is searched for.
      maxLength={200}
      {...(onSubmit === undefined ? {} : { onSubmit })}
      className={classNames(styles['field'], className)}
    >
      <Search aria-hidden className={styles['glass']} size={18} strokeWidth={1.75} />
      <Input
        className={styles['input'] ?? ''}
        spellCheck={false}
        autoComplete="off"
        dir="auto"
        {...(placeholder === undefined ? {} : { placeholder })}
        {...(inputRef === undefined ? {} : { ref: inputRef })}
      />
      <span className={styles['escape']}>
        <Kbd keys="Esc" />
      </span>
    </AriaSearchField>
  )
}
