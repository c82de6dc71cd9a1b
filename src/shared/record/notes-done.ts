import { isCoSigned } from '../session/decide-signing.ts'
import type { SessionState } from '../session/state.ts'
import { dueAt } from './due.ts'
import { hasCome } from './member-facts.ts'
import type { RecordRules } from './record-rules.ts'
import type { NotesDone } from './supervision-summary.ts'

/**
 * How far the notes of an ended session are at a moment, by the rules of the clinic: members who came are owed one, but for
 * those whose chart was erased since.
 */
export function notesDone(state: SessionState, rules: RecordRules, zone: string, nowMs: number): NotesDone {
  const { people, signed, followUps, endedAtMs, erasedIds } = state
  const owed = people.filter(
    (person) => person.role === 'member' && hasCome(person) && !erasedIds.includes(person.personId),
  )
  const open = owed.filter(
    ({ personId }) => !signed.some((place) => place.kind === 'note' && place.personId === personId),
  )
  const due = open.map(({ personId }) =>
    dueAt(
      endedAtMs ?? nowMs,
      followUps.some((followUp) => followUp.personId === personId),
      rules,
      zone,
    ),
  )
  return {
    owedCount: owed.length,
    signedCount: owed.length - open.length,
    awaitingCount: signed.filter((place) => place.needsCoSignature && !isCoSigned(state, place)).length,
    overdueCount: due.filter((dueMs) => dueMs <= nowMs).length,
    dueMs: due.length === 0 ? null : Math.min(...due),
  }
}
