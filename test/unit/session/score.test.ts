import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldAll } from '../../../src/shared/session/fold.ts'
import { momentAt, presenceAt, talkedAt, wallAt } from '../../../src/shared/session/score-moment.ts'
import { scoreOf, type Score } from '../../../src/shared/session/score.ts'
import { totalOf, type Span } from '../../../src/shared/session/spans.ts'
import type { SessionState } from '../../../src/shared/session/state.ts'
import { sessionTime } from '../../../src/shared/session/stretches.ts'
import { person, phase, prepareCommand } from './arbitraries.ts'
import { runArbitrary } from './arbitrary-run.ts'
import { act, actAll, startRun, type Run } from './run.ts'

const minute = 60_000
const lead = person(0)
const [ana, ben, dee] = [person(2), person(3), person(5)]

/** A session that runs, everyone there. */
function running(): Run {
  return actAll(startRun(), [0, { type: 'arrive-all' }], [0, { type: 'start', end: 'full-length' }])
}

function linesOf(score: Score) {
  return [...score.members, ...score.facilitators]
}

function lineOf(score: Score, personId: typeof ana) {
  const line = linesOf(score).find((one) => one.person.personId === personId)
  if (line === undefined) throw new Error('nobody has this line')
  return line
}

/** Every list of spans that a score draws, each of which is to be in order, apart and within the session. */
function listsOf(score: Score): readonly (readonly [name: string, spans: readonly Span[]])[] {
  return [
    ...linesOf(score).flatMap(
      (line) =>
        [
          ['presence', line.presence],
          ['out', line.out],
          ['floor', line.floor],
          ['heard', line.heard],
        ] as const,
    ),
    ['held', score.held],
    ['interruptions', score.interruptions],
    ['silences', score.silences],
  ]
}

function faultsOf(score: Score): string[] {
  const faults = listsOf(score).flatMap(([name, spans]) =>
    spans.flatMap(({ startMs, endMs }, index) => {
      const isWithin = startMs >= (spans[index - 1]?.endMs ?? 0) && endMs <= score.lengthMs
      return startMs < endMs && isWithin ? [] : [`${name} ${startMs} to ${endMs}`]
    }),
  )
  const moments = [...score.notes, ...linesOf(score).flatMap(({ marks }) => marks)]
  const late = moments.filter(({ atMs }) => atMs < 0 || atMs > score.lengthMs)
  return [...faults, ...late.map(({ atMs }) => `moment ${atMs}`)]
}

function isStopped(manner: string): boolean {
  return manner === 'pause' || manner === 'break'
}

/** What the lines draw, beside what the fold counted. */
function sumsOf(state: SessionState, score: Score) {
  const lines = linesOf(score)
  const { stretches, elapsedMs } = sessionTime(state)
  return {
    elapsedMs,
    presentMs: lines.map(({ person: { personId }, presence }) => [personId, totalOf(presence)]),
    talkMs: lines.map(({ person: { personId }, floor }) => [personId, totalOf(floor)]),
    phases: state.phases.map(({ id }) => [
      id,
      totalOf(stretches.filter(({ phaseId, manner }) => phaseId === id && !isStopped(manner))),
    ]),
    pausedMs: totalOf(stretches.filter(({ manner, phaseId }) => isStopped(manner) || phaseId === null)),
    silenceMs: totalOf(score.silences),
  }
}

function countedBy(state: SessionState, score: Score): ReturnType<typeof sumsOf> {
  const people = linesOf(score).map(({ person: counted }) => counted)
  return {
    elapsedMs: state.elapsedMs,
    presentMs: people.map(({ personId, presentMs }) => [personId, presentMs]),
    talkMs: people.map(({ personId, talkMs }) => [personId, talkMs]),
    phases: state.phases.map(({ id, actualMs }) => [id, actualMs]),
    pausedMs: state.pausedMs,
    silenceMs: state.time.silenceMs,
  }
}

