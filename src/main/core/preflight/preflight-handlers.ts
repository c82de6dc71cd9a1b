import type { PersonId, SessionId } from '../../../shared/ids.ts'
import type { Failure } from '../../../shared/ipc/failure.ts'
import type { LeftOpen, Preflight, preflightCalls } from '../../../shared/ipc/preflight-calls.ts'
import { fail, succeed, type Result } from '../../../shared/result.ts'
import type { PersonProgress, PhaseProgress, SessionState } from '../../../shared/session/state.ts'
import { isFacilitator } from '../../../shared/session/vocabulary.ts'
import { readResponses, readSharedPart } from '../debrief/debrief-repository.ts'
import { listOpenFollowUps } from '../follow-up/follow-up-repository.ts'
import { listOpenGoals } from '../goals/goal-repository.ts'
import type { Handlers } from '../handler.ts'
import type { SessionLog } from '../session/session-log.ts'
import type { ReadableDb } from '../vault/database.ts'
import { findLastHeld } from './preflight-repository.ts'

interface Sources {
  readonly record: ReadableDb<'record'>
  readonly log: SessionLog
}

export function preflightHandlers(sources: Sources): Handlers<keyof typeof preflightCalls> {
  return { 'session.preflight': ({ sessionId }) => readPreflight(sources, sessionId) }
}

function readPreflight(sources: Sources, sessionId: SessionId): Result<Preflight, Failure> {
  const { record, log } = sources
  const state = log.state(sessionId)
  if (state === undefined) return fail({ code: 'not-found' })
  const members = new Set(
    state.people.filter(({ role }) => !isFacilitator(role)).map(({ personId }) => personId),
  )
  return succeed({
    last: readLast(sources, sessionId, state, members),
    followUps: listOpenFollowUps(record).filter(({ personId }) => members.has(personId)),
    goals: listOpenGoals(record).filter(({ personId }) => members.has(personId)),
  })
}

function readLast(
  { record, log }: Sources,
  sessionId: SessionId,
  { groupId }: SessionState,
  members: ReadonlySet<PersonId>,
): Preflight['last'] {
  const held = groupId === null ? undefined : findLastHeld(record, groupId, sessionId)
  const state = held === undefined ? undefined : log.state(held.sessionId)
  if (held === undefined || state === undefined) return null
  const { plan: planForAll, homePractice } = readSharedPart(record, held.sessionId)
  return {
    ...held,
    leftOpen: state.phases.filter(isLeftOpen).map(describePhase),
    plan: planForAll,
    homePractice,
    plans: readResponses(record, held.sessionId)
      .filter(({ personId, plan }) => members.has(personId) && plan.trim() !== '')
      .map(({ personId, plan }) => ({ personId, plan })),
    awayIds: state.people
      .filter((person) => members.has(person.personId) && !hasCome(person))
      .map(({ personId }) => personId),
  }
}

// A break that was not held and a close that was cut short leave nothing to take up again.
function isLeftOpen({ status, kind, isProtected }: PhaseProgress): boolean {
  return (status === 'skipped' || status === 'ahead') && kind !== 'break' && !isProtected
}

function describePhase({ id, name, kind, plannedMinutes, minimumMinutes, status }: PhaseProgress): LeftOpen {
  // Planned again since, it may have come below what it began with.
  const minutes = Math.max(plannedMinutes, minimumMinutes)
  return { phaseId: id, name, kind, minutes, minimumMinutes, isSkipped: status === 'skipped' }
}

function hasCome({ changes }: PersonProgress): boolean {
  return changes.some(({ presence }) => presence === 'present')
}
