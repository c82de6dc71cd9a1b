import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { roomView, roomViewSchema, withoutNames, type RoomView } from '../../../src/shared/room/room-view.ts'
import { advance } from '../../../src/shared/session/advance.ts'
import { emptySession, type SessionState } from '../../../src/shared/session/state.ts'
import { phase, prepareArbitrary, stepArbitrary } from '../session/arbitraries.ts'
import { act, actAll, startRun, step, type Run } from '../session/run.ts'

const minuteMs = 60_000
const started = actAll(startRun(), [0, { type: 'arrive-all' }], [0, { type: 'start', end: 'full-length' }])

function viewAfter(run: Run, ms: number): RoomView {
  return roomView(advance(run.state, { ...run.stamp, monoMs: run.stamp.monoMs + ms }), 'day')
}

describe('what the room sees', () => {
  it('is calm without a session, before the start and after the close', () => {
    for (const run of [startRun(), act(startRun(), { type: 'arrive-all' })]) {
      expect(roomView(run.state, 'evening')).toEqual({ stage: 'before', phase: null, theme: 'evening' })
    }
    expect(roomView(emptySession, 'day')).toEqual({ stage: 'before', phase: null, theme: 'day' })
    const ended = act(started, { type: 'end' }, minuteMs)
    expect(roomView(ended.state, 'day')).toEqual({ stage: 'after', phase: null, theme: 'day' })
  })

  it('is the phase, where it stands among the others, and what is left in steps of five seconds', () => {
    const first = started.state.phases[0]
    const planned = (first?.minutes ?? 0) * 60
    expect(viewAfter(started, 0)).toEqual({
      stage: 'running',
      phase: {
        name: first?.name,
        kind: first?.kind,
        number: 1,
        count: started.state.phases.length,
        plannedSeconds: planned,
        remainingSeconds: planned,
      },
      theme: 'day',
    })
    expect(viewAfter(started, 61_000).phase?.remainingSeconds).toBe(planned - 60)
    expect(viewAfter(started, planned * 1_000 + 1).phase?.remainingSeconds).toBe(0)
  })

  it('leaves out what was skipped, and says when there is a pause or a break', () => {
    const skipped = act(started, {
      type: 'skip-phase',
      phaseId: phase(2),
      reason: 'no-time',
    })
    expect(skipped.refusal).toBeNull()
    expect(roomView(skipped.state, 'day').phase?.count).toBe(started.state.phases.length - 1)
    expect(roomView(act(started, { type: 'pause', kind: 'pause' }).state, 'day').stage).toBe('paused')
    expect(roomView(act(started, { type: 'pause', kind: 'break' }).state, 'day').stage).toBe('break')
  })
})

const mark = 'Quillon'

/** The same session with a distinctive word wherever a person has written something, but for the names of phases. */
function marked(state: SessionState): SessionState {
  return { ...state, topic: mark }
}

it('holds the session’s stage and its phase, and nothing else, whatever has happened', () => {
  fc.assert(
    fc.property(
      prepareArbitrary,
      fc.array(stepArbitrary, { maxLength: 30 }),
      fc.nat(200 * minuteMs),
      (prepare, steps, laterMs) => {
        const run = steps.reduce(step, startRun(prepare))
        const state = advance(marked(run.state), { ...run.stamp, monoMs: run.stamp.monoMs + laterMs })
        const view = roomView(state, 'system')
        // Strict: a field more would fail.
        expect(roomViewSchema.parse(view)).toEqual(view)
        const told = JSON.stringify(view)
        expect(told).not.toContain(mark)
        for (const { personId } of state.people) expect(told).not.toContain(personId)
        // Apart from the phase as it stands, no part of the session makes a difference.
        const bare = { ...emptySession, ...pick(state), people: [], turns: [], floor: [], marks: [] }
        expect(roomView(bare, 'system')).toEqual(view)
      },
    ),
    { numRuns: 300 },
  )
})

function pick({ stage, pauseKind, phases, currentPhaseId }: SessionState): Partial<SessionState> {
  return { stage, pauseKind, phases, currentPhaseId }
}

it('never shows a phase that is called after somebody', () => {
  const word = fc.stringMatching(/^\p{L}{2,12}$/u)
  fc.assert(
    fc.property(
      word,
      word,
      fc.array(word, { maxLength: 3 }),
      fc.boolean(),
      (first, last, others, isUpper) => {
        const named = isUpper ? first.toUpperCase() : first.toLowerCase()
        const people = [
          { preferredName: `${first} ${last}`, initials: `${first.slice(0, 1)}${last.slice(0, 1)}` },
        ]
        const name = [...others, named].join(' ')
        const view = viewAfter(started, 0)
        const shown = withoutNames({ ...view, phase: view.phase && { ...view.phase, name } }, people)
        expect(shown.phase?.name).toBe('Phase 1')
      },
    ),
    { numRuns: 500 },
  )
})

it('never shows one that is called after somebody whose name is a single letter with a mark', () => {
  const view = viewAfter(started, 0)
  const shown = withoutNames({ ...view, phase: view.phase && { ...view.phase, name: 'aﾞ' } }, [
    { preferredName: 'Aﾞ AA', initials: 'AA' },
  ])
  expect(shown.phase?.name).toBe('Phase 1')
})

it('never shows one that is called after somebody whose name has a capital sharp s', () => {
  const view = viewAfter(started, 0)
  const shown = withoutNames({ ...view, phase: view.phase && { ...view.phase, name: 'großmann' } }, [
    { preferredName: 'Uli GROẞMANN', initials: 'UG' },
  ])
  expect(shown.phase?.name).toBe('Phase 1')
})

it('keeps the names of phases that mean nobody', () => {
  const view = viewAfter(started, 0)
  expect(withoutNames(view, [{ preferredName: 'Wim Aske', initials: 'WA' }])).toEqual(view)
})
