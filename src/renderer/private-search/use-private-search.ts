import { useState } from 'react'
import type { Failure } from '../../shared/ipc/failure.ts'
import type { FoundPrivate } from '../../shared/ipc/search-calls.ts'
import { call } from '../app/api.ts'
import { useAsTyped } from '../search/use-as-typed.ts'

export interface PrivateSearch {
  readonly text: string
  readonly setText: (text: string) => void
  /** Null while nothing is searched for, or nothing is answered yet. */
  readonly found: FoundPrivate | null
  readonly failure: Failure | null
}

/** A search of private notes, as it is typed. What is found lives in the component alone. */
export function usePrivateSearch(): PrivateSearch {
  const [text, setText] = useState('')
  const { answer, failure } = useAsTyped(
    text.trim() === '' ? '' : text,
    () => call('search.private', { text }),
    // Older notes of a vault are looked through part by part.
    ({ leftCount }) => leftCount > 0,
  )
  return { text, setText, found: answer, failure }
}
