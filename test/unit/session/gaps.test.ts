import { expect, it } from 'vitest'
import { openGap } from '../../../src/shared/session/apply-gap.ts'
import { foldAll } from '../../../src/shared/session/fold.ts'
import { act, startRun, visible } from './run.ts'

const away = { type: 'come-back', awayMs: 600_000, passedMs: null } as const

it('an absence is one of a session: where its start is taken back, there is nothing to ask about', () => {
  const started = act(act(startRun(), { type: 'arrive-all' }), { type: 'start', end: 'full-length' }, 60_000)
  const back = act(started, away, 700_000)
  const gap = openGap(back.state)
  expect(gap).toMatchObject({ awayMs: 600_000, verdict: null })
  const undone = act(back, { type: 'undo' })
  expect(undone.state).toMatchObject({ stage: 'prepared', startedAtMs: null, gaps: [] })
  const judged = act(undone, { type: 'judge-gap', gap: gap?.seq ?? 0, verdict: 'end' })
  expect(judged.refusal).toBe('unknown-gap')
  expect(judged.state.stage).toBe('prepared')
  expect(visible(foldAll(judged.events))).toEqual(visible(judged.state))
  const again = act(judged, { type: 'start', end: 'full-length' })
  expect(again.state).toMatchObject({ stage: 'running', gaps: [] })
})

it('what comes after the gap that was the end is no gap', () => {
  const started = act(startRun(), { type: 'start', end: 'full-length' }, 60_000)
  const first = act(started, away, 700_000)
  const second = act(first, away, 700_000)
  expect(second.state.gaps).toHaveLength(2)
  const judged = act(second, { type: 'judge-gap', gap: first.state.gaps[0]?.seq ?? 0, verdict: 'end' })
  expect(judged.state).toMatchObject({ stage: 'ended', gaps: [{ verdict: 'end' }] })
  expect(act(judged, { type: 'undo' }).state.gaps).toHaveLength(2)
})
