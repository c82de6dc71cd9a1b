import type { Failure } from '../../shared/ipc/failure.ts'
import { failureWords, type FailureWords } from '../app/failure-words.ts'
import { Notice } from '../ui/Notice.tsx'

/** What happened instead, and what opens the vault now. */
export function ChangeFailure({ failure }: { readonly failure: Failure | null }) {
  if (failure === null) return null
  const { happened, safe, next } = changeWords(failure)
  return (
    <Notice tone="amber" announce="assertive" title={happened}>
      <p>
        {safe} {next}
      </p>
    </Notice>
  )
}

const nothingChanged = 'Nothing was changed: what opened the vault before still does.'

// The general words speak of what was typed and not yet saved. Here it matters which secret counts.
function changeWords(failure: Failure): FailureWords {
  switch (failure.code) {
    case 'disk-full':
      return {
        happened: 'There is not enough room on the disk.',
        safe: nothingChanged,
        next: 'It takes a few kilobytes: free some, then try again.',
      }
    case 'not-writable':
      return { ...failureWords(failure), safe: nothingChanged }
    case 'in-use':
      return {
        happened: 'The lock was changed by somebody else in the meantime.',
        safe: nothingChanged,
        next: 'Try again.',
      }
    case 'damaged-header':
    case 'missing-header':
    case 'linked-vault':
      return {
        ...failureWords(failure),
        safe: 'Nothing was changed. The vault is open, and what you write goes on being saved.',
      }
    case 'core-gone':
      return {
        ...failureWords(failure),
        safe: 'The record and the private notes were not touched. Keep the old one and the new one: one of the two opens the vault.',
      }
    default:
      return failureWords(failure)
  }
}
