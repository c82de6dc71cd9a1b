import { personIdSchema, type PersonId, type SessionId } from '../../../shared/ids.ts'
import type { ParsedInputOf } from '../../../shared/ipc/contract.ts'
import type { Failure } from '../../../shared/ipc/failure.ts'
import type { OpenedSession, sessionCalls } from '../../../shared/ipc/session-calls.ts'
import { fail, succeed, type Result } from '../../../shared/result.ts'
import type { Command } from '../../../shared/session/commands.ts'
import type { Attendee, SessionEvent } from '../../../shared/session/events.ts'
import { eventsOf } from '../../../shared/session/history.ts'
import { writeLog } from '../../../shared/session/log-text.ts'
import type { Clock } from '../clock.ts'
import type { Random } from '../effects.ts'
import type { Handlers } from '../handler.ts'
import { readShownNotes } from '../notes/shown-notes.ts'
import { findMember, listFacilitators, saveMember } from '../roster/roster-repository.ts'
import { transact, type ReadableDb, type WritableDb } from '../vault/database.ts'
import { fileAgreements } from './agreements.ts'
import { prepareSession } from './prepare-session.ts'
import type { SessionLog } from './session-log.ts'
import { discardSession, listCurrentSessions } from './session-repository.ts'

interface Sources {
  readonly record: WritableDb<'record'>
  readonly log: SessionLog
  readonly random: Random
  readonly clock: Clock
}

/** How far back a day looks at what was held: past the last meeting of a group that meets every other week. */
const currentMs = 15 * 24 * 60 * 60_000

type NoteCallName = 'session.record-note' | 'session.keep-private-note' | 'session.private-notes'
type Appended = Result<SessionEvent[], Failure>

/** Everything about sessions but their notes. */
export function sessionHandlers(
  sources: Sources,
): Handlers<Exclude<keyof typeof sessionCalls, NoteCallName>> {
  const { record, clock } = sources
  return {
    'session.current': () => succeed(listCurrentSessions(record, clock.read().wallMs - currentMs)),
    'session.prepare': (input) => prepareSession(sources, input),
    'session.discard': ({ sessionId }) => discard(sources, sessionId),
    'session.open': ({ sessionId }) => open(sources, sessionId),
    'session.act': ({ sessionId, command }) => act(sources, sessionId, command),
    'session.walk-in': ({ sessionId, who }) => walkIn(sources, sessionId, who),
  }
}

function discard({ record, log }: Sources, sessionId: SessionId): Result<null, Failure> {
  const state = log.state(sessionId)
  if (state === undefined) return fail({ code: 'not-found' })
  if (state.stage !== 'prepared') return fail({ code: 'refused', refusal: 'already-started' })
  transact(record, () => discardSession(record, sessionId))
  log.forget(sessionId)
  return succeed(null)
}

function open({ record, log, clock }: Sources, sessionId: SessionId): Result<OpenedSession, Failure> {
  const state = log.state(sessionId)
  if (state === undefined) return fail({ code: 'not-found' })
  return succeed({
    sessionId,
    log: writeLog(eventsOf(state)),
    recordNotes: readShownNotes(record, sessionId, state, log.unwrittenNotes(sessionId)),
    now: clock.read(),
  })
}

function act({ record, log }: Sources, sessionId: SessionId, command: Command): Appended {
  if (command.type === 'add-member') {
    const attendee = findAttendee(record, command.attendee.personId)
    if (attendee === undefined) return fail({ code: 'not-found' })
    return log.carryOn(sessionId, { type: 'add-member', attendee })
  }
  // An owner whom nobody can ask would leave the follow-up with nobody.
  if (command.type === 'assign-follow-up' && !isOnFile(record, command.ownerId))
    return fail({ code: 'not-found' })
  const touchesAgreements = command.type === 'record-agreement' || command.type === 'undo'
  return log.carryOn(
    sessionId,
    command,
    touchesAgreements ? { alongside: (before, after, now) => fileAgreements(now, before, after) } : undefined,
  )
}

/** How someone on file belongs to a session that they join: what a window says of them does not count. */
function findAttendee(
  record: ReadableDb<'record'>,
  personId: PersonId,
  joinsAs: 'co-lead' | 'observer' = 'co-lead',
): Attendee | undefined {
  const member = findMember(record, personId)
  if (member !== undefined) return { personId, role: member.role, hasAgreed: member.agreedOn !== null }
  return isOnFile(record, personId) ? { personId, role: joinsAs, hasAgreed: true } : undefined
}

/** Whether this is a facilitator of the vault. */
function isOnFile(record: ReadableDb<'record'>, personId: PersonId): boolean {
  return listFacilitators(record).some(({ id }) => id === personId)
}

function walkIn(
  { record, log, random }: Sources,
  sessionId: SessionId,
  who: ParsedInputOf<'session.walk-in'>['who'],
): Appended {
  if ('personId' in who) {
    const attendee = findAttendee(record, who.personId, who.role)
    if (attendee === undefined) return fail({ code: 'not-found' })
    return log.carryOn(sessionId, { type: 'add-member', attendee })
  }
  const personId = personIdSchema.parse(random.uuid())
  const attendee = { personId, role: who.role, hasAgreed: false }
  // On file from now on, but in no group: that is decided after the session. Somebody without a name on file cannot be
  // shown, so this does not wait for a disk that takes nothing.
  const createMember = () => saveMember(record, personId, { ...who, chartId: '', agreedOn: null })
  return log.append(sessionId, { type: 'add-member', attendee }, createMember)
}
