import type { SessionId } from '../../../shared/ids.ts'
import type { LogCheck, LogCheckState } from '../../../shared/ipc/privacy-calls.ts'
import type { Clock } from '../clock.ts'
import type { Push } from '../push.ts'
import { listLoggedSessions } from '../session/event-repository.ts'
import { verifySession } from '../session/verify.ts'
import type { WritableDb } from '../vault/database.ts'
import { StoreError } from '../vault/store-error.ts'
import { readLogCheck, saveLogCheck } from './privacy-repository.ts'

/**
 * Checks every session's log while the console is used: a few sessions in one go, then whatever was asked meanwhile, then
 * the next few. It writes nothing but what it found, once it is through.
 */
export interface LogCheckJob {
  state(): LogCheckState
  /** Begins. Without effect while one is running. */
  start(): void
  cancel(): void
  /** To be called before the vault closes. */
  end(): void
}

interface Sources {
  readonly record: WritableDb<'record'>
  readonly clock: Clock
  readonly push: Push
  /** Whether the vault is open still: it may be taken out of the job's hands. */
  readonly isOpen: () => boolean
  /** Does something once what was asked meanwhile has been answered. */
  readonly later: (work: () => void) => void
  /** Milliseconds that only count up. */
  readonly now: () => number
}

interface Checking {
  /** Those that are left, the next one last. */
  readonly left: SessionId[]
  readonly totalCount: number
  eventCount: number
  readonly broken: SessionId[]
}

interface Context extends Sources {
  running: Checking | null
  /** Of the last check since unlocking. */
  brokenIds: readonly SessionId[]
  toldAtMs: number
}

/** A window that asks something in the middle of a slice waits no longer than anybody could notice. */
const sliceMs = 15
const tellEveryMs = 250
const maxBroken = 20

export function createLogCheckJob(sources: Sources): LogCheckJob {
  const context: Context = { ...sources, running: null, brokenIds: [], toldAtMs: -Infinity }
  return {
    state: () => describe(context),
    start() {
      if (context.running !== null) return
      const left = listLoggedSessions(sources.record).toReversed()
      context.running = { left, totalCount: left.length, eventCount: 0, broken: [] }
      goOn(context, context.running)
    },
    cancel() {
      context.running = null
      tell(context)
    },
    end() {
      context.running = null
    },
  }
}

function describe({ record, running, brokenIds }: Context): LogCheckState {
  const last = readLogCheck(record) ?? null
  if (running === null) return { stage: 'idle', last, brokenIds: brokenIds.slice(0, maxBroken) }
  const { totalCount, left } = running
  return { stage: 'running', last, totalCount, doneCount: totalCount - left.length }
}

function goOn(context: Context, job: Checking): void {
  if (context.running !== job || !context.isOpen()) return
  const { now, later } = context
  const untilMs = now() + sliceMs
  do checkNext(context, job)
  while (job.left.length > 0 && now() < untilMs)
  if (job.left.length > 0) later(() => goOn(context, job))
  else finish(context, job)
  if (context.running === null || now() - context.toldAtMs >= tellEveryMs) tell(context)
}

function checkNext({ record }: Context, job: Checking): void {
  const sessionId = job.left.pop()
  if (sessionId === undefined) return
  try {
    const { eventCount, firstBreak } = verifySession(record, sessionId)
    job.eventCount += eventCount
    if (firstBreak !== null) job.broken.push(sessionId)
  } catch (error) {
    // A page that cannot be read is a log that cannot be vouched for; the others can.
    if (!(error instanceof StoreError)) throw error
    job.broken.push(sessionId)
  }
}

function finish(context: Context, { totalCount, eventCount, broken }: Checking): void {
  context.running = null
  context.brokenIds = broken
  const atMs = context.clock.read().wallMs
  const found: LogCheck = { atMs, sessionCount: totalCount, eventCount, brokenCount: broken.length }
  try {
    saveLogCheck(context.record, found)
  } catch (error) {
    // A disk that takes nothing keeps the last result; the sessions that are broken are told all the same.
    if (!(error instanceof StoreError)) throw error
  }
}

function tell(context: Context): void {
  context.toldAtMs = context.now()
  context.push('privacy.log-check-changed', describe(context))
}
