import type { SessionId } from '../../../shared/ids.ts'
import { findPrivateOnly, type RecordTexts } from '../../../shared/record/guards/check-private-only.ts'
import type { StatutoryElement } from '../../../shared/record/guards/finding.ts'
import type { Nameable } from '../../../shared/roster/nameable.ts'
import type { SessionLog } from '../session/session-log.ts'
import type { ReadableDb } from '../vault/database.ts'
import { readShownPrivateNotes } from './shown-private-notes.ts'

/** Which statutory elements stand in private notes about a member alone. What it answers with is their names: no text. */
export type PrivateOnly = (
  sessionId: SessionId,
  member: Nameable,
  people: readonly Nameable[],
  record: RecordTexts,
) => readonly StatutoryElement[]

interface Sources {
  readonly privateStore: ReadableDb<'private'>
  readonly log: SessionLog
}

/** Looks at private notes for a guard that has no handle to them. `people` holds the member itself. */
export function createPrivateOnly({ privateStore, log }: Sources): PrivateOnly {
  return (sessionId, member, people, record) => {
    const state = log.state(sessionId)
    if (state === undefined) return []
    const texts = readShownPrivateNotes(privateStore, sessionId, state).map(({ text }) => text)
    return texts.length === 0 ? [] : findPrivateOnly(texts, member, people, record)
  }
}
