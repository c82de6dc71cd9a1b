import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Inside } from '../../../src/main/core/dispatch.ts'
import { readProjection } from '../../../src/main/core/session/projection-repository.ts'
import { verifySession } from '../../../src/main/core/session/verify.ts'
import { phaseIdSchema, type SessionId } from '../../../src/shared/ids.ts'
import { openGap } from '../../../src/shared/session/apply-gap.ts'
import type { Command } from '../../../src/shared/session/commands.ts'
import { hasGoneOnSince } from '../../../src/shared/session/decide-gap.ts'
import { foldAll } from '../../../src/shared/session/fold.ts'
import { readLog } from '../../../src/shared/session/log-text.ts'
import type { SessionState } from '../../../src/shared/session/state.ts'
import type { GapVerdict } from '../../../src/shared/session/vocabulary.ts'
import { openRooms, type OpenRooms } from '../support/open-rooms.ts'
import { definitely, valueOf } from '../support/world.ts'

const minuteMs = 60_000

let rooms: OpenRooms
let inside: Inside
let sessionId: SessionId

beforeAll(async () => {
  rooms = await openRooms()
})
afterAll(() => rooms.close())

async function act(command: Command) {
  return inside.calls['session.act']({ sessionId, command })
}

async function read(): Promise<SessionState> {
  return foldAll(readLog(valueOf(await inside.calls['session.open']({ sessionId })).log))
}

function pass(minutes: number): void {
  rooms.clock.pass(minutes * minuteMs)
}

function crash(minutes: number): void {
  inside.beat()
  rooms.clock.restart()
  pass(minutes)
  inside = rooms.enter()
}

/** Ten minutes in which Ana talks, a crash of twelve, five minutes without anybody; Ben is still expected. */
async function startAndCrash(): Promise<void> {
  inside = rooms.enter()
  sessionId = await rooms.prepare(inside)
  const [anaId] = rooms.memberIds
  const personId = definitely(anaId)
  await act({ type: 'arrive', personId })
  await act({ type: 'start', end: 'full-length' })
  await act({ type: 'give-floor', personId })
  pass(10)
  crash(12)
  pass(5)
}

async function judge(verdict: GapVerdict) {
  const gap = definitely((await read()).gaps.at(-1)).seq
  return act({ type: 'judge-gap', gap, verdict })
}

async function finish(): Promise<void> {
  await act({ type: 'end' })
  expect(verifySession(rooms.vault.record, sessionId).firstBreak).toBeNull()
}

const toMinutes = (ms: number) => ms / minuteMs

/** All in whole minutes. */
async function tell() {
  const state = await read()
  const ana = definitely(state.people.find(({ personId }) => personId === rooms.memberIds[0]))
  const projection = definitely(readProjection(rooms.vault.record, sessionId))
  return {
    stage: state.stage,
    elapsed: toMinutes(state.elapsedMs),
    held: state.endedAtMs === null ? null : toMinutes(state.endedAtMs - definitely(state.startedAtMs)),
    phase: toMinutes(definitely(state.phases[0]).actualMs),
    present: toMinutes(ana.presentMs),
    onBreak: toMinutes(ana.breakMs),
    talk: toMinutes(ana.talkMs),
    turn: toMinutes(definitely(state.turns[0]?.endMs)),
    parts: Object.values(state.time).map(toMinutes),
    absent: state.people.filter(({ presence }) => presence === 'absent').length,
    kept: [projection.session.elapsedMs, projection.phases[0]?.actualMs, projection.people[1]?.presentMs].map(
      (ms) => toMinutes(ms ?? 0),
    ),
  }
}

// The parts: silence, one person, several, break, not observed.
const asSession = {
  stage: 'running',
  elapsed: 27,
  held: null,
  phase: 27,
  present: 27,
  onBreak: 0,
  talk: 10,
  turn: 10,
  parts: [5, 10, 0, 0, 12],
  absent: 0,
  kept: [27, 27, 27],
}
const asBreak = { ...asSession, phase: 15, onBreak: 12, parts: [5, 10, 0, 12, 0], kept: [27, 15, 27] }
const asEnd = {
  ...asSession,
  stage: 'ended',
  elapsed: 10,
  held: 10,
  phase: 10,
  present: 10,
  parts: [0, 10, 0, 0, 0],
  absent: 2,
  kept: [10, 10, 10],
}

