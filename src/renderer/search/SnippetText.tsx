import { Fragment } from 'react'
import type { Snippet } from '../../shared/ipc/search-calls.ts'
import styles from './SnippetText.module.css'

interface SnippetTextProps {
  readonly snippet: Snippet
}

/** A text cut around what was searched for, which is washed and underlined. */
export function SnippetText({ snippet }: SnippetTextProps) {
  return (
    <bdi className={styles['snippet']}>
      {snippet.map(({ text, isHit }, at) => {
        // oxlint-disable-next-line react/no-array-index-key -- pieces of one text never change places
        return isHit ? <mark key={at}>{text}</mark> : <Fragment key={at}>{text}</Fragment>
      })}
    </bdi>
  )
}
