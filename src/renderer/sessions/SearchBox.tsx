import { useState, type RefObject } from 'react'
import { SearchField } from '../search/SearchField.tsx'
import styles from './SessionsScreen.module.css'

interface SearchBoxProps {
  /** What is searched for. */
  readonly search: string
  readonly onSeek: (search: string) => void
  readonly onSubmit: () => void
  readonly inputRef: RefObject<HTMLInputElement | null>
}

/** The words that are searched for, and those that are typed and not yet answered. */
export function SearchBox({ search, onSeek, onSubmit, inputRef }: SearchBoxProps) {
  const [typed, setTyped] = useState<string | null>(null)
  if (typed === search) setTyped(null)
  return (
    <SearchField
      label="Search the record"
      placeholder="Search the record"
      className={styles['search'] ?? ''}
      inputRef={inputRef}
      value={typed ?? search}
      onChange={(words) => {
        setTyped(words)
        onSeek(words)
      }}
      onSubmit={onSubmit}
    />
  )
}
