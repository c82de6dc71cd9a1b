import { parentPort, workerData } from 'node:worker_threads'
import { succeed } from '../../../shared/result.ts'
import type { Clock } from '../clock.ts'
import { takeNotes } from '../private/destroy-private.ts'
import { writeAltered } from '../vault/alter-copy.ts'
import type { Alteration, AlteringAnswer, AlteringTask, Taken } from './alteration.ts'
import { eraseRecord } from './erase-record.ts'

// A thread for what SQLite does in one call that takes as long as the database is large: meanwhile the core answers.
const task: AlteringTask = workerData
// The port to the core has no origin to target.
// oxlint-disable-next-line unicorn/require-post-message-target-origin
parentPort?.postMessage(alter(task))

function alter({ copy, key: shared, alteration }: AlteringTask): AlteringAnswer {
  const altering = { ...copy, key: new Uint8Array(shared) }
  let taken: Taken = { sessionCount: 0, textCount: 0 }
  const altered =
    alteration.kind === 'erase-charts'
      ? writeAltered('record', altering, (record) => {
          taken = eraseRecord({ record, clock: standingClock(alteration), personIds: alteration.personIds })
        })
      : writeAltered('private', altering, (privateStore) => takeNotes(privateStore, alteration))
  return altered.ok ? succeed(taken) : altered
}

/** The core's clock, at the moment in which it was asked. */
function standingClock({ stamp, uptimeMs }: Extract<Alteration, { kind: 'erase-charts' }>): Clock {
  return { read: () => stamp, sleptSince: () => 0, uptimeMs: () => uptimeMs }
}
