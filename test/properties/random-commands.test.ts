import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { expect, it } from 'vitest'
import type { Outcome, Share } from './run-sequences.ts'

const sequenceCount = 100_000
// Another seed each day, so that a year tries tens of millions; the seed in a failure brings it back.
const seed = Number(process.env['SEED'] ?? Math.floor(Date.now() / 86_400_000))

it(`holds in ${sequenceCount.toLocaleString('en')} sequences of random commands`, async () => {
  const workers = availableParallelism()
  const size = Math.ceil(sequenceCount / workers)
  const shares = Array.from({ length: workers }, (_, index): Share => {
    const from = index * size
    return { seed, from, count: Math.min(size, sequenceCount - from) }
  })
  const outcomes = await Promise.all(shares.map(runShare))
  const total = (of: (outcome: Outcome) => number) => outcomes.reduce((sum, outcome) => sum + of(outcome), 0)
  console.log(
    `seed ${seed}: ${total((o) => o.sequences)} sequences, ${total((o) => o.commands)} commands, ${total((o) => o.events)} events, ${total((o) => o.signatures)} signatures`,
  )
  const broken = outcomes.flatMap((outcome) => outcome.broken ?? [])
  expect(broken, `SEED=${seed} npm test brings it back`).toEqual([])
  expect(total(({ sequences }) => sequences)).toBe(sequenceCount)
  expect(total(({ signatures }) => signatures)).toBeGreaterThan(sequenceCount / 10)
})

function runShare(share: Share): Promise<Outcome> {
  return new Promise((done, fail) => {
    const worker = new Worker(join(import.meta.dirname, 'run-sequences.ts'), { workerData: share })
    worker.once('message', done)
    worker.once('error', fail)
  })
}
