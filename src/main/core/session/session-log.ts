import type { SessionId } from '../../../shared/ids.ts'
import type { Failure } from '../../../shared/ipc/failure.ts'
import { fail, succeed, type Result } from '../../../shared/result.ts'
import { askedGapMs } from '../../../shared/session/apply-gap.ts'
import type { AnyCommand } from '../../../shared/session/commands.ts'
import { decide } from '../../../shared/session/decide.ts'
import { sessionEventSchema, type SessionEvent } from '../../../shared/session/events.ts'
import { elapsedBetween, type Stamp } from '../../../shared/session/stamp.ts'
import type { SessionState } from '../../../shared/session/state.ts'
import type { Clock } from '../clock.ts'
import type { Push } from '../push.ts'
import { transact, type WritableDb } from '../vault/database.ts'
import { StoreError } from '../vault/store-error.ts'
import { measureAbsence, type Absence, type SignOfLife } from './absence.ts'
import { forgetAlive, insertEvent, readAlive, saveAlive } from './event-repository.ts'
import { beginSession, grow, noticeTime, type Grown } from './grow.ts'
import { readLiveSession, type LiveSession } from './live-session.ts'
import { projectSession } from './projection.ts'
import { saveProjection } from './projection-repository.ts'
import { isDiscarded, listActiveSessions } from './session-repository.ts'

/**
 * Writes that belong to a command and stand or fall with its events: the text of a note, a new member. Called inside
 * their transaction with the session before and after.
 */
type Alongside = (before: SessionState, after: SessionState) => void

/** The logs of an unlocked vault: the only way to change a session. */
export interface SessionLog {
  /** A session as its log tells it, true at its last event; undefined when it was never prepared or was discarded. */
  state(sessionId: SessionId): SessionState | undefined
  /**
   * Appends what `decide` makes of a command and returns when it is on disk, together with what was written alongside.
   * A command that holds its own moment is made of the stamp that its events bear.
   * A jump of the clocks since the last event, and sleep, are recorded before it. Fails with `refused`, `not-found`, or
   * `session-open` when another session would run at the same time; then nothing was written. Throws `StoreError`.
   */
  append(
    sessionId: SessionId,
    command: AnyCommand | ((stamp: Stamp) => AnyCommand),
    alongside?: Alongside,
  ): Result<SessionEvent[], Failure>
  /** Notes that running sessions were seen alive, and records in them that the clocks jumped or the computer slept. */
  beat(): void
  /** A last sign of life, so that what comes back knows when it went away. */
  leave(): void
  /** Says in every session that was running that the console was gone since it was last seen alive. */
  comeBack(): void
  /** Drops what is kept in memory of a session. */
  forget(sessionId: SessionId): void
}

interface LogSources {
  readonly db: WritableDb<'record'>
  readonly clock: Clock
  readonly push: Push
}

export function createSessionLog(sources: LogSources): SessionLog {
  const context: Context = { ...sources, cache: new Map(), lastBeat: null }
  return {
    state: (sessionId) => load(context, sessionId)?.state,
    append: (sessionId, command, alongside) => append(context, sessionId, command, alongside),
    beat: () => beat(context),
    leave: () => leave(context),
    comeBack: () => comeBack(context),
    forget: (sessionId) => void context.cache.delete(sessionId),
  }
}

interface Context extends LogSources {
  /** What each session's log folds to, so that no act has to fold it again. */
  readonly cache: Map<SessionId, LiveSession>
  lastBeat: Stamp | null
}

function load({ db, cache }: Context, sessionId: SessionId): LiveSession | undefined {
  const cached = cache.get(sessionId)
  if (cached !== undefined) return cached
  const stored = isDiscarded(db, sessionId) ? undefined : readLiveSession(db, sessionId)
  if (stored !== undefined) cache.set(sessionId, stored)
  return stored
}

