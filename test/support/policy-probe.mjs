// Loaded with --import beside the stand-in: keeps the functions themselves that the app handed to `electron`, and calls
// them as Electron would, for what neither a page nor a test can cause (a certificate, a device, a child frame that calls).
import { subscribe } from 'node:diagnostics_channel'
import { isMainThread } from 'node:worker_threads'

if (isMainThread && process.send) watch()

function watch() {
  const handed = []
  subscribe('stand-in:asked', ({ what, args }) => {
    const policy = args.findLast((value) => typeof value === 'function')
    if (policy) handed.push({ what, event: typeof args[0] === 'string' ? args[0] : null, policy })
  })
  process.on('message', (message) => {
    if (message.type === 'try-policy') void tryAll(handed, message).then((tried) => process.send(tried))
  })
}

async function tryAll(handed, { id, what, event, args }) {
  const policies = handed.filter((one) => one.what === what && one.event === event)
  const outcomes = policies.map(({ policy }) => tryOne(policy, args))
  return { type: 'policy-tried', id, outcomes: await Promise.all(outcomes) }
}

async function tryOne(policy, args) {
  const outcome = { isPrevented: false, calledBack: null, returned: null }
  const filled = args.map((value) => fill(value, outcome))
  outcome.returned = (await describe(await policy(...filled))) ?? null
  return outcome
}

/** `{ $: 'event' }` stands for an event that can be prevented, `{ $: 'callback' }` for a callback. */
function fill(value, outcome) {
  switch (value?.$) {
    case 'event':
      return { ...value, preventDefault: () => (outcome.isPrevented = true) }
    case 'callback':
      return (...answer) => (outcome.calledBack = answer)
    default:
      return value
  }
}

async function describe(returned) {
  if (!(returned instanceof Response)) return returned
  return {
    status: returned.status,
    headers: Object.fromEntries(returned.headers),
    body: await returned.text(),
  }
}
