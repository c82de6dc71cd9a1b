import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { advance } from '../../../src/shared/session/advance.ts'
import { closingOf, nextThreshold, stillSaid, thresholdsBehind } from '../../../src/shared/session/closing.ts'
import type { SessionState } from '../../../src/shared/session/state.ts'
import { phase, prepareCommand } from './arbitraries.ts'
import { act, actAll, startRun, type Run } from './run.ts'

const minute = 60_000
const started = act(startRun(), { type: 'start', end: 'full-length' })

function after(run: Run, minutes: number): SessionState {
  const ms = minutes * minute
  return advance(run.state, { ...run.stamp, wallMs: run.stamp.wallMs + ms, monoMs: run.stamp.monoMs + ms })
}

/** All that is called to mind when the session is looked at with these many minutes left, one look after the other. */
function heard(lefts: readonly number[], run = started): number[] {
  const length = run.state.lengthMinutes
  let said: ReturnType<typeof thresholdsBehind> = thresholdsBehind(after(run, length - (lefts[0] ?? length)))
  return lefts.flatMap((left) => {
    const next = nextThreshold(said, after(run, length - left))
    if (next === null) return []
    said = [...said, next]
    return [next]
  })
}

describe('calling the end to mind', () => {
  it('happens at 15, 10 and 5 minutes before it', () => {
    expect(heard([90, 16, 15, 14.9, 11, 10, 9, 5.1, 5, 3, 0, -4])).toEqual([15, 10, 5])
  })

  it('passes over what a leap of the clock has made needless', () => {
    expect(heard([40, 4, 3])).toEqual([5])
    expect(heard([40, 12, 4])).toEqual([15, 5])
  })

  it('does not say again what is said when time on the screen goes back and forth', () => {
    expect(heard([16, 14, 19, 15, 9, 14, 8, 13, 4, 20, 15, 10, 5])).toEqual([15, 10, 5])
  })

  it('begins anew for an end that was moved, as far as its thresholds lie ahead', () => {
    const said = thresholdsBehind(after(started, 86))
    expect(said).toEqual([15, 10, 5])
    const longer = (minutes: number) => after(act(started, { type: 'extend-session', minutes }), 86)
    expect(stillSaid(said, longer(5))).toEqual([15, 10])
    expect(nextThreshold(stillSaid(said, longer(5)), longer(5))).toBeNull()
    expect(stillSaid(said, longer(20))).toEqual([])
    // The extension is taken back: what is left is said at once.
    expect(nextThreshold(stillSaid([], after(started, 86)), after(started, 86))).toBe(5)
  })

  it('takes as said what was over when a window opens', () => {
    expect(heard([8, 7, 5])).toEqual([5])
  })

  it('happens at most once for each, however time goes', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -20, max: 90 }), { minLength: 1, maxLength: 60 }), (lefts) => {
        const all = heard(lefts)
        expect(new Set(all).size).toBe(all.length)
        // What is nearer the end is never followed by what is farther from it.
        expect(all).toEqual(all.toSorted((a, b) => b - a))
        const nearest = Math.min(...lefts.slice(1))
        if ((lefts[0] ?? 0) > 5 && nearest <= 5) expect(all.at(-1)).toBe(5)
      }),
    )
  })

  it('says nothing before the start, after the end, and of a time that the session never had', () => {
    expect(thresholdsBehind(startRun().state)).toEqual([])
    expect(thresholdsBehind(actAll(started, [80 * minute, { type: 'end' }]).state)).toEqual([])
    const short = act(
      startRun({ ...prepareCommand(), lengthMinutes: 12, phases: prepareCommand().phases.slice(6) }),
      { type: 'start', end: 'full-length' },
    )
    expect(short.refusal).toBeNull()
    expect(thresholdsBehind(after(short, 1))).toEqual([])
    expect(thresholdsBehind(after(short, 3))).toEqual([10])
  })
})

describe('the close', () => {
  it('is shown in the last quarter of an hour with what it needs', () => {
    expect(closingOf(after(started, 74))).toBeNull()
    expect(closingOf(after(started, 75))).toEqual({
      leftMinutes: 15,
      close: { name: 'Check-out round', moreCount: 0, minutes: 5, isOn: false },
      fit: 'fits',
    })
  })

  it('has to begin when just its time is left, and no longer fits after that', () => {
    expect(closingOf(after(started, 84))).toMatchObject({ leftMinutes: 6, fit: 'fits' })
    expect(closingOf(after(started, 85))).toMatchObject({ leftMinutes: 5, fit: 'now' })
    expect(closingOf(after(started, 87))).toMatchObject({ leftMinutes: 3, fit: 'short' })
    const longer = act(started, { type: 'extend-session', minutes: 10 })
    expect(closingOf(after(longer, 87))).toMatchObject({ leftMinutes: 13, fit: 'fits' })
  })

  it('fits while it is on, and asks for nothing more once it has had its time', () => {
    const closing = actAll(
      started,
      ...[1, 2, 3, 4, 5].map(
        (index) => [0, { type: 'skip-phase', phaseId: phase(index), reason: 'no-time' }] as const,
      ),
      [85 * minute, { type: 'next-phase' }],
    )
    expect(closingOf(closing.state)).toMatchObject({ leftMinutes: 5, close: { isOn: true }, fit: 'fits' })
    expect(closingOf(after(closing, 6))).toMatchObject({
      leftMinutes: -1,
      close: null,
      fit: 'fits',
    })
  })

  it('counts all protected phases to come', () => {
    const trauma = act(startRun(prepareCommand('trauma')), { type: 'start', end: 'full-length' })
    expect(closingOf(after(trauma, 75))).toMatchObject({
      close: { name: 'Check-out round', moreCount: 1, minutes: 17 },
      fit: 'short',
    })
    const inFirst = actAll(trauma, ...[1, 2, 3, 4].map(() => [0, { type: 'next-phase' }] as const))
    expect(closingOf(after(inFirst, 80))).toMatchObject({
      close: { name: 'Grounding & leave-taking', moreCount: 0, minutes: 5, isOn: false },
      fit: 'fits',
    })
    expect(closingOf(after(inFirst, 85))).toMatchObject({ fit: 'now' })
  })
})
