import { describe, expect, it } from 'vitest'
import {
  momentAt,
  presenceAt,
  stopFrom,
  stopsOf,
  talkedAt,
  wallAt,
} from '../../../src/shared/session/score-moment.ts'
import { scoreOf, type Score } from '../../../src/shared/session/score.ts'
import { totalOf } from '../../../src/shared/session/spans.ts'
import { person, phase } from './arbitraries.ts'
import { actAll, manyTurns, startRun, type Run } from './run.ts'

const minute = 60_000
const [ana, ben, cal] = [person(2), person(3), person(4)]

/** A session that runs, everyone there. */
function running(): Run {
  return actAll(startRun(), [0, { type: 'arrive-all' }], [0, { type: 'start', end: 'full-length' }])
}

function lineOf(score: Score, personId: typeof ana) {
  const line = score.members.find((one) => one.person.personId === personId)
  if (line === undefined) throw new Error('nobody has this line')
  return line
}

describe('a moment', () => {
  it('knows the phase, who has the floor since when and after whom, the marks near it and the note before it', () => {
    const run = actAll(
      running(),
      [0, { type: 'give-floor', personId: ana }],
      [minute, { type: 'release-floor', personId: ana }],
      [0, { type: 'next-phase' }],
      [10_000, { type: 'give-floor', personId: ben }],
      [20_000, { type: 'mark', personId: ben, mark: 'skill' }],
      [10_000, { type: 'release-floor', personId: ben }],
      [5 * minute, { type: 'end' }],
    )
    const score = scoreOf(run.state)
    const moment = momentAt(score, minute + 25_000)
    expect(moment.phase).toMatchObject({ phaseId: phase(1), startMs: minute })
    expect(moment.speakers).toEqual([
      { personId: ben, fromMs: minute + 10_000, toMs: minute + 40_000, afterId: ana },
    ])
    expect(moment.marks.map(({ mark }) => mark)).toEqual(['skill'])
    expect(moment.note).toBeNull()
    expect(momentAt(score, 4 * minute).silence).toMatchObject({ startMs: minute + 40_000 })
    expect(momentAt(score, score.lengthMs).phase?.phaseId).toBe(phase(1))
    expect(talkedAt(lineOf(score, ben), minute + 20_000)).toBe(10_000)
  })

  it('parts a turn at a break, and tells how long it has lasted nevertheless', () => {
    const run = actAll(
      running(),
      [0, { type: 'give-floor', personId: ana }],
      [minute, { type: 'pause', kind: 'break' }],
      [10 * minute, { type: 'resume' }],
      [minute, { type: 'end' }],
    )
    const score = scoreOf(run.state)
    expect(score.interruptions).toMatchObject([{ manner: 'break', startMs: minute, endMs: 11 * minute }])
    expect(totalOf(lineOf(score, ana).floor)).toBe(
      run.state.people.find(({ personId }) => personId === ana)?.talkMs,
    )
  })

  it('shows the wall clock that was on the wall, also after somebody set it', () => {
    const begun = actAll(running(), [10 * minute, { type: 'next-phase' }])
    const { stamp } = begun
    const moved = { ...begun, stamp: { ...stamp, wallMs: stamp.wallMs + 60 * minute } }
    const run = actAll(moved, [10 * minute, { type: 'next-phase' }], [minute, { type: 'end' }])
    const score = scoreOf(run.state)
    const startedAtMs = run.state.startedAtMs ?? 0
    expect(wallAt(score, 5 * minute) - startedAtMs).toBe(5 * minute)
    expect(wallAt(score, 21 * minute) - startedAtMs).toBe(81 * minute)
  })

  it('knows where people were: out of the room, late, never there', () => {
    const run = actAll(
      actAll(startRun(), [0, { type: 'arrive', personId: ana }], [0, { type: 'excuse', personId: cal }]),
      [0, { type: 'start', end: 'full-length' }],
      [9 * minute, { type: 'arrive', personId: ben }],
      [minute, { type: 'step-out', personId: ana }],
      [6 * minute, { type: 'return', personId: ana }],
      [minute, { type: 'end' }],
    )
    const score = scoreOf(run.state)
    expect(lineOf(score, ana).out).toEqual([{ startMs: 10 * minute, endMs: 16 * minute }])
    expect(presenceAt(lineOf(score, ana), 12 * minute)).toBe('out')
    expect(presenceAt(lineOf(score, ben), minute)).toBe('expected')
    expect(presenceAt(lineOf(score, ben), 10 * minute)).toBe('present')
    expect(presenceAt(lineOf(score, cal), 0)).toBe('excused')
    expect(lineOf(score, cal).presence).toEqual([])
  })

  it('stops turn by turn, and by the minute where there are no turns', () => {
    const score = scoreOf(actAll(manyTurns(), [1_000, { type: 'end' }]).state)
    const stops = stopsOf(score)
    expect(stops.length).toBe(152)
    expect(stopFrom(stops, 0, 'next')).toBe(1_000)
    expect(stopFrom(stops, 1_000, 'previous')).toBe(0)
    expect(stopFrom(stops, score.lengthMs, 'next')).toBe(score.lengthMs)
    const silent = scoreOf(actAll(running(), [150_000, { type: 'end' }]).state)
    expect(stopsOf(silent)).toEqual([0, minute, 2 * minute, 150_000])
  })
})
