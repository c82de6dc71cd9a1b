import { expect, test } from 'vitest'
import { places, readDraft } from '../../../src/renderer/paper/read-draft.ts'
import { beginDraft, type SheetDraft } from '../../../src/renderer/paper/sheet-draft.ts'
import { firstStamp, startRun } from '../session/run.ts'

const { state } = startRun()
const { zone, wallMs } = firstStamp
const dayMs = 24 * 60 * 60_000
const context = { phases: state.phases, plannedStartMs: state.plannedStartMs, zone, nowMs: wallMs + dayMs }
const planned = beginDraft(state, wallMs, zone)

function firstProblem(change: Partial<SheetDraft>): string | undefined {
  return readDraft({ ...planned, ...change }, context).problems[0]?.place
}

test('a sheet as it was planned can be entered', () => {
  expect(readDraft(planned, context)).toMatchObject({ problems: [], command: { type: 'enter-paper' } })
})

test.each<readonly [string, Partial<SheetDraft>, string]>([
  ['no day', { day: null }, places.day],
  ['no start', { start: '' }, places.start],
  ['a start that is no time', { start: 'six' }, places.start],
  ['no end', { end: '' }, places.end],
  ['an end as early as the start', { end: planned.start }, places.end],
])('%s leads to its own field', (_what, change, place) => {
  expect(firstProblem(change)).toBe(place)
})

test('phases that take more than there was lead to the longest', () => {
  const [first] = state.phases
  if (first === undefined) throw new Error('an agenda has phases')
  expect(firstProblem({ minutes: { [first.id]: '400' } })).toBe(places.phase(first.id))
})
