// Hands over no sooner than it is told to end: as if its last words were still on their way then.
const port = process.parentPort
let wasAsked = false

port.on('message', ({ data: { kind, seq, name } }) => {
  if (kind === 'hand-over') wasAsked = true
  if (kind !== 'call' && kind !== 'task') return
  // One in the place of another answers what it is asked; the first one leaves the end to whoever loses patience.
  port.postMessage({ kind: 'answer', seq, result: { ok: true, value: null } })
  if (name !== 'vault.lock') return
  port.postMessage({ kind: 'spent' })
  port.postMessage({ kind: 'push', name: 'vault.access-changed', push: 'locked' })
})
process.on('SIGTERM', () => {
  if (wasAsked) port.postMessage({ kind: 'handed-over', handOver: { watching: 1 } })
  process.exit()
})
