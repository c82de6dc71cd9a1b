import type { Worker } from 'node:worker_threads'
import type { Failure } from '../shared/ipc/failure.ts'
import { fail, type Result } from '../shared/result.ts'
import type {
  CoreOutput,
  CoreRequest,
  CoreTaskName,
  FromCore,
  PushMessage,
  TaskInputOf,
  TaskMessage,
  TaskOutputOf,
  ToCore,
} from './core/protocol.ts'

type Answer = Result<CoreOutput, Failure>

/** Main's end of the line to the core. Once the core is gone, everything is answered `core-gone` at once. */
export interface CoreClient {
  call(request: CoreRequest): Promise<Answer>
  run<Name extends CoreTaskName>(
    name: Name,
    input: TaskInputOf<Name>,
  ): Promise<Result<TaskOutputOf<Name>, Failure>>
  /** Locks the vault and ends the core; resolves when it is gone, cleanly or after `patienceMs`. */
  close(patienceMs: number): Promise<void>
}

export interface CoreListeners {
  readonly onPush: (message: PushMessage) => void
  /** The core ended without being asked to. `error` is what it threw, if it threw. */
  readonly onGone: (error: unknown) => void
}

export function connectCore(worker: Worker, { onPush, onGone }: CoreListeners): CoreClient {
  const waiting = new Map<number, (answer: Answer) => void>()
  const gone = Promise.withResolvers<void>()
  let state: 'up' | 'closing' | 'gone' = 'up'
  let lastSeq = 0

  function finish(error: unknown): void {
    if (state === 'gone') return
    const wasAsked = state === 'closing'
    state = 'gone'
    for (const answer of waiting.values()) answer(fail({ code: 'core-gone' }))
    waiting.clear()
    if (!wasAsked) onGone(error)
    gone.resolve()
  }

  worker.on('message', (message: FromCore) => {
    if (message.kind === 'push') return onPush(message)
    waiting.get(message.seq)?.(message.result)
    waiting.delete(message.seq)
  })
  worker.on('error', finish)
  worker.on('messageerror', finish)
  worker.on('exit', () => finish(undefined))

  function send(message: (seq: number) => ToCore): Promise<Answer> {
    if (state === 'gone') return Promise.resolve(fail({ code: 'core-gone' }))
    lastSeq += 1
    const { promise, resolve } = Promise.withResolvers<Answer>()
    waiting.set(lastSeq, resolve)
    // A worker has no origin to target.
    // oxlint-disable-next-line unicorn/require-post-message-target-origin
    worker.postMessage(message(lastSeq))
    return promise
  }

  async function run<Name extends CoreTaskName>(name: Name, input: TaskInputOf<Name>) {
    // Name, input and output belong together by the protocol; TypeScript cannot follow that through a union.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    const answer = await send((seq) => ({ kind: 'task', seq, name, input }) as TaskMessage)
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    return answer as Result<TaskOutputOf<Name>, Failure>
  }

  return {
    call: (request) => send((seq) => ({ kind: 'call', seq, ...request })),
    run,
    async close(patienceMs) {
      if (state !== 'up') return gone.promise
      state = 'closing'
      const timer = setTimeout(() => void worker.terminate(), patienceMs)
      await run('shut-down', null)
      await gone.promise
      clearTimeout(timer)
    },
  }
}
