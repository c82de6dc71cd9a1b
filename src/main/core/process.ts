import { placeOf } from '../../shared/place-of.ts'
import type { LastingClock } from './clock.ts'
import { createCore, type Core } from './create-core.ts'
import { createSystemClock, systemRandom } from './effects.ts'
import type { BeginMessage, CallMessage, FromCore, PushMessage, TaskMessage, ToCore } from './protocol.ts'
import { chooseStrength } from './vault/slot-strength.ts'

/** How often the windows are told the time and a running session is noted as alive. */
const beatMs = 5_000

const port = process.parentPort

interface Begun {
  readonly core: Core
  readonly clock: LastingClock
}

let begun: Begun | null = null
let hasSaidSpent = false
/** What was asked and is not answered. Some of it may wait for a drive, and lets others be answered meanwhile. */
let unanswered = 0

// What the core makes is its owner's alone, whatever the process that it was forked from had set.
process.umask(0o077)
// A terminal tells all of the console's processes that it is closed; how the core ends is for main to say.
for (const signal of ['SIGINT', 'SIGHUP'] as const) process.on(signal, () => undefined)
// What is thrown past every answer is a bug: main hears where, ends this process, and says so. Its message may hold words.
process.on('uncaughtException', (error) => {
  port.removeAllListeners('message')
  send({ kind: 'failed', at: placeOf(error) })
})
port.on('message', ({ data }: { readonly data: ToCore }) => {
  if (data.kind === 'begin') begun = begin(data)
  else if (begun === null) throw new Error('the core was not told where to begin')
  else if (data.kind === 'hand-over') void handOver(begun)
  else void answer(begun, data)
})

function begin({ settings, handOver: left }: BeginMessage): Begun {
  const clock = createSystemClock(left?.clock)
  const core = createCore(
    {
      clock,
      random: systemRandom,
      paths: settings,
      // The name says which push it is; TypeScript cannot follow that through a generic pair.
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion
      push: (name, push) => tell({ kind: 'push', name, push } as PushMessage),
      chooseStrength: () => chooseStrength(() => performance.now()),
    },
    left,
  )
  const beat = () => void core.beat()
  beat()
  // What was asked just before the computer slept is done before the first beat after it.
  setInterval(() => setImmediate(beat), beatMs)
  return { core, clock }
}

async function answer({ core }: Begun, message: CallMessage | TaskMessage): Promise<void> {
  unanswered += 1
  const result =
    message.kind === 'call'
      ? await core.call(message.name, message.input)
      : await core.run(message.name, message.input)
  unanswered -= 1
  tell({ kind: 'answer', seq: message.seq, result })
}

async function handOver({ core, clock }: Begun): Promise<void> {
  const left = await core.handOver()
  const isDone = left !== null && unanswered === 0
  hasSaidSpent = isDone
  tell({ kind: 'handed-over', handOver: isDone ? { clock: clock.course(), ...left } : null })
}

/** Whatever is told may have been the last that this process was needed for. */
function tell(message: FromCore): void {
  send(message)
  setImmediate(() => {
    if (hasSaidSpent || unanswered > 0 || begun?.core.isSpent() !== true) return
    hasSaidSpent = true
    send({ kind: 'spent' })
  })
}

function send(message: FromCore): void {
  // The port to main has no origin to target.
  // oxlint-disable-next-line unicorn/require-post-message-target-origin
  port.postMessage(message)
}
