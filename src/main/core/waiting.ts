import { createUnwrittenNotes, type UnwrittenNotes } from './private/unwritten-notes.ts'
import type { Push } from './push.ts'
import { createUnwritten, type Unwritten } from './session/unwritten.ts'

/** What happened in a running session and is not on the disk. The log has no way to the private notes in it. */
export interface Waiting {
  readonly changes: Unwritten
  readonly privateNotes: UnwrittenNotes
}

/** Whether everything is on the disk. */
export function isAllWritten({ changes, privateNotes }: Waiting): boolean {
  return changes.read() === null && changes.alive.size === 0 && privateNotes.isEmpty()
}

export function createWaiting(push: Push): Waiting {
  return { changes: createUnwritten(push), privateNotes: createUnwrittenNotes() }
}
