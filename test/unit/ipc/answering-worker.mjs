/* oxlint-disable unicorn/require-post-message-target-origin -- a worker has no origin */
// Speaks the core's protocol without a vault, to try the line itself: its death, its order and its end.
import { parentPort } from 'node:worker_threads'

const { port1, port2 } = new MessageChannel()
port1.on('message', () => {})
port2.unref()

parentPort.on('message', ({ kind, seq, name, input }) => {
  const answer = (value) => parentPort.postMessage({ kind: 'answer', seq, result: { ok: true, value } })
  if (name === 'vault.lock') {
    parentPort.postMessage({ kind: 'push', name: 'vault.access-changed', push: 'locked' })
    return answer(null)
  }
  if (name === 'session.current') return undefined
  if (name === 'vault.access') throw new Error('a bug')
  if (name === 'export.folder') process.exit(3)
  if (name === 'shut-down') {
    answer(null)
    port1.close()
    return parentPort.close()
  }
  return answer([kind, name, input])
})
