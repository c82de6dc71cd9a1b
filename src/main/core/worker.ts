import { parentPort, workerData } from 'node:worker_threads'
import { createCore } from './create-core.ts'
import { createSystemClock, systemRandom } from './effects.ts'
import type { CoreSettings, FromCore, PushMessage, ToCore } from './protocol.ts'
import { chooseStrength } from './vault/slot-strength.ts'

/** How often the windows are told the time and a running session is noted as alive. */
const beatMs = 5_000

const port = parentPort
if (port === null) throw new Error('the core runs in a worker thread')
const send = (message: FromCore) => port.postMessage(message)
const paths: CoreSettings = workerData

const core = createCore({
  clock: createSystemClock(),
  random: systemRandom,
  paths,
  // The name says which push it is; TypeScript cannot follow that through a generic pair.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  push: (name, push) => send({ kind: 'push', name, push } as PushMessage),
  chooseStrength: () => chooseStrength(() => performance.now()),
})
const beat = () => void core.beat()
beat()
// What was asked just before the computer slept is done before the first beat after it.
const heart = setInterval(() => setImmediate(beat), beatMs).unref()

port.on('message', (message: ToCore) => void receive(message))

// What is thrown here is a bug: it ends the thread, and main says so.
async function receive(message: ToCore): Promise<void> {
  const result =
    message.kind === 'call'
      ? await core.call(message.name, message.input)
      : await core.run(message.name, message.input)
  send({ kind: 'answer', seq: message.seq, result })
  if (message.kind === 'task' && message.name === 'shut-down') {
    clearInterval(heart)
    port?.close()
  }
}
