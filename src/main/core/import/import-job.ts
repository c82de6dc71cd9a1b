import {
  importFailureCodeSchema,
  type DoneImport,
  type ImportState,
} from '../../../shared/ipc/import-calls.ts'
import type { Clock } from '../clock.ts'
import type { Random } from '../effects.ts'
import type { Push } from '../push.ts'
import type { WritableDb } from '../vault/database.ts'
import { StoreError } from '../vault/store-error.ts'
import { prepareImport, type Asked, type Prepared } from './prepare-import.ts'
import { takeOver } from './take-over.ts'

/**
 * Takes a table over while the console is used. It is put together a few lines in one go, then whatever was asked meanwhile
 * is answered, then the next few; nothing is written until all of it is there. Then everything is written at once, if what
 * is on file is still what it was planned upon. So a lock, a crash and a full disk leave nothing of it.
 */
export interface ImportJob {
  state(): ImportState
  /** `whenDone` is called when all of it was taken over. Without effect while one is running. */
  begin(asked: Asked, whenDone: () => void): void
  cancel(): void
  /** The last one is told no longer. Without effect while one is running. */
  forget(): void
  /** To be called before the vault closes. */
  end(): void
}

interface Sources {
  readonly record: WritableDb<'record'>
  readonly random: Random
  readonly clock: Clock
  readonly push: Push
  /** Whether the vault is open still: it may be taken out of the job's hands. */
  readonly isOpen: () => boolean
  /** Does something once what was asked meanwhile has been answered. */
  readonly later: (work: () => void) => void
  /** Milliseconds that only count up. */
  readonly now: () => number
}

/** As a rebuild's: nobody notices that they waited so long. */
const sliceMs = 15
const tellEveryMs = 100

interface Running {
  readonly steps: ReturnType<typeof prepareImport>
  doneCount: number
  readonly totalCount: number
  readonly whenDone: () => void
}

interface Context extends Sources {
  /** Null while none is running. */
  running: Running | null
  /** How the last one ended. */
  ended: Exclude<ImportState, { readonly stage: 'running' }>
  toldAtMs: number
}

export function createImportJob(sources: Sources): ImportJob {
  const context: Context = { ...sources, running: null, ended: { stage: 'idle' }, toldAtMs: -Infinity }
  return {
    state: () => describe(context),
    begin(asked, whenDone) {
      if (context.running !== null) return
      const steps = prepareImport(asked, context)
      context.running = { steps, doneCount: 0, totalCount: asked.lines.length, whenDone }
      goOn(context, context.running)
    },
    cancel() {
      if (context.running !== null) finish(context, { stage: 'idle' })
    },
    forget() {
      context.ended = { stage: 'idle' }
    },
    end() {
      context.running = null
    },
  }
}

function describe({ running, ended }: Context): ImportState {
  if (running === null) return ended
  const { doneCount, totalCount } = running
  return { stage: 'running', doneCount, totalCount }
}

function goOn(context: Context, job: Running): void {
  if (context.running !== job || !context.isOpen()) return
  const { now, later } = context
  const untilMs = now() + sliceMs
  try {
    do {
      const step = job.steps.next()
      if (step.done === true) {
        const done = takeOverIfSettled(context, step.value)
        if (done !== null) job.whenDone()
        finish(context, endOf(done))
        return
      }
      job.doneCount = step.value
    } while (now() < untilMs)
  } catch (error) {
    finish(context, { stage: 'failed', code: codeOf(error) })
    return
  }
  later(() => goOn(context, job))
  if (now() - context.toldAtMs >= tellEveryMs) tell(context)
}

function takeOverIfSettled(sources: Sources, prepared: Prepared | null): DoneImport | null {
  return prepared === null ? null : takeOver(sources, prepared)
}

function endOf(done: DoneImport | null): Context['ended'] {
  return done === null ? { stage: 'failed', code: 'import-unsettled' } : { stage: 'done', done }
}

/** Throws what is no failure of the disk. */
function codeOf(error: unknown) {
  if (!(error instanceof StoreError)) throw error
  return importFailureCodeSchema.parse(error.code)
}

function finish(context: Context, ended: Context['ended']): void {
  context.running = null
  context.ended = ended
  tell(context)
}

function tell(context: Context): void {
  context.toldAtMs = context.now()
  context.push('import.changed', describe(context))
}
