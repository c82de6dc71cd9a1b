// Speaks the core's protocol without a vault, to try the line itself: its death, its order, its end and its successor.
const port = process.parentPort
let begunWith = null

port.on('message', ({ data: { kind, seq, name, input, handOver } }) => {
  if (kind === 'begin') begunWith = handOver
  else if (kind === 'hand-over') port.postMessage({ kind: 'handed-over', handOver: leave() })
  else answer(kind, seq, name, input)
})

function answer(kind, seq, name, input) {
  const tell = (value) => port.postMessage({ kind: 'answer', seq, result: { ok: true, value } })
  switch (name) {
    case 'vault.lock':
      port.postMessage({ kind: 'push', name: 'vault.access-changed', push: 'locked' })
      tell(process.pid)
      return port.postMessage({ kind: 'spent' })
    case 'session.current':
      return undefined
    case 'vault.access':
      return port.postMessage({ kind: 'failed', at: 'core.js:1:1' })
    case 'export.folder':
      return process.exit(3)
    case 'preferences.read':
      return tell([process.pid, begunWith])
    case 'vault.unlock':
      isNeeded = true
      return tell(null)
    default:
      return tell([kind, name, input])
  }
}

let isNeeded = false

function leave() {
  if (!isNeeded) return { watching: (begunWith?.watching ?? 0) + 1 }
  isNeeded = false
  return null
}
