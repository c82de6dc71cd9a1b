import type { SessionId } from '../../../shared/ids.ts'
import type { Failure } from '../../../shared/ipc/failure.ts'
import { fail, succeed, type Result } from '../../../shared/result.ts'
import { advance } from '../../../shared/session/advance.ts'
import { askedGapMs } from '../../../shared/session/apply-gap.ts'
import type { AnyCommand } from '../../../shared/session/commands.ts'
import { decide } from '../../../shared/session/decide.ts'
import { sessionEventSchema, type SessionEvent } from '../../../shared/session/events.ts'
import { elapsedBetween, type Stamp } from '../../../shared/session/stamp.ts'
import type { SessionState } from '../../../shared/session/state.ts'
import type { Clock } from '../clock.ts'
import type { Push } from '../push.ts'
import { insertRecordNote, type StoredNote } from '../notes/note-repository.ts'
import type { WritableDb } from '../vault/database.ts'
import { LogNotWhole, StoreError } from '../vault/store-error.ts'
import { measureAbsence, type Absence, type SignOfLife } from './absence.ts'
import { forgetAlive, insertEvent, saveAlive } from './event-repository.ts'
import { createKeeper, type Keeper } from './keep-changes.ts'
import { beginSession, grow, noticeLock, noticeTime, type Grown } from './grow.ts'
import { readLiveSession, type LiveSession } from './live-session.ts'
import { projectSession } from './projection.ts'
import { saveProjection } from './projection-repository.ts'
import { endWithoutLog, isDiscarded, listActiveSessions } from './session-repository.ts'
import { createUnwritten, reasonToWait, type Change, type Unwritten } from './unwritten.ts'
import { isAsItWas, type RunningSession, type WatchedSession } from './watched.ts'

/**
 * Writes that belong to a command and stand or fall with its events: the text of a note, a new member. Called inside
 * their transaction with the session before and after, and with the record as it is open then.
 */
type Alongside = (before: SessionState, after: SessionState, record: WritableDb<'record'>) => void

/** What belongs to a command that may wait for the disk. */
export interface Along {
  readonly alongside?: Alongside
  /** The words of a record note, which are shown while they wait. */
  readonly note?: StoredNote
}

type Command = AnyCommand | ((stamp: Stamp) => AnyCommand)

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
  append(sessionId: SessionId, command: Command, alongside?: Alongside): Result<SessionEvent[], Failure>
  /**
   * The same for what a running session does not stop for: where the disk takes nothing it is kept in memory, in order,
   * and written with the next beat or act that can be. The windows are told so before they hear of its events.
   */
  carryOn(sessionId: SessionId, command: Command, along?: Along): Result<SessionEvent[], Failure>
  /** Writes what belongs to no session; while one runs it may wait like what happens in it. Throws `StoreError`. */
  writeBeside(write: Change['write']): void
  /** The record notes of a session that are not on the disk yet. */
  unwrittenNotes(sessionId: SessionId): StoredNote[]
  /** Notes that running sessions were seen alive, and records in them that the clocks jumped or the computer slept. */
  beat(): void
  /** A last try to write what waits, and a last sign of life, so that what comes back knows when it went away. */
  leave(): void
  /** The session that is running or paused, as it stands now; undefined when none is. */
  running(): RunningSession | undefined
  /**
   * Says in every session that was running that the console was gone since it was last seen alive; of the one that was
   * watched behind the lock, that it was locked, and what ran out meanwhile.
   */
  comeBack(watched?: WatchedSession | null): void
  /** Drops what is kept in memory of a session. */
  forget(sessionId: SessionId): void
}

interface LogSources {
  readonly db: WritableDb<'record'>
  readonly clock: Clock
  readonly push: Push
  /** What waits for the disk, from before a lock too; nothing unless it is given. */
  readonly unwritten?: Unwritten
  /** Writes what has to be there before the events are. Throws `StoreError`. */
  readonly writeAhead?: () => void
}

export function createSessionLog(sources: LogSources): SessionLog {
  const { unwritten = createUnwritten(sources.push) } = sources
  const keeper = createKeeper({ ...sources, unwritten })
  const context: Context = { ...sources, unwritten, keeper, cache: new Map(), lastBeat: null }
  return {
    state: (sessionId) => load(context, sessionId)?.state,
    append: (sessionId, command, alongside) =>
      append(context, { sessionId, command, along: { ...(alongside && { alongside }) }, mayWait: false }),
    carryOn: (sessionId, command, along = {}) =>
      append(context, { sessionId, command, along, mayWait: true }),
    writeBeside: (write) =>
      keeper.keep({ write, session: null, note: null }, () => listRunning(context).length > 0),
    unwrittenNotes: (sessionId) => notesOf(context.unwritten, sessionId),
    beat: () => beat(context),
    leave: () => leave(context),
    running: () => running(context),
    comeBack: (watched = null) => comeBack(context, watched),
    forget: (sessionId) => void context.cache.delete(sessionId),
  }
}

interface Context extends LogSources {
  readonly unwritten: Unwritten
  readonly keeper: Keeper
  /** What each session's log folds to, so that no act has to fold it again. */
  readonly cache: Map<SessionId, LiveSession>
  lastBeat: Stamp | null
}

function load({ db, cache, unwritten }: Context, sessionId: SessionId): LiveSession | undefined {
  const cached = cache.get(sessionId) ?? unwritten.latest(sessionId)
  if (cached !== undefined) return cached
  const stored = isDiscarded(db, sessionId) ? undefined : readLiveSession(db, sessionId)
  if (stored !== undefined) cache.set(sessionId, stored)
  return stored
}

interface Appending {
  readonly sessionId: SessionId
  readonly command: Command
  readonly along: Along
  readonly mayWait: boolean
}

