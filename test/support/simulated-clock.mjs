// Loaded with --import: puts the time of the worker threads, and of them alone, into a test's hands. It stands still
// until the test moves it, and is the real time until the test has set it once.
import os from 'node:os'
import { syncBuiltinESMExports } from 'node:module'
import { getEnvironmentData, isMainThread, setEnvironmentData } from 'node:worker_threads'

const key = 'simulated-clock'
const [isSet, wall, mono, uptime] = [0, 1, 2, 3]

if (isMainThread) hold()
else follow(getEnvironmentData(key))

function hold() {
  const readings = new BigInt64Array(new SharedArrayBuffer(4 * BigInt64Array.BYTES_PER_ELEMENT))
  setEnvironmentData(key, readings)
  process.on('message', ({ type, wallMs, monoMs, uptimeMs = monoMs }) => {
    if (type !== 'clock') return
    Atomics.store(readings, wall, BigInt(Math.round(wallMs * 1e6)))
    Atomics.store(readings, mono, BigInt(Math.round(monoMs * 1e6)))
    Atomics.store(readings, uptime, BigInt(Math.round(uptimeMs * 1e6)))
    Atomics.store(readings, isSet, 1n)
    process.send({ type: 'clock-set' })
  })
}

function follow(readings) {
  if (!readings) return
  const read = (which, real) =>
    Atomics.load(readings, isSet) === 1n ? Atomics.load(readings, which) : real()
  const realNow = Date.now
  const realHrtime = process.hrtime.bigint.bind(process.hrtime)
  const realPerformanceNow = performance.now.bind(performance)
  const realUptime = os.uptime
  const now = () => (Atomics.load(readings, isSet) === 1n ? Number(read(wall) / 1_000_000n) : realNow())
  const hrtime = () => read(mono, realHrtime)

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
  const simulated = (which, unitNs, real) => () =>
    Atomics.load(readings, isSet) === 1n ? Number(Atomics.load(readings, which)) / unitNs : real()
  performance.now = simulated(mono, 1e6, realPerformanceNow)
  os.uptime = simulated(uptime, 1e9, realUptime)
  syncBuiltinESMExports()
}
