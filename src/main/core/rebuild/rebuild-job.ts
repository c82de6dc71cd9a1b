import type { RebuildState } from '../../../shared/ipc/rebuild-calls.ts'
import type { Push } from '../push.ts'
import { projectionVersion, saveProjectionVersion } from '../session/projection-repository.ts'
import { areProjectionsNew } from '../session/rebuild.ts'
import type { WritableDb } from '../vault/database.ts'
import { StoreError } from '../vault/store-error.ts'
import {
  countSessions,
  forgetRebuildPlace,
  readRebuildPlace,
  saveRebuildPlace,
} from './rebuild-repository.ts'
import { prepareOldTables, runSlice, type Progress } from './rebuild-slice.ts'

/**
 * Folds the tables of review anew from the logs while the console is used: a few sessions in one go, then whatever was
 * asked meanwhile, then the next few.
 *
 * What is read in between is never wrong. A session's rows are replaced in one transaction, so they are its old ones or its
 * new ones. Old ones tell what an earlier version kept, which came from the same log; what only the new version keeps of a
 * session is missing until its turn, and the windows say so. A running session is left alone: its own acts keep its rows.
 *
 * How far it is lies on the disk with the rows, so a lock, a crash and a full disk lose nothing.
 */
export interface RebuildJob {
  state(): RebuildState
  /** Begins, or goes on with one that was stopped. Without effect while one is running. */
  start(): void
  cancel(): void
  /** To be called before the vault closes. What is not done goes on when it is opened again. */
  end(): void
}

interface Sources {
  readonly record: WritableDb<'record'>
  readonly push: Push
  /** Whether the vault is open still: it may be taken out of the job's hands. */
  readonly isOpen: () => boolean
  /** Does something once what was asked meanwhile has been answered. */
  readonly later: (work: () => void) => void
  /** Milliseconds that only count up. */
  readonly now: () => number
}

/** A window that asks something in the middle of a slice waits no longer than anybody could notice. */
const sliceMs = 15
const tellEveryMs = 250

interface Context extends Sources {
  /** Null while none is running. */
  running: { progress: Progress; readonly totalCount: number } | null
  unreadableCount: number
  toldAtMs: number
}

/** Goes on with a rebuild that is unfinished, or begins one when the tables are those of an earlier version. */
export function createRebuildJob(sources: Sources): RebuildJob {
  const context: Context = { ...sources, running: null, unreadableCount: 0, toldAtMs: -Infinity }
  const { record } = sources
  // In a new vault there is nothing to fold.
  if (countSessions(record) === 0) saveProjectionVersion(record, projectionVersion)
  else if (!areProjectionsNew(record)) prepareOldTables(record)
  if (!areProjectionsNew(record) || readRebuildPlace(record) !== undefined) start(context)
  return {
    state: () => describe(context),
    start: () => start(context),
    cancel() {
      context.running = null
      // Tables of this version are whole without it; older ones still need it, and it goes on when the vault is opened.
      if (areProjectionsNew(record)) forgetRebuildPlace(record)
      tell(context)
    },
    end() {
      context.running = null
    },
  }
}

function describe({ record, running, unreadableCount }: Context): RebuildState {
  if (running !== null) {
    const { doneCount } = running.progress.place
    return { stage: 'running', doneCount, totalCount: Math.max(running.totalCount, doneCount) }
  }
  const left = readRebuildPlace(record)
  if (left === undefined && areProjectionsNew(record)) return { stage: 'whole', unreadableCount }
  return { stage: 'stopped', doneCount: left?.doneCount ?? 0, totalCount: countSessions(record) }
}

function start(context: Context): void {
  if (context.running !== null) return
  const { record } = context
  const left = readRebuildPlace(record)
  const place =
    left?.version === projectionVersion ? left : { version: projectionVersion, after: '', doneCount: 0 }
  saveRebuildPlace(record, place)
  context.running = { progress: { place, unreadableCount: 0 }, totalCount: countSessions(record) }
  goOn(context, context.running)
}

function goOn(context: Context, job: NonNullable<Context['running']>): void {
  if (context.running !== job || !context.isOpen()) return
  const { record, now, later } = context
  const untilMs = now() + sliceMs
  try {
    const slice = runSlice(record, job.progress, () => now() >= untilMs)
    job.progress = slice
    if (slice.isDone) {
      context.unreadableCount = slice.unreadableCount
      context.running = null
    } else later(() => goOn(context, job))
  } catch (error) {
    // Nothing was lost: it goes on when it is asked to, or when the vault is opened again.
    if (!(error instanceof StoreError)) throw error
    context.running = null
  }
  if (context.running === null || now() - context.toldAtMs >= tellEveryMs) tell(context)
}

function tell(context: Context): void {
  context.toldAtMs = context.now()
  context.push('review.rebuild-changed', describe(context))
}
