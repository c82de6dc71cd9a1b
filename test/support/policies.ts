import { join } from 'node:path'
import type { LaunchedConsole } from './launch.ts'

/** For `env` of a launch: lets {@link tryPolicy} reach the console's policies. */
export const withPolicyProbe = {
  NODE_OPTIONS: `--import=${JSON.stringify(join(import.meta.dirname, 'policy-probe.mjs'))}`,
}

/** In the arguments of {@link tryPolicy}: an event that can be prevented, with what it tells. */
export function event(details: object = {}): object {
  return { ...details, $: 'event' }
}

/** In the arguments of {@link tryPolicy}: a callback. */
export const callback = { $: 'callback' }

/** What one policy did. */
export interface Outcome {
  readonly isPrevented: boolean
  /** What its callback was called with; null when it was not. */
  readonly calledBack: readonly unknown[] | null
  readonly returned: unknown
}

interface Tried {
  readonly type: string
  readonly id: number
  readonly outcomes: readonly Outcome[]
}

let lastId = 0

/**
 * Calls every function that the app handed to one of electron's methods (`session.on`, for one event) as Electron
 * would; one outcome each, in the order in which they were handed over.
 */
export async function tryPolicy(
  { process: child }: LaunchedConsole,
  what: string,
  onEvent: string | null,
  ...args: readonly unknown[]
): Promise<readonly Outcome[]> {
  lastId += 1
  const id = lastId
  const { promise, resolve } = Promise.withResolvers<readonly Outcome[]>()
  const listen = (message: Tried): void => {
    if (message.type === 'policy-tried' && message.id === id) resolve(message.outcomes)
  }
  child.on('message', listen)
  child.send({ type: 'try-policy', id, what, event: onEvent, args })
  const outcomes = await promise
  child.off('message', listen)
  return outcomes
}
