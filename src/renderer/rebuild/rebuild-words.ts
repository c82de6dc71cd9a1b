import type { RebuildState } from '../../shared/ipc/rebuild-calls.ts'
import { counted } from '../../shared/count.ts'

type Unfinished = Exclude<RebuildState, { readonly stage: 'whole' }>

/** `3,214 of 10,000 sessions`. */
export function partDone({ doneCount, totalCount }: Unfinished): string {
  return `${figure(doneCount)} of ${figure(totalCount)} sessions`
}

function figure(count: number): string {
  return count.toLocaleString('en')
}

/** What became of the last rebuild since the vault was opened; null when every log could be read. */
export function unreadableWords(unreadableCount: number): string | null {
  if (unreadableCount === 0) return null
  return `The log of ${counted(unreadableCount, 'session')} could not be read. What was shown of ${unreadableCount === 1 ? 'it' : 'them'} before is still shown.`
}
