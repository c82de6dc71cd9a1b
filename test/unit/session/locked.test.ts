import fc from 'fast-check'
import { expect, it } from 'vitest'
import { grow, noticeLock } from '../../../src/main/core/session/grow.ts'
import type { LiveSession } from '../../../src/main/core/session/live-session.ts'
import { advance } from '../../../src/shared/session/advance.ts'
import type { AnyCommand } from '../../../src/shared/session/commands.ts'
import { followAgenda } from '../../../src/shared/session/course.ts'
import { decide } from '../../../src/shared/session/decide.ts'
import { currentPhase } from '../../../src/shared/session/decision.ts'
import type { Stamp } from '../../../src/shared/session/stamp.ts'
import type { SessionState } from '../../../src/shared/session/state.ts'
import { sessionIdSchema } from '../../../src/shared/ids.ts'
import { sessionTime } from '../../../src/shared/session/stretches.ts'
import { commandArbitrary } from './arbitraries.ts'
import { firstStamp, startRun } from './run.ts'

const minuteMs = 60_000
const sessionId = sessionIdSchema.parse('7d1c9a64-4a5b-4a50-9d2a-1f6f6b1f0b11')

/** Nothing that a lock keeps anybody from: nobody can tap a turn or take back an act of somebody else's. */
const notMeant = new Set<AnyCommand['type']>([
  'undo',
  'come-back',
  'notice-jump',
  'judge-gap',
  'give-floor',
  'release-floor',
  'pass-on',
  'enter-paper',
])

const stepsArbitrary = fc.array(
  fc.record({
    passMs: fc.oneof(fc.integer({ min: 0, max: 5_000 }), fc.integer({ min: 0, max: 40 * minuteMs })),
    /** The last part of that time was behind the lock; 0 where it was not locked. */
    lockedPart: fc.oneof(fc.constant(0), fc.double({ min: 0, max: 1, noNaN: true })),
    command: commandArbitrary.filter(({ type }) => !notMeant.has(type)),
  }),
  { minLength: 1, maxLength: 25 },
)

function begin(): LiveSession {
  const { state } = startRun()
  const live = { state, preparedAtMs: firstStamp.wallMs, headHash: new Uint8Array(32) }
  return give(
    give(live, { type: 'arrive-all' }, firstStamp),
    { type: 'start', end: 'full-length' },
    firstStamp,
  )
}

function give(live: LiveSession, command: AnyCommand, stamp: Stamp): LiveSession {
  const decision = decide(live.state, command, stamp)
  return decision.ok ? grow({ live, entries: [] }, decision.value, stamp).live : live
}

function later(stamp: Stamp, ms: number): Stamp {
  return { ...stamp, monoMs: stamp.monoMs + ms, wallMs: stamp.wallMs + ms }
}

/** What a console says that was locked for so long up to now, and what ran out meanwhile. */
function lockFor(live: LiveSession, lockedMs: number, now: Stamp) {
  const sinceStamp = later(now, -lockedMs)
  const { ranOut } = followAgenda(advance(live.state, sinceStamp), lockedMs)
  const watched = { sessionId, headHash: live.headHash, sinceStamp, watchedMs: lockedMs, ranOut }
  const { live: opened } = noticeLock(live, watched, now, { awayMs: lockedMs, passedMs: null })
  return { opened, instants: ranOut.map(({ afterMs }) => later(sinceStamp, afterMs)) }
}

/** The times that stand in the record of a session, to the millisecond. */
function timesOf(state: SessionState) {
  const { stage, elapsedMs, pausedMs, startedAtMs, endedAtMs, currentPhaseId, phases, people, time } = state
  return {
    stage,
    elapsedMs,
    pausedMs,
    startedAtMs,
    endedAtMs,
    currentPhaseId,
    breakMs: time.breakMs,
    phases: phases.map(({ id, status, actualMs, enteredAtMs }) => [id, status, actualMs, enteredAtMs]),
    people: people.map(({ personId, presence, presentMs, breakMs }) => [
      personId,
      presence,
      presentMs,
      breakMs,
    ]),
  }
}

function isActive({ state }: LiveSession): boolean {
  return state.stage === 'running' || state.stage === 'paused'
}

it('a session that was locked at any moments has the minutes of one that never was', () => {
  fc.assert(
    fc.property(stepsArbitrary, (steps) => {
      let [locked, open] = [begin(), begin()]
      let stamp = firstStamp
      for (const { passMs, lockedPart, command } of steps) {
        stamp = later(stamp, passMs)
        const lockedMs = Math.floor(passMs * lockedPart)
        if (lockedMs > 0 && isActive(locked)) locked = lockFor(locked, lockedMs, stamp).opened
        locked = give(locked, command, stamp)
        open = give(open, command, stamp)
        expect(timesOf(advance(locked.state, stamp))).toEqual(timesOf(advance(open.state, stamp)))
      }
    }),
  )
})

it('one that went on with the agenda has the minutes of one whose facilitator pressed Next at each end', () => {
  fc.assert(
    fc.property(stepsArbitrary, (steps) => {
      let [locked, open] = [begin(), begin()]
      let stamp = firstStamp
      for (const { passMs, lockedPart, command } of steps) {
        stamp = later(stamp, passMs)
        const lockedMs = Math.floor(passMs * lockedPart)
        if (lockedMs > 0 && isActive(locked)) {
          const { opened, instants } = lockFor(locked, lockedMs, stamp)
          const gap = opened.state.gaps.at(-1)?.seq ?? 0
          locked = give(opened, { type: 'judge-gap', gap, verdict: 'planned' }, stamp)
          for (const instant of instants) {
            const phase = currentPhase(advance(open.state, instant))
            expect(phase?.actualMs).toBe((phase?.minutes ?? 0) * minuteMs)
            open = give(open, { type: 'next-phase' }, instant)
          }
        }
        locked = give(locked, command, stamp)
        open = give(open, command, stamp)
        expect(timesOf(advance(locked.state, stamp))).toEqual(timesOf(advance(open.state, stamp)))
        const { stretches } = sessionTime(locked.state)
        const heldMs = (id: unknown) =>
          stretches
            .filter(({ phaseId, manner }) => phaseId === id && manner !== 'pause' && manner !== 'break')
            .reduce((sum, { startMs, endMs }) => sum + endMs - startMs, 0)
        for (const { id, actualMs } of locked.state.phases) expect(heldMs(id)).toBe(actualMs)
      }
    }),
  )
})
