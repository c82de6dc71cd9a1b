import type { Seated } from '../live/seated.ts'
import type { PersonId } from '../../shared/ids.ts'
import type { GuardKind } from '../../shared/record/note-kinds.ts'
import { arrivalOf } from '../../shared/record/member-facts.ts'
import type { SessionState } from '../../shared/session/state.ts'
import type { Remark } from './remark.ts'
import { noteOf } from './signed-view.ts'

/**
 * What keeps a note from being signed: what has to be answered first, and what the check just now found that was not
 * on the screen when the key was pressed. Nobody decides against a remark that they have not seen.
 */
export function standsBefore(
  fresh: readonly Remark[],
  seen: readonly Remark[],
  isMeantSo: (remark: Remark) => boolean,
): readonly Remark[] {
  const seenKeys = new Set(seen.map(({ key }) => key))
  return fresh.filter((remark) => !isMeantSo(remark) && (remark.comesFirst || !seenKeys.has(remark.key)))
}

/** The guards that asked and were decided against, as the log keeps them. */
export function overriddenBy(remarks: readonly Remark[]): GuardKind[] {
  return [...new Set(remarks.map(({ finding }) => finding.guard))]
}

/** The member whose note is to be signed next: who came and has no signed note, from the open one on, around the end. */
export function nextToSign(
  state: Pick<SessionState, 'signed'>,
  members: readonly Seated[],
  afterId: PersonId | null,
): Seated | null {
  const at = members.findIndex(({ personId }) => personId === afterId)
  const around = [...members.slice(at + 1), ...members.slice(0, Math.max(at, 0))]
  return (
    around.find(
      ({ personId, progress }) => arrivalOf(progress) !== null && noteOf(state, personId) === null,
    ) ?? null
  )
}
