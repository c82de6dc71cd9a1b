import type { Failure } from '../../shared/ipc/failure.ts'
import type { Result } from '../../shared/result.ts'

/** How a text stands to the disk. `saved` is said only after the core has acknowledged it. */
export type SaveStatus =
  | { readonly kind: 'untouched' | 'waiting' | 'saving' | 'saved' }
  | { readonly kind: 'failed'; readonly failure: Failure }

export interface Saver<Value> {
  /** What is on the screen: newer than the disk until `status` is `saved`. */
  readonly value: () => Value
  readonly status: () => SaveStatus
  /** Takes an edit; it is saved after a short rest, or with `flush`. */
  readonly change: (value: Value) => void
  /** Saves what is waiting now. True when everything is on disk. */
  readonly flush: () => Promise<boolean>
  readonly subscribe: (listener: () => void) => () => void
}

interface SaverEffects<Value> {
  readonly save: (value: Value) => Promise<Result<unknown, Failure>>
  /** Runs something later; returns what calls it off. */
  readonly later: (run: () => void, ms: number) => () => void
  /** False: saved only when asked for, since every save of this text stays in the log. */
  readonly savesAtRest?: boolean
}

const restMs = 600
// Whoever writes on without a rest loses no more than this to a crash.
const longestMs = 3_000
const retryMs = 5_000

/** `later` of a window. */
export function afterDelay(run: () => void, ms: number): () => void {
  const timer = setTimeout(run, ms)
  return () => clearTimeout(timer)
}

/**
 * Saves one text as it is written: at every rest, and every few seconds where there is none. Saves never overlap, so an
 * older text cannot arrive after a newer one; a text whose save failed is kept and tried again, with the next edit or by
 * itself.
 */
export function createSaver<Value>(
  initial: Value,
  { save, later, savesAtRest = true }: SaverEffects<Value>,
): Saver<Value> {
  let value = initial
  let status: SaveStatus = { kind: 'untouched' }
  const timers = createTimers(later)
  let running: Promise<boolean> | null = null
  const { tell, subscribe } = createListeners()

  const set = (next: SaveStatus) => {
    status = next
    tell()
  }
  const saveOnce = async (): Promise<boolean> => {
    const sent = value
    set({ kind: 'saving' })
    const answer = await save(sent)
    if (!answer.ok) {
      set({ kind: 'failed', failure: answer.error })
      timers.plan(() => void flush(), retryMs)
      return false
    }
    set({ kind: value === sent ? 'saved' : 'waiting' })
    return value === sent || saveOnce()
  }

  const flush = async (): Promise<boolean> => {
    if (running !== null) return running
    if (status.kind === 'untouched' || status.kind === 'saved') return true
    timers.cancel()
    running = saveOnce()
    const isSaved = await running
    running = null
    return isSaved
  }

  return {
    value: () => value,
    status: () => status,
    change: (next) => {
      value = next
      // A save under way goes on to the newer text by itself.
      if (running === null && savesAtRest) timers.planRest(() => void flush())
      set({ kind: running === null ? 'waiting' : 'saving' })
    },
    flush,
    subscribe,
  }
}

/** A save that is planned, and the moment at which it is made whether there was a rest or not. */
function createTimers(later: SaverEffects<never>['later']) {
  let cancel: (() => void) | null = null
  let cancelLongest: (() => void) | null = null
  const plan = (run: () => void, ms: number) => {
    cancel?.()
    cancel = later(run, ms)
  }
  return {
    plan,
    planRest: (run: () => void) => {
      plan(run, restMs)
      cancelLongest ??= later(run, longestMs)
    },
    cancel: () => {
      cancel?.()
      cancelLongest?.()
      cancelLongest = null
    },
  }
}

function createListeners() {
  const listeners = new Set<() => void>()
  return {
    tell: () => {
      for (const listener of listeners) listener()
    },
    subscribe: (listener: () => void) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}