function append(
  context: Context,
  sessionId: SessionId,
  given: Parameters<SessionLog['append']>[1],
  alongside?: Alongside,
): Result<SessionEvent[], Failure> {
  const stamp = context.clock.read()
  const command = typeof given === 'function' ? given(stamp) : given
  const before =
    load(context, sessionId) ?? (command.type === 'prepare' ? beginSession(sessionId, stamp) : undefined)
  if (before === undefined) return fail({ code: 'not-found' })
  const noticed = noticeTime(before, stamp, sleepSince(context, before.state))
  const decision = decide(noticed.live.state, command, stamp)
  if (!decision.ok) return fail({ code: 'refused', refusal: decision.error })
  const grown = grow(noticed, decision.value, stamp)
  // What could not be read back is never written.
  if (!isReadable(grown)) return fail({ code: 'refused', refusal: 'not-possible' })
  const begins = isActive(grown.live.state) && !isActive(before.state)
  if (begins && listActiveSessions(context.db).length > 0) return fail({ code: 'session-open' })
  return succeed(commit(context, sessionId, before, grown, alongside))
}

function commit(
  { db, cache, push, clock }: Context,
  sessionId: SessionId,
  before: LiveSession,
  grown: Grown,
  alongside?: Alongside,
): SessionEvent[] {
  const after = grown.live
  // Should the write fail, the disk is asked again what the session is.
  cache.delete(sessionId)
  transact(db, () => {
    alongside?.(before.state, after.state)
    for (const { stored } of grown.entries) insertEvent(db, sessionId, stored)
    const known = before.state.stage === 'empty' ? null : projectSession(before)
    saveProjection(db, sessionId, projectSession(after), known)
    if (!isActive(after.state)) forgetAlive(db, sessionId)
    else if (!isActive(before.state) && after.state.stamp !== null)
      saveAlive(db, sessionId, { stamp: after.state.stamp, uptimeMs: clock.uptimeMs() })
  })
  cache.set(sessionId, after)
  const events = grown.entries.map(({ event }) => event)
  push('session.appended', { sessionId, events })
  return events
}

function beat(context: Context): void {
  const alive = readLife(context.clock)
  for (const sessionId of listActiveSessions(context.db)) {
    const live = load(context, sessionId)
    if (live === undefined) continue
    const noticed = noticeTime(live, alive.stamp, sleepSince(context, live.state))
    if (noticed.entries.length > 0) commit(context, sessionId, live, noticed)
    saveAlive(context.db, sessionId, alive)
  }
  context.lastBeat = alive.stamp
}

// Sleep locks the vault, and the lock may come only when the computer is awake again: then the last sign of life stays
// the one before it, so that unlocking tells the whole absence, once.
function leave(context: Context): void {
  const hasSlept = listActiveSessions(context.db).some((sessionId) => {
    const live = load(context, sessionId)
    return live !== undefined && sleepSince(context, live.state) !== null
  })
  if (!hasSlept) beat(context)
}

/** The sleep since a session was last seen, if it was running and the sleep was long enough to ask about. */
function sleepSince({ clock, lastBeat }: Context, state: SessionState): Absence | null {
  if (state.stamp === null || !isActive(state)) return null
  const sleptMs = clock.sleptSince(lastBeat === null ? state.stamp : laterOf(lastBeat, state.stamp))
  return sleptMs < askedGapMs ? null : { awayMs: sleptMs, passedMs: null }
}

function laterOf(one: Stamp, other: Stamp): Stamp {
  return elapsedBetween(one, other) > 0 ? other : one
}

function readLife(clock: Clock): SignOfLife {
  return { stamp: clock.read(), uptimeMs: clock.uptimeMs() }
}

function comeBack(context: Context): void {
  for (const sessionId of listActiveSessions(context.db)) {
    try {
      const live = load(context, sessionId)
      const lastEvent = live?.state.stamp ?? null
      if (live === undefined || lastEvent === null) continue
      const now = readLife(context.clock)
      const alive = readAlive(context.db, sessionId) ?? { stamp: lastEvent, uptimeMs: null }
      const noticed = noticeTime(live, now.stamp, measureAbsence(lastEvent, alive, now))
      commit(context, sessionId, live, noticed)
      saveAlive(context.db, sessionId, now)
    } catch (error) {
      // A damaged log must not keep the rest of the vault closed: whoever opens that session is told.
      if (!(error instanceof StoreError) || error.code !== 'damaged-record') throw error
    }
  }
}

function isReadable(grown: Grown): boolean {
  return grown.entries.every(({ event }) => sessionEventSchema.safeParse(event).success)
}

function isActive(state: SessionState): boolean {
  return state.stage === 'running' || state.stage === 'paused'
}
