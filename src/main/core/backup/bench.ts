import {
  backupFailureCodeSchema,
  type BackupFailureCode,
  type BackupState,
  type BackupWork,
} from '../../../shared/ipc/backup-calls.ts'
import type { Push } from '../push.ts'
import { StoreError } from '../vault/store-error.ts'
import { diskFailureOf } from '../vault/vault-failure.ts'
import { CutShort } from './copy-slices.ts'
import { createLookout, seeFolder, type Lookout } from './lookout.ts'
import { Cancelled, type Task } from './task.ts'

type Done = Extract<BackupState, { readonly stage: 'done' }>
/** How a piece of work ends by itself. */
export type Ended = Omit<Done, 'stage' | 'work'> | { readonly code: BackupFailureCode }

/** Where backups are made, tried out and restored, one at a time and beside everything else. */
export interface Bench {
  state(): BackupState
  /**
   * Does a piece of work, and answers how it ended. Null, and nothing is begun, while another one is running. `isGone` tells
   * that what it works on is there no more.
   */
  run(
    work: BackupWork,
    isGone: () => boolean,
    job: (task: Task) => Promise<Ended>,
  ): Promise<BackupState> | null
  /** Sees the folders that backups go to. */
  readonly lookout: Lookout
  /** Ends what is running, at the next place where that can be done. */
  cancel(): void
  /** Resolves when nothing runs. */
  ended(): Promise<unknown>
}

const tellEveryMs = 100

interface Context {
  readonly push: Push
  state: BackupState
  isCancelled: boolean
  toldAtMs: number
  last: Promise<unknown>
}

/** `see` is the computer's own sight of a folder, unless a test has another. */
export function createBench(push: Push, see = seeFolder): Bench {
  const context: Context = {
    push,
    state: { stage: 'idle' },
    isCancelled: false,
    toldAtMs: 0,
    last: Promise.resolve(),
  }
  return {
    // A window reads again what it is told of.
    lookout: createLookout(see, () => push('backups.changed', context.state)),
    state: () => context.state,
    run(work, isGone, job) {
      if (context.state.stage === 'running') return null
      context.isCancelled = false
      enter(context, { stage: 'running', work, step: 'copy', doneBytes: 0, totalBytes: 0 })
      const finished = finish(context, work, job(taskOf(context, work, isGone)))
      context.last = finished
      return finished
    },
    cancel() {
      context.isCancelled = true
    },
    ended: () => context.last,
  }
}

function taskOf(context: Context, work: BackupWork, isGone: () => boolean): Task {
  return {
    check() {
      if (context.isCancelled || isGone()) throw new Cancelled()
    },
    tell(step, doneBytes, totalBytes) {
      const state = { stage: 'running', work, step, doneBytes, totalBytes } as const
      const isNewStep = context.state.stage === 'running' && context.state.step !== step
      context.state = state
      if (isNewStep || performance.now() - context.toldAtMs >= tellEveryMs) enter(context, state)
    },
  }
}

async function finish(context: Context, work: BackupWork, job: Promise<Ended>): Promise<BackupState> {
  enter(context, await endOf(work, job))
  return context.state
}

async function endOf(work: BackupWork, job: Promise<Ended>): Promise<BackupState> {
  try {
    const ended = await job
    return 'code' in ended ? { stage: 'failed', work, ...ended } : { stage: 'done', work, ...ended }
  } catch (error) {
    if (error instanceof Cancelled) return { stage: 'cancelled', work }
    return { stage: 'failed', work, code: failureOf(error) }
  }
}

/** The failure that an error of a disk stands for. Throws what is none. */
export function failureOf(error: unknown): BackupFailureCode {
  if (error instanceof CutShort) return 'cut-backup'
  const code = error instanceof StoreError ? error.code : diskFailureOf(error)
  const known = backupFailureCodeSchema.safeParse(code)
  if (!known.success) throw error
  return known.data
}

function enter(context: Context, state: BackupState): void {
  context.state = state
  context.toldAtMs = performance.now()
  context.push('backups.changed', state)
}
