import { describe, expect, it } from 'vitest'
import { gapAnswers, gapWords, judgeCommand } from '../../../src/renderer/live/gap-answers.ts'
import { timelineOf } from '../../../src/renderer/live/timeline-model.ts'
import { timelineSentence } from '../../../src/renderer/live/timeline-words.ts'
import { openGap } from '../../../src/shared/session/apply-gap.ts'
import type { GapVerdict } from '../../../src/shared/session/vocabulary.ts'
import { act, actAll, startRun, type Run } from '../session/run.ts'

const minuteMs = 60_000

/** Ten minutes of a session, and twelve that nobody saw. */
function away(): Run {
  return actAll(
    startRun(),
    [0, { type: 'arrive-all' }],
    [0, { type: 'start', end: 'full-length' }],
    [22 * minuteMs, { type: 'come-back', awayMs: 12 * minuteMs, passedMs: null }],
  )
}

function offered(run: Run): readonly GapVerdict[] {
  const gap = openGap(run.state)
  return gap === undefined ? [] : gapAnswers(run.state, gap).map(({ verdict }) => verdict)
}

describe('the card of a gap', () => {
  it('says how long and when', () => {
    const gap = openGap(away().state)
    if (gap === undefined) throw new Error('a gap is open')
    // The hour that the clocks went back in: they showed 1:02 once more.
    const words = gapWords({ ...gap, wallMs: Date.UTC(2026, 10, 1, 5, 50) }, 'America/New_York')
    expect(words).toMatch(/^The console was away for 12 min \(1:50\s–\s1:02\sAM\)\.$/)
  })

  it('offers all three, and no end once the session has gone on', () => {
    const run = away()
    expect(offered(run)).toEqual(['break', 'end', 'keep'])
    expect(offered(act(run, { type: 'next-phase' }))).toEqual(['break', 'keep'])
    expect(offered(act(run, { type: 'set-topic', topic: 'Evenings' }))).toEqual(['break', 'end', 'keep'])
  })

  it('offers no break within a break', () => {
    const paused = act(away(), { type: 'judge-gap', gap: openGap(away().state)?.seq ?? 0, verdict: 'keep' })
    const again = actAll(
      paused,
      [0, { type: 'pause', kind: 'break' }],
      [5 * minuteMs, { type: 'come-back', awayMs: 5 * minuteMs, passedMs: null }],
    )
    expect(offered(again)).toEqual(['end', 'keep'])
  })

  it('is gone once it is answered, and when the session has ended', () => {
    const run = away()
    const command = judgeCommand(run.state, 'break')
    if (command === null) throw new Error('a break can be said')
    expect(offered(act(run, command))).toEqual([])
    expect(offered(act(run, { type: 'end' }))).toEqual([])
    expect(judgeCommand(act(run, { type: 'end' }).state, 'keep')).toBeNull()
  })
})

describe('the timeline', () => {
  it.each([
    [
      null,
      [{ startMs: 10 * minuteMs, endMs: 22 * minuteMs, kind: 'open' }],
      'Gap, not yet answered, of 12 min.',
    ],
    ['break', [{ kind: 'break' }], 'Break while the console was away, of 12 min.'],
    ['keep', [{ kind: 'kept' }], 'Gap, kept as session time, of 12 min.'],
    ['end', [], ''],
  ] as const)('shows and says a gap judged %s', (verdict, gaps, words) => {
    const run = away()
    const command = verdict === null ? null : judgeCommand(run.state, verdict)
    const line = timelineOf((command === null ? run : act(run, command)).state)
    expect(line.gaps).toMatchObject(gaps)
    expect(line.gaps).toHaveLength(gaps.length)
    expect(timelineSentence(line, true)).toContain(words)
    if (verdict === 'end')
      expect(line.segments.at(-1)).toMatchObject({ status: 'held', endMs: 10 * minuteMs })
  })
})