describe('the score of any session', () => {
  it('draws what the log counts: presence, talk, phases, pauses and silence, each to the millisecond', () => {
    fc.assert(
      fc.property(runArbitrary, ({ runs }) => {
        for (const { state } of runs) {
          const score = scoreOf(state)
          expect(sumsOf(state, score)).toEqual(countedBy(state, score))
        }
      }),
      { numRuns: 300 },
    )
  })

  it('has every span within the session, longer than nothing and after the one before', () => {
    fc.assert(
      fc.property(runArbitrary, ({ runs }) => {
        expect(runs.flatMap(({ state }) => faultsOf(scoreOf(state)))).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  it('says at any moment what its spans say, and at the end what the log says', () => {
    fc.assert(
      fc.property(runArbitrary, fc.double({ min: 0, max: 1, noNaN: true }), ({ runs }, share) => {
        const state = runs.at(-1)?.state
        if (state === undefined) return
        const score = scoreOf(state)
        const ms = Math.floor(score.lengthMs * share)
        const moment = momentAt(score, ms)
        for (const line of linesOf(score)) {
          const { personId, talkMs, presence } = line.person
          const isSpeaking = line.floor.some(({ startMs, endMs }) => startMs <= ms && ms < endMs)
          expect(moment.speakers.some((speaker) => speaker.personId === personId)).toBe(isSpeaking)
          const until = line.floor.map(({ startMs, endMs }) => Math.max(0, Math.min(endMs, ms) - startMs))
          expect(talkedAt(line, ms)).toBe(until.reduce((sum, one) => sum + one, 0))
          expect(talkedAt(line, score.lengthMs)).toBe(talkMs)
          expect(presenceAt(line, score.lengthMs)).toBe(presence)
        }
        expect(moment.speakers.length > 0 && moment.silence !== null).toBe(false)
      }),
    )
  })

  it('never holds a private note', () => {
    fc.assert(
      fc.property(runArbitrary, ({ runs }) => {
        expect(runs.flatMap(({ state }) => scoreOf(state).notes.filter((note) => note.isPrivate))).toEqual([])
      }),
    )
  })

  it('is the same from the stored log as from the events one by one', () => {
    fc.assert(
      fc.property(runArbitrary, ({ runs }) => {
        const run = runs.at(-1)
        if (run === undefined) return
        expect(scoreOf(foldAll(run.events))).toEqual(scoreOf(run.state))
      }),
      { numRuns: 50 },
    )
  })
})

const give = (personId: typeof ana) => ({ type: 'give-floor', personId }) as const
const release = (personId: typeof ana) => ({ type: 'release-floor', personId }) as const
const feedback = (personId: typeof ana) => ({ type: 'mark', personId, mark: 'feedback' }) as const

/** Who gave feedback to whom, from which second to which. */
function slurs({ state }: Run) {
  return scoreOf(state).slurs.map(({ giverId, receiverId, heardMs, givenMs }) => ({
    giverId,
    receiverId,
    seconds: [heardMs / 1_000, givenMs / 1_000],
  }))
}

describe('slurs', () => {
  it('lead from whoever spoke before to whoever gave feedback', () => {
    const run = actAll(
      running(),
      [10_000, give(ana)],
      [20_000, release(ana)],
      [5_000, give(dee)],
      [10_000, feedback(dee)],
    )
    expect(slurs(run)).toEqual([{ giverId: dee, receiverId: ana, seconds: [30, 35] }])
  })

  it('pass over a facilitator who asked for it, and come also from a mark made right after the turn', () => {
    const run = actAll(
      running(),
      [0, give(ana)],
      [20_000, release(ana)],
      [0, give(lead)],
      [30_000, release(lead)],
      [0, give(dee)],
      [10_000, release(dee)],
      [30_000, feedback(dee)],
    )
    expect(slurs(run)).toEqual([{ giverId: dee, receiverId: ana, seconds: [20, 50] }])
  })

  it('are not drawn where nobody was heard in the two minutes before, or turns were not tapped', () => {
    const late = actAll(
      running(),
      [0, give(ana)],
      [20_000, release(ana)],
      [121_000, give(dee)],
      [0, feedback(dee)],
    )
    expect(slurs(late)).toEqual([])
    expect(slurs(actAll(running(), [60_000, feedback(dee)]))).toEqual([])
  })

  it('are gone with a mark that was taken back', () => {
    const run = actAll(
      running(),
      [0, give(ana)],
      [20_000, release(ana)],
      [0, give(dee)],
      [0, feedback(dee)],
      [0, { type: 'undo' }],
    )
    expect(slurs(run)).toEqual([])
  })
})

describe('a session that nobody tapped', () => {
  it('from paper has phases, presence and breaks, and neither turns nor silences', () => {
    const prepared = startRun(prepareCommand('skills'))
    const sheet = {
      startedAtMs: 1_794_900_000_000,
      endedAtMs: 1_794_900_000_000 + 100 * minute,
      phases: [
        { phaseId: phase(0), minutes: 12 },
        { phaseId: phase(2), minutes: 10 },
        { phaseId: phase(1), minutes: 40 },
      ],
      people: [
        { personId: ana, presence: 'present', cameAfterMinutes: 5, leftAfterMinutes: 90 },
        { personId: ben, presence: 'excused', cameAfterMinutes: null, leftAfterMinutes: null },
      ],
    } as const
    const run = act(
      prepared,
      {
        type: 'enter-paper',
        sheet: { ...sheet, phases: [...sheet.phases], people: [...sheet.people] },
        marks: [],
      },
      1,
    )
    expect(run.refusal).toBeNull()
    const score = scoreOf(run.state)
    expect(score.held.map(({ phaseId }) => phaseId)).toEqual([phase(0), phase(2), phase(1)])
    expect(score.planned[0]).toMatchObject({ minutes: 10, heldFromMs: 0 })
    expect(lineOf(score, ana).presence).toEqual([{ startMs: 5 * minute, endMs: 90 * minute }])
    expect(score.interruptions.map(({ manner }) => manner)).toEqual(['break-phase'])
    expect([score.turns, score.silences, score.slurs]).toEqual([[], [], []])
    expect(momentAt(score, 95 * minute).phase).toBeNull()
    expect(wallAt(score, 0)).toBe(sheet.startedAtMs)
  })

  it('in the sampling mode has the spans in which people were heard, moved on by the breaks', () => {
    const run = actAll(
      running(),
      [0, { type: 'observe', observation: 'sampling' }],
      [4 * minute, { type: 'pause', kind: 'break' }],
      [10 * minute, { type: 'resume' }],
      [2 * minute, { type: 'answer-sample', sample: 0, heardIds: [ana], isComplete: true }],
      [5 * minute, { type: 'end' }],
    )
    const score = scoreOf(run.state)
    expect(lineOf(score, ana).heard).toEqual([
      { startMs: 0, endMs: 4 * minute },
      { startMs: 14 * minute, endMs: 15 * minute },
    ])
    expect(score.silences).toEqual([])
  })
})