describe('a gap that was', () => {
  it.each([
    ['keep', asSession],
    ['break', asBreak],
    ['end', asEnd],
  ] as const)('judged %s', async (verdict, expected) => {
    await startAndCrash()
    expect(openGap(await read())).toMatchObject({ awayMs: 12 * minuteMs, isBreak: false })
    valueOf(await judge(verdict))
    expect(await tell()).toEqual(expected)
    expect(openGap(await read())).toBeUndefined()
    // Taken back, it is asked again, and has counted as session time all along.
    valueOf(await act({ type: 'undo' }))
    expect(await tell()).toEqual({ ...asSession, kept: (await tell()).kept })
    expect(openGap(await read())).toBeDefined()
    await finish()
  })

  it.each([
    ['keep', { held: 27, elapsedMs: 27, breakMs: 0, phase: 27 }],
    ['break', { held: 27, elapsedMs: 27, breakMs: 12, phase: 15 }],
    ['end', { held: 10, elapsedMs: 10, breakMs: 0, phase: 10 }],
  ] as const)('judged %s stands so in the summary', async (verdict, expected) => {
    await startAndCrash()
    valueOf(await judge(verdict))
    await finish()
    const { facts } = valueOf(inside.tasks['export.facts']({ sessionId }))
    expect({
      held: toMinutes(facts.endedAtMs - facts.startedAtMs),
      elapsedMs: toMinutes(facts.elapsedMs),
      breakMs: toMinutes(facts.breakMs),
      phase: toMinutes(definitely(facts.phases[0]).actualMs),
    }).toEqual(expected)
  })

  it('can be judged anew, also as the end, as long as only words were added', async () => {
    await startAndCrash()
    valueOf(await judge('break'))
    const text = 'The power was gone.'
    valueOf(await inside.calls['session.record-note']({ sessionId, text }))
    expect(await judge('break')).toEqual({ ok: false, error: { code: 'refused', refusal: 'gap-settled' } })
    valueOf(await judge('end'))
    expect(await tell()).toEqual(asEnd)
    expect((await read()).notes).toMatchObject([{ atMs: 10 * minuteMs }])
    await finish()
  })

  it.each<Command>([{ type: 'next-phase' }, { type: 'pause', kind: 'break' }, { type: 'arrive-all' }])(
    'is no end when the session has gone on since: $type',
    async (command) => {
      await startAndCrash()
      valueOf(await act(command))
      const gap = definitely((await read()).gaps.at(-1)).seq
      expect(hasGoneOnSince(await read(), gap)).toBe(true)
      expect(await judge('end')).toEqual({ ok: false, error: { code: 'refused', refusal: 'went-on' } })
      valueOf(await act({ type: 'undo' }))
      valueOf(await judge('end'))
      expect(await tell()).toEqual(asEnd)
      await finish()
    },
  )

  it('may be one of two, each with an answer of its own', async () => {
    await startAndCrash()
    crash(7)
    valueOf(await judge('keep'))
    const first = definitely((await read()).gaps[0]).seq
    valueOf(await act({ type: 'judge-gap', gap: first, verdict: 'break' }))
    expect(await tell()).toMatchObject({ elapsed: 34, phase: 22, onBreak: 12, parts: [5, 10, 0, 12, 7] })
    // The session was over when the first one began: there was no second.
    valueOf(await act({ type: 'judge-gap', gap: first, verdict: 'end' }))
    expect(await tell()).toEqual(asEnd)
    await finish()
  })
})

it('lets a break go on that was on already', async () => {
  inside = rooms.enter()
  sessionId = await rooms.prepare(inside)
  await act({ type: 'start', end: 'full-length' })
  await act({ type: 'pause', kind: 'break' })
  crash(8)
  expect(openGap(await read())).toMatchObject({ isBreak: true })
  valueOf(await judge('break'))
  expect(await read()).toMatchObject({ stage: 'paused', pausedMs: 8 * minuteMs })
  valueOf(await act({ type: 'undo' }))
  valueOf(await judge('keep'))
  expect(await read()).toMatchObject({ stage: 'paused', pausedMs: 8 * minuteMs })
  await finish()
})

it('lets a phase go on that is a break itself', async () => {
  inside = rooms.enter()
  sessionId = await rooms.prepare(inside)
  await act({ type: 'start', end: 'full-length' })
  const id = phaseIdSchema.parse(crypto.randomUUID())
  const phase = {
    id,
    name: 'Break',
    kind: 'break',
    minutes: 10,
    minimumMinutes: 5,
    isProtected: false,
  } as const
  const beforePhaseId = definitely((await read()).phases[1]).id
  valueOf(await act({ type: 'insert-phase', phase, beforePhaseId }))
  valueOf(await act({ type: 'next-phase' }))
  crash(6)
  valueOf(await judge('break'))
  const state = await read()
  expect(state).toMatchObject({ pausedMs: 0, time: { breakMs: 6 * minuteMs } })
  expect(definitely(state.phases.find((one) => one.id === id)).actualMs).toBe(6 * minuteMs)
  await finish()
})

it('does not ask about less than a minute', async () => {
  inside = rooms.enter()
  sessionId = await rooms.prepare(inside)
  await act({ type: 'start', end: 'full-length' })
  crash(0.9)
  expect(openGap(await read())).toBeUndefined()
  await finish()
})
