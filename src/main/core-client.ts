import type { Failure } from '../shared/ipc/failure.ts'
import { fail, type Result } from '../shared/result.ts'
import type { HandOver } from './core/hand-over.ts'
import type {
  CoreOutput,
  CoreRequest,
  CoreSettings,
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

/** One process of the core. What is posted before it runs waits for it. */
export interface CoreProcess {
  post(message: ToCore): void
  /** Ends it at once. Without effect on one that has ended. */
  end(): void
}

export interface CoreProcessListeners {
  readonly onMessage: (message: FromCore) => void
  readonly onExit: () => void
}

export type StartCore = (listeners: CoreProcessListeners) => CoreProcess

export interface CoreListeners {
  readonly onPush: (message: PushMessage) => void
  /** The core ended without being asked to. `at`: where in our code it has thrown, `unknown` if it has not. */
  readonly onGone: (at: string) => void
}

interface Line extends CoreListeners {
  readonly start: StartCore
  readonly settings: CoreSettings
  readonly waiting: Map<number, (answer: Answer) => void>
  /** What was asked while one process hands over to the next; null while none does. */
  held: ToCore[] | null
  state: 'up' | 'closing' | 'gone'
  /** The process that runs is to end the console's core with it: none comes after it. */
  isLast: boolean
  core: CoreProcess
  readonly gone: PromiseWithResolvers<void>
}

/**
 * Starts the core and keeps the line to it. A core that says it is spent, as it does at the lock, is ended once it has
 * answered everything, with all that its memory held, and another one stands in its place: nobody who asks notices.
 */
export function connectCore(
  { start, settings }: { readonly start: StartCore; readonly settings: CoreSettings },
  listeners: CoreListeners,
): CoreClient {
  const none: CoreProcess = { post: () => undefined, end: () => undefined }
  const gone = Promise.withResolvers<void>()
  const line: Line = {
    ...listeners,
    start,
    settings,
    waiting: new Map(),
    held: null,
    state: 'up',
    isLast: false,
    core: none,
    gone,
  }
  let lastSeq = 0
  begin(line, null)

  function send(message: (seq: number) => ToCore): Promise<Answer> {
    if (line.state === 'gone') return Promise.resolve(fail({ code: 'core-gone' }))
    lastSeq += 1
    const { promise, resolve } = Promise.withResolvers<Answer>()
    line.waiting.set(lastSeq, resolve)
    if (line.held === null) post(line, message(lastSeq))
    else line.held.push(message(lastSeq))
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
      if (line.state !== 'up') return gone.promise
      line.state = 'closing'
      const timer = setTimeout(() => endLast(line), patienceMs)
      await run('shut-down', null)
      endLast(line)
      await gone.promise
      clearTimeout(timer)
    },
  }
}

/** Starts a process. Of one that has handed over nothing is heard any more. */
function begin(line: Line, handOver: HandOver | null): void {
  const core = line.start({
    onMessage(message) {
      if (line.core === core) hear(line, message)
    },
    onExit() {
      if (line.core === core) finish(line, 'unknown')
    },
  })
  line.core = core
  core.post({ kind: 'begin', settings: line.settings, handOver })
}

function hear(line: Line, message: FromCore): void {
  switch (message.kind) {
    case 'push':
      return line.onPush(message)
    case 'answer':
      line.waiting.get(message.seq)?.(message.result)
      return void line.waiting.delete(message.seq)
    case 'spent':
      line.held ??= []
      return line.core.post({ kind: 'hand-over' })
    case 'handed-over':
      if (line.isLast) return
      if (message.handOver !== null) replace(line, message.handOver)
      for (const held of line.held ?? []) post(line, held)
      line.held = null
      return
    case 'failed':
      return fall(line, message.at)
  }
}

function post(line: Line, message: ToCore): void {
  if (message.kind === 'task' && message.name === 'shut-down') line.isLast = true
  line.core.post(message)
}

function endLast(line: Line): void {
  line.isLast = true
  line.core.end()
}

function replace(line: Line, handOver: HandOver): void {
  const { core } = line
  begin(line, handOver)
  core.end()
}

function fall(line: Line, at: string): void {
  const { core } = line
  finish(line, at)
  core.end()
}

function finish(line: Line, at: string): void {
  if (line.state === 'gone') return
  const wasAsked = line.state === 'closing'
  line.state = 'gone'
  for (const answer of line.waiting.values()) answer(fail({ code: 'core-gone' }))
  line.waiting.clear()
  if (!wasAsked) line.onGone(at)
  line.gone.resolve()
}
