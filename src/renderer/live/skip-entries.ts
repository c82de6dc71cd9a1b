import type { SkipReason } from '../../shared/session/vocabulary.ts'
import type { MenuEntry } from '../ui/Menu.tsx'

const reasons: readonly { readonly reason: SkipReason; readonly words: string }[] = [
  { reason: 'no-time', words: 'No time left for it' },
  { reason: 'group-need', words: 'The group needs something else' },
  { reason: 'already-covered', words: 'Already covered' },
  { reason: 'not-today', words: 'Not today' },
]

/** Leaving a phase out always says why: the words are fixed, so that nobody's story ends up in the log. */
export function skipEntries(name: string, onSkip: (reason: SkipReason) => void): MenuEntry[] {
  return reasons.map(({ reason, words }, index) => ({
    id: reason,
    name: words,
    ...(index === 0 ? { hint: `leaves out ${name}` } : {}),
    onChoose: () => onSkip(reason),
  }))
}