function append(context: Context, appending: Appending): Result<SessionEvent[], Failure> {
  const { sessionId, command: given } = appending
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
  return succeed(commit(context, { ...appending, before, grown }))
}

interface Committing extends Omit<Appending, 'command'> {
  readonly before: LiveSession
  readonly grown: Grown
}

function commit(context: Context, { sessionId, before, grown, along, mayWait }: Committing): SessionEvent[] {
  const { cache, push, clock, keeper } = context
  const after = grown.live
  const uptimeMs = clock.uptimeMs()
  const { alongside, note = null } = along
  // Should the write fail, the disk is asked again what the session is.
  cache.delete(sessionId)
  const write = (record: WritableDb<'record'>) => {
    if (note !== null) insertRecordNote(record, sessionId, note)
    alongside?.(before.state, after.state, record)
    for (const { stored } of grown.entries) insertEvent(record, sessionId, stored)
    const known = before.state.stage === 'empty' ? null : projectSession(before)
    saveProjection(record, sessionId, projectSession(after), known)
    if (!isActive(after.state)) forgetAlive(record, sessionId)
    else if (!isActive(before.state) && after.state.stamp !== null)
      saveAlive(record, sessionId, { stamp: after.state.stamp, uptimeMs })
  }
  const change: Change = { write, session: { sessionId, before, after }, note }
  keeper.keep(change, () => mayWait && isOn(context, sessionId, before.state))
  cache.set(sessionId, after)
  const events = grown.entries.map(({ event }) => event)
  push('session.appended', { sessionId, events })
  return events
}

/** Whether a session is running, or has ended in memory alone. */
function isOn({ unwritten }: Context, sessionId: SessionId, before: SessionState): boolean {
  return isActive(before) || unwritten.latest(sessionId) !== undefined
}

function notesOf(unwritten: Unwritten, sessionId: SessionId): StoredNote[] {
  return unwritten
    .changes()
    .flatMap(({ session, note }) => (session?.sessionId === sessionId && note !== null ? [note] : []))
}

/** Sessions that are running, as far as the disk tells: one may have ended in memory alone. */
function listRunning(context: Context): SessionId[] {
  const { db, cache } = context
  const onDisk = orElse(
    () => listActiveSessions(db),
    () => [...cache.keys()],
  )
  return onDisk.filter((sessionId) => {
    const live = load(context, sessionId)
    return live !== undefined && isActive(live.state)
  })
}

function orElse<Value>(read: () => Value, other: () => Value): Value {
  try {
    return read()
  } catch (error) {
    if (reasonToWait(error) === null) throw error
    return other()
  }
}

function beat(context: Context): void {
  const alive = readLife(context.clock)
  for (const sessionId of listRunning(context)) {
    const before = load(context, sessionId)
    if (before === undefined) continue
    const grown = noticeTime(before, alive.stamp, sleepSince(context, before.state))
    if (grown.entries.length > 0) commit(context, { sessionId, before, grown, along: {}, mayWait: true })
    context.keeper.keepAlive(sessionId, alive)
  }
  context.keeper.tryAgain()
  context.lastBeat = alive.stamp
}

// Sleep locks the vault, and the lock may come only when the computer is awake again: then the last sign of life stays
// the one before it, so that unlocking tells the whole absence, once.
function leave(context: Context): void {
  const hasSlept = listRunning(context).some((sessionId) => {
    const live = load(context, sessionId)
    return live !== undefined && sleepSince(context, live.state) !== null
  })
  if (hasSlept) context.keeper.tryAgain()
  else beat(context)
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

function running(context: Context): RunningSession | undefined {
  const [sessionId] = listRunning(context)
  const live = sessionId === undefined ? undefined : load(context, sessionId)
  if (sessionId === undefined || live === undefined) return undefined
  return { sessionId, state: advance(live.state, context.clock.read()), headHash: live.headHash }
}

function comeBack(context: Context, watched: WatchedSession | null): void {
  const { keeper } = context
  for (const sessionId of listActiveSessions(context.db)) {
    try {
      const before = load(context, sessionId)
      const lastEvent = before?.state.stamp ?? null
      if (before === undefined || lastEvent === null || !isActive(before.state)) continue
      const now = readLife(context.clock)
      const alive = keeper.readAlive(sessionId) ?? { stamp: lastEvent, uptimeMs: null }
      const absence = measureAbsence(lastEvent, alive, now)
      const isWatched = watched !== null && isAsItWas(watched, sessionId, before, now.stamp)
      const grown = isWatched
        ? noticeLock(before, watched, now.stamp, absence)
        : noticeTime(before, now.stamp, absence)
      commit(context, { sessionId, before, grown, along: {}, mayWait: true })
      keeper.keepAlive(sessionId, now)
    } catch (error) {
      // A damaged log must not keep the rest of the vault closed: whoever opens that session is told.
      if (!(error instanceof StoreError) || error.code !== 'damaged-record') throw error
      if (error instanceof LogNotWhole) giveUp(context, sessionId)
    }
  }
  keeper.tryAgain()
}

/** Nothing can be added to a log with a hole: a session that stayed open would let no other one begin. */
function giveUp({ keeper }: Context, sessionId: SessionId): void {
  const lastSeenMs = keeper.readAlive(sessionId)?.stamp.wallMs ?? null
  const write = (record: WritableDb<'record'>) => {
    endWithoutLog(record, sessionId, lastSeenMs)
    forgetAlive(record, sessionId)
  }
  keeper.keep({ write, session: null, note: null }, () => true)
}

function isReadable(grown: Grown): boolean {
  return grown.entries.every(({ event }) => sessionEventSchema.safeParse(event).success)
}

function isActive(state: SessionState): boolean {
  return state.stage === 'running' || state.stage === 'paused'
}
