import { describe, expect, it } from 'vitest'
import { gapAnswers, gapWords, judgeCommand } from '../../../src/renderer/live/gap-answers.ts'
import { timelineOf } from '../../../src/renderer/live/timeline-model.ts'
import { timelineSentence } from '../../../src/renderer/live/timeline-words.ts'
import { openGap } from '../../../src/shared/session/apply-gap.ts'
import type { GapVerdict } from '../../../src/shared/session/vocabulary.ts'
import { phase } from '../session/arbitraries.ts'
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

/** Ten minutes of a session, and so many behind the lock; phases ran out so many minutes into it. */
function lockedFor(minutes: number, ranOutAfter: readonly number[]): Run {
  const before = actAll(
    startRun(),
    [0, { type: 'arrive-all' }],
    [0, { type: 'start', end: 'full-length' }],
    [10 * minuteMs, { type: 'set-topic', topic: 'Evenings' }],
  )
  let atMinute = 0
  const ranOut = ranOutAfter.map((minute, index) => {
    const passMs = (minute - atMinute) * minuteMs
    atMinute = minute
    return [passMs, { type: 'run-out', phaseId: phase(index) }] as const
  })
  const awayMs = minutes * minuteMs
  const back = { type: 'come-back', awayMs, passedMs: null, watchedMs: awayMs } as const
  return actAll(before, ...ranOut, [awayMs - atMinute * minuteMs, back])
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

  it('after a lock asks only where a phase ended, offers the agenda then, and says that it was locked', () => {
    const quiet = lockedFor(12, [])
    expect(openGap(quiet.state)).toBeUndefined()
    expect(judgeCommand(quiet.state, 'planned')).toBeNull()
    expect(judgeCommand(quiet.state, 'break')).toMatchObject({ verdict: 'break' })
    const passed = lockedFor(12, [4, 9])
    expect(offered(passed)).toEqual(['planned', 'break', 'end', 'keep'])
    const gap = openGap(passed.state)
    expect(gap && gapWords(gap, 'America/New_York')).toMatch(
      /^The console was locked for 12 min \(.+\)\. By the agenda 2 phases were over in that time\.$/,
    )
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
  it('shows a lock, and phases that went on behind it where they did', () => {
    expect(timelineOf(lockedFor(12, []).state).gaps).toMatchObject([{ kind: 'locked' }])
    expect(timelineSentence(timelineOf(lockedFor(12, []).state), true)).toContain(
      'The console was locked, for session time of 12 min.',
    )
    const run = lockedFor(12, [4])
    const gap = openGap(run.state)?.seq ?? 0
    const line = timelineOf(act(run, { type: 'judge-gap', gap, verdict: 'planned' }).state)
    const held = line.segments.filter(({ status }) => status !== 'planned')
    expect(held.map(({ startMs }) => startMs / minuteMs)).toEqual([0, 14])
    expect(line.gaps).toMatchObject([{ kind: 'locked' }])
  })

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
