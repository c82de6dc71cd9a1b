import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sessionEventSchema } from '../../../src/shared/session/events.ts'
import { readLog, writeLog } from '../../../src/shared/session/log-text.ts'
import { memberCount } from './arbitraries.ts'
import { runArbitrary } from './arbitrary-run.ts'
import { manyTurns, startRun } from './run.ts'

test('a log is read as it was written', () => {
  fc.assert(
    fc.property(runArbitrary, ({ runs }) => {
      const events = runs.at(-1)?.events ?? []
      expect(readLog(writeLog(events))).toEqual(events)
    }),
  )
})

test('a log that was never begun has no events', () => {
  expect(readLog(writeLog([]))).toEqual([])
})

test('names of runs and zones are not taken for one another, whatever they look like', () => {
  const [first] = startRun().events
  const names = ['x', '"x"', '0', '__proto__', '\ud83d']
  const events = names.flatMap((run) =>
    names.map((zone) => sessionEventSchema.parse({ ...first, stamp: { ...first?.stamp, run, zone } })),
  )
  expect(readLog(writeLog(events))).toEqual(events)
})

test('what happens again is written once', () => {
  const { events } = manyTurns()
  expect(events.length).toBeGreaterThan(300)
  expect(writeLog(events).match(/floor\.given/g)).toHaveLength(memberCount)
})
