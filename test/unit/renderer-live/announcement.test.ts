import { expect, test } from 'vitest'
import { announcement } from '../../../src/renderer/live/announcement.ts'
import { person } from '../session/arbitraries.ts'
import { actAll, step, type Run } from '../session/run.ts'
import { prepared, running } from './people.ts'

const said = ({ state }: Run) => announcement(state, 'America/New_York')

test('a new phase is said, with its minutes; before the start nothing is', () => {
  const [first, second] = running.state.phases
  expect(said(prepared)).toBe('')
  expect(said(running)).toBe(`${first?.name}, ${first?.minutes} minutes`)
  expect(said(actAll(running, [0, { type: 'next-phase' }]))).toBe(
    `${second?.name}, ${second?.minutes} minutes`,
  )
})

test('a pause, a break and the end are said', () => {
  expect(said(actAll(running, [0, { type: 'pause', kind: 'pause' }]))).toBe('Paused')
  expect(said(actAll(running, [0, { type: 'pause', kind: 'break' }]))).toBe('Break')
  expect(said(actAll(running, [0, { type: 'end' }]))).toBe('The session has ended')
})

test('who speaks and what is marked is not said over the people in the room', () => {
  const spoken = said(running)
  expect(said(actAll(running, [0, { type: 'give-floor', personId: person(2) }]))).toBe(spoken)
  expect(said(actAll(running, [0, { type: 'mark', personId: person(2), mark: 'shared' }]))).toBe(spoken)
})

test('a gap is said until it is answered', () => {
  const topic = { type: 'set-topic', topic: 'Evenings' } as const
  const away = step(running, { command: topic, passMs: 20 * 60_000, wallJumpMs: 0, isNewRun: true })
  expect(said(away)).toMatch(/^The console was away for 20 min .* What was it\?$/)
  const gap = away.state.gaps[0]?.seq ?? 0
  expect(said(actAll(away, [0, { type: 'judge-gap', gap, verdict: 'keep' }]))).toBe(said(running))
})
