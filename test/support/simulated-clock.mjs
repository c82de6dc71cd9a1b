// Loaded with --import: puts the time of the core's process, and of that alone, into a test's hands. It stands still until
// the test moves it, and is the real time until the test has set it once.
import { subscribe } from 'node:diagnostics_channel'
import { syncBuiltinESMExports } from 'node:module'
import os from 'node:os'
import { getEnvironmentData, isMainThread, setEnvironmentData } from 'node:worker_threads'

const key = 'simulated-clock'
const [isSet, wall, mono, uptime] = [0, 1, 2, 3]
const reading = new URL(import.meta.url).searchParams.get('reading')

if (reading !== null) follow(JSON.parse(reading))
else if (isMainThread) hold()

/** In main: tells every process of the core what the time is, before anything else runs in it, and when it changes. */
function hold() {
  const cores = new Set()
  let last = null
  subscribe('stand-in:fork', ({ preloads, forked }) => {
    preloads.push('--import', `${import.meta.url}?reading=${encodeURIComponent(JSON.stringify(last))}`)
    void take(forked)
  })
  const take = async (forked) => {
    const core = await forked
    cores.add(core)
    core.once('exit', () => cores.delete(core))
  }
  process.on('message', async ({ type, wallMs, monoMs, uptimeMs = monoMs }) => {
    if (type !== 'clock') return
    last = { wallMs, monoMs, uptimeMs }
    const told = Array.from(cores, (core) => tell(core, last))
    await Promise.all(told)
    process.send({ type: 'clock-set' })
  })
}

let lastId = 0

/** Resolves when the core reads nothing older any more. */
function tell(core, clock) {
  return new Promise((resolve) => {
    lastId += 1
    const id = lastId
    const hear = ({ clockSet }) => {
      if (clockSet !== id) return
      core.off('message', hear)
      resolve()
    }
    core.on('message', hear)
    core.once('exit', resolve)
    core.send({ clock, id }, (error) => {
      if (error) resolve()
    })
  })
}

/** In the core, and in the threads that it starts. */
function follow(first) {
  const readings =
    getEnvironmentData(key) ?? new BigInt64Array(new SharedArrayBuffer(4 * BigInt64Array.BYTES_PER_ELEMENT))
  if (isMainThread) keep(readings, first)
  const isGiven = () => Atomics.load(readings, isSet) === 1n
  const given = (which) => Atomics.load(readings, which)
  const realNow = Date.now
  const realHrtime = process.hrtime.bigint.bind(process.hrtime)
  const realPerformanceNow = performance.now.bind(performance)
  const realUptime = os.uptime
  const now = () => (isGiven() ? Number(given(wall) / 1_000_000n) : realNow())
  const hrtime = () => (isGiven() ? given(mono) : realHrtime())

  globalThis.Date = class Date extends globalThis.Date {
    constructor(...parts) {
      super(...(parts.length === 0 ? [now()] : parts))
    }
    static now() {
      return now()
    }
  }
  process.hrtime = Object.assign(
    (before = [0, 0]) => {
      const nanoseconds = hrtime() - BigInt(before[0]) * 1_000_000_000n - BigInt(before[1])
      return [Number(nanoseconds / 1_000_000_000n), Number(nanoseconds % 1_000_000_000n)]
    },
    { bigint: hrtime },
  )
  performance.now = () => (isGiven() ? Number(given(mono)) / 1e6 : realPerformanceNow())
  os.uptime = () => (isGiven() ? Number(given(uptime)) / 1e9 : realUptime())
  syncBuiltinESMExports()
}

function keep(readings, first) {
  const set = ({ wallMs, monoMs, uptimeMs }) => {
    Atomics.store(readings, wall, BigInt(Math.round(wallMs * 1e6)))
    Atomics.store(readings, mono, BigInt(Math.round(monoMs * 1e6)))
    Atomics.store(readings, uptime, BigInt(Math.round(uptimeMs * 1e6)))
    Atomics.store(readings, isSet, 1n)
  }
  if (first !== null) set(first)
  setEnvironmentData(key, readings)
  process.on('message', ({ clock, id }) => {
    if (clock === undefined) return
    set(clock)
    process.send({ clockSet: id })
  })
}
