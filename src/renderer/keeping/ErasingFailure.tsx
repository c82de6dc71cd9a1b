import type { Failure } from '../../shared/ipc/failure.ts'
import { failureWords, type FailureWords } from '../app/failure-words.ts'
import { Notice } from '../ui/Notice.tsx'

/** What happened instead, and that nothing is gone. */
export function ErasingFailure({ failure }: { readonly failure: Failure | null }) {
  if (failure === null) return null
  const { happened, safe, next } = erasingWords(failure)
  return (
    <Notice tone="amber" announce="assertive" title={happened}>
      <p>
        {safe} {next}
      </p>
    </Notice>
  )
}

const nothingErased = 'Nothing was erased.'

// The general words speak of what was typed and not yet saved. Here it matters whether something is gone.
function erasingWords(failure: Failure): FailureWords {
  switch (failure.code) {
    case 'session-open':
      return {
        happened: 'A session is running.',
        safe: `${nothingErased} The session goes on.`,
        next: 'Close it first, then come back.',
      }
    case 'disk-full':
      return {
        happened: 'There is not enough room on the disk.',
        safe: nothingErased,
        next: 'The files are written anew, so for a moment twice the room is needed. Free some, then try again.',
      }
    case 'not-writable':
      return { ...failureWords(failure), safe: nothingErased }
    case 'core-gone':
      return {
        ...failureWords(failure),
        safe: 'What was erased by then stands in the account, once you have opened the vault again.',
      }
    default:
      return failureWords(failure)
  }
}
