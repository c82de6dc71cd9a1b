import type { SessionId } from '../../../shared/ids.ts'
import type { Failure } from '../../../shared/ipc/failure.ts'
import type {
  GroupSummaryFacts,
  SummaryFacilitator,
  SummaryPhase,
} from '../../../shared/record/group-summary.ts'
import { hasCome } from '../../../shared/record/member-facts.ts'
import { hasLed } from '../../../shared/record/note-facts.ts'
import { fail, succeed, type Result } from '../../../shared/result.ts'
import { startZone } from '../../../shared/session/start-zone.ts'
import type { PhaseProgress, SessionState } from '../../../shared/session/state.ts'
import { isGuest } from '../../../shared/session/vocabulary.ts'
import { readSharedPart } from '../debrief/debrief-repository.ts'
import { findEnded } from '../debrief/find-ended.ts'
import { findGroup, listFacilitators } from '../roster/roster-repository.ts'
import type { SessionLog } from '../session/session-log.ts'
import type { ReadableDb } from '../vault/database.ts'
import { headingOf } from './session-heading.ts'

/**
 * What a group summary says, taken from record.db alone: its reader has no handle to private.db. Fails with `not-found`,
 * or `not-closed` while the session has not ended.
 */
export function readSummaryFacts(
  record: ReadableDb<'record'>,
  log: SessionLog,
  sessionId: SessionId,
): Result<GroupSummaryFacts, Failure> {
  const ended = findEnded(log, sessionId)
  if (!ended.ok) return ended
  const state = ended.value
  const { groupId, startedAtMs, endedAtMs } = state
  const group = groupId === null ? undefined : findGroup(record, groupId)
  if (group === undefined || startedAtMs === null || endedAtMs === null) return fail({ code: 'not-found' })
  const shared = readSharedPart(record, sessionId)
  const members = state.people.filter(({ role }) => role === 'member')
  const guests = state.people.filter(({ role }) => isGuest(role))
  return succeed({
    sessionId,
    ...headingOf(record, state, group),
    zone: startZone(state),
    startedAtMs,
    endedAtMs,
    enteredLateAtMs: state.enteredLateAtMs,
    scheduledMinutes: scheduledMinutes(state),
    lengthMinutes: state.lengthMinutes,
    elapsedMs: state.elapsedMs,
    breakMs: state.time.breakMs,
    facilitators: describeFacilitators(record, state, shared.interventions),
    expectedCount: members.length,
    presentCount: members.filter(hasCome).length,
    substitutedCount: members.filter(({ presence }) => presence === 'substituted').length,
    guestCount: guests.filter(hasCome).length,
    phases: state.phases.map(describePhase),
    groupProcess: shared.groupProcess,
    plan: shared.plan,
    homePractice: shared.homePractice,
  })
}

function describePhase(phase: PhaseProgress): SummaryPhase {
  const { name, kind, isProtected, plannedMinutes, actualMs, enteredAtMs, skipReason } = phase
  return { name, kind, isProtected, plannedMinutes, actualMs, enteredAtMs, skipReason }
}

function describeFacilitators(
  record: ReadableDb<'record'>,
  state: SessionState,
  interventions: readonly { readonly personId: string; readonly text: string }[],
): SummaryFacilitator[] {
  const onFile = new Map(listFacilitators(record).map((facilitator) => [facilitator.id, facilitator]))
  const texts = new Map(interventions.map(({ personId, text }) => [personId, text]))
  return state.people.flatMap((person) => {
    const { personId, role } = person
    const facilitator = onFile.get(personId)
    if (facilitator === undefined || (role !== 'lead' && role !== 'co-lead') || !hasLed(person)) return []
    const { name, credentials } = facilitator
    return [{ name, credentials, role, interventions: texts.get(personId) ?? '' }]
  })
}

// The start overwrites the state's length; the log keeps what was prepared.
function scheduledMinutes(state: SessionState): number {
  for (let entry = state.history; entry !== null; entry = entry.earlier) {
    const { body } = entry.event
    if (body.type === 'session.prepared') return body.lengthMinutes
  }
  return state.lengthMinutes
}
