import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { verifySession } from '../../../src/main/core/session/verify.ts'
import type { Command } from '../../../src/shared/session/commands.ts'
import { answerableGap, openGap } from '../../../src/shared/session/apply-gap.ts'
import type { SessionEvent } from '../../../src/shared/session/events.ts'
import { foldAll } from '../../../src/shared/session/fold.ts'
import { readLog } from '../../../src/shared/session/log-text.ts'
import type { RoomView } from '../../../src/shared/room/room-view.ts'
import { unlockVault } from '../../../src/main/core/vault/unlock-vault.ts'
import {
  createOpenWorld,
  definitely,
  passphrase,
  prepareSession,
  startSession,
  valueOf,
  type Prepared,
  type World,
} from '../support/world.ts'

const secondMs = 1_000
const minuteMs = 60 * secondMs

let world: World
let session: Prepared

beforeEach(async () => {
  world = await createOpenWorld()
})
afterEach(() => world.close())

const lock = () => world.get('vault.lock', {})
const unlock = () => world.get('vault.unlock', { kind: 'passphrase', secret: passphrase })

/** Time passes as it does on a computer that is awake: with a beat every so often. */
async function watch(minutes: number): Promise<void> {
  for (let left = minutes * minuteMs; left > 0; left -= 30 * secondMs) {
    world.clock.pass(Math.min(left, 30 * secondMs))
    // oxlint-disable-next-line no-await-in-loop -- one after the other is the point
    await world.core.beat()
  }
}

async function events(): Promise<SessionEvent[]> {
  return readLog((await world.get('session.open', { sessionId: session.sessionId })).log)
}

async function judge(verdict: Extract<Command, { type: 'judge-gap' }>['verdict']) {
  const gap = definitely(answerableGap(foldAll(await events()))).seq
  return session.act({ type: 'judge-gap', gap, verdict })
}

const shown = (): Promise<RoomView | null> => world.get('watch.read', {})

/** The first phases of the group's agenda have 5, 10 and 15 minutes. */
async function lockAfter(minutes: number): Promise<void> {
  session = await startSession(world)
  await watch(minutes)
  await lock()
}

async function expectWholeLog(): Promise<void> {
  await lock()
  const vault = valueOf(await unlockVault(world.paths.vaultDir, { kind: 'passphrase', secret: passphrase }))
  expect(verifySession(vault.record, session.sessionId).firstBreak).toBeNull()
  vault.close()
}

describe('behind the lock', () => {
  it('the session goes on by its agenda, phase after phase, and is told with every beat', async () => {
    await lockAfter(2)
    expect(await shown()).toMatchObject({ stage: 'running', phase: { number: 1, remainingSeconds: 180 } })
    await watch(5)
    const told = world.pushed.findLast(({ name }) => name === 'watch.changed')?.push
    expect(told).toEqual({ view: await shown() })
    expect(await shown()).toMatchObject({ stage: 'running', phase: { number: 2, remainingSeconds: 480 } })
    await watch(200)
    expect(await shown()).toMatchObject({ stage: 'running', phase: { number: 7, remainingSeconds: 0 } })
  })

  it('a pause and a break last, and a phase that was over goes on', async () => {
    session = await startSession(world)
    await session.act({ type: 'pause', kind: 'break' })
    await lock()
    await watch(20)
    expect(await shown()).toMatchObject({ stage: 'break', phase: { number: 1 } })
    await unlock()
    await session.act({ type: 'resume' })
    await watch(20)
    await lock()
    await watch(20)
    expect(await shown()).toMatchObject({ stage: 'running', phase: { number: 1, remainingSeconds: 0 } })
  })

  it('nothing is shown where no session runs, before the first, nor of an open vault', async () => {
    expect(await shown()).toBeNull()
    session = await prepareSession(world)
    await lock()
    expect(await shown()).toBeNull()
    await unlock()
    await session.act({ type: 'start', end: 'full-length' })
    await lock()
    expect(await shown()).not.toBeNull()
    await unlock()
    expect(await shown()).toBeNull()
  })

  it('nobody is named: not by a phase that is called after them, not by anything that is told', async () => {
    session = await prepareSession(world)
    const { groups, members } = await world.get('roster.read', {})
    const agenda = definitely(groups.find(({ id }) => id === session.groupId)).agenda
    const phases = agenda.map((phase, index) =>
      index === 1 ? { ...phase, name: 'Brigida’s evening' } : phase,
    )
    await world.get('agenda.change', { groupId: session.groupId, phases })
    const { id: personId, groupIds: _in, aliases: _also, ...draft } = definitely(members[0])
    await world.get('roster.change-member', { personId, draft: { ...draft, preferredName: 'Brigida' } })
    session = await prepareAgain()
    await session.act({ type: 'arrive-all' })
    await session.act({ type: 'start', end: 'full-length' })
    await session.act({ type: 'give-floor', personId })
    const before = world.pushed.length
    await lock()
    await watch(definitely(phases[0]).minutes + 1)
    expect(await shown()).toMatchObject({ phase: { name: 'Phase 2' } })
    const told = JSON.stringify([world.pushed.slice(before), await shown()])
    expect(told).not.toMatch(/brigida|reyes|group|evenings/i)
    for (const id of [personId, session.sessionId, session.groupId]) expect(told).not.toContain(id)
  })
})

async function prepareAgain(): Promise<Prepared> {
  await world.get('session.discard', { sessionId: session.sessionId })
  const { sessionId } = await world.get('session.prepare', {
    groupId: session.groupId,
    topic: 'High-risk evenings',
    leadId: session.leadId,
    coLeadIds: [],
    plannedStartMs: null,
  })
  return { ...session, sessionId, act: (command) => world.get('session.act', { sessionId, command }) }
}

describe('when it is open again', () => {
  it('the log has what ran out at its own moments, and that the console was there', async () => {
    await lockAfter(2)
    await watch(16)
    await unlock()
    const all = await events()
    const started = definitely(all.find(({ body }) => body.type === 'session.started')).stamp
    const [opening, checkIn] = foldAll(all).phases
    expect(
      all
        .slice(-3)
        .map(({ stamp, body }) => [
          (stamp.wallMs - started.wallMs) / minuteMs,
          (stamp.monoMs - started.monoMs) / minuteMs,
          body,
        ]),
    ).toEqual([
      [5, 5, { type: 'phase.ran-out', phaseId: opening?.id }],
      [15, 15, { type: 'phase.ran-out', phaseId: checkIn?.id }],
      [18, 18, { type: 'console.returned', awayMs: 16 * minuteMs, watchedMs: 16 * minuteMs }],
    ])
    await expectWholeLog()
  })

  it('a lock in which no phase ended asks nothing, counts, and can yet be said to have been a break', async () => {
    await lockAfter(1)
    await watch(3)
    await unlock()
    const state = foldAll(await events())
    expect(openGap(state)).toBeUndefined()
    expect(state).toMatchObject({ elapsedMs: 4 * minuteMs, time: { unobservedMs: 3 * minuteMs } })
    await judge('break')
    expect(foldAll(await events())).toMatchObject({
      elapsedMs: 4 * minuteMs,
      time: { unobservedMs: 0, breakMs: 3 * minuteMs },
    })
    await expectWholeLog()
  })

  it('a phase that ended in it is a question: on with the agenda, or the phase went on', async () => {
    await lockAfter(2)
    await watch(16)
    await unlock()
    const before = foldAll(await events())
    expect(openGap(before)?.ranOut).toHaveLength(2)
    const minutesOf = (state: typeof before) =>
      state.phases.slice(0, 3).map(({ actualMs }) => actualMs / minuteMs)
    expect([before.currentPhaseId, minutesOf(before)]).toEqual([before.phases[0]?.id, [18, 0, 0]])
    await judge('planned')
    const planned = foldAll(await events())
    expect([planned.currentPhaseId, minutesOf(planned)]).toEqual([planned.phases[2]?.id, [5, 10, 3]])
    expect(planned.people.map(({ presentMs }) => presentMs)).toEqual(
      before.people.map(({ presentMs }) => presentMs),
    )
    expect(openGap(planned)).toBeUndefined()
    await session.act({ type: 'undo' })
    expect(minutesOf(foldAll(await events()))).toEqual([18, 0, 0])
    await judge('keep')
    expect(minutesOf(foldAll(await events()))).toEqual([18, 0, 0])
    await session.act({ type: 'undo' })
    await judge('end')
    expect(foldAll(await events())).toMatchObject({ stage: 'ended', elapsedMs: 2 * minuteMs })
    await expectWholeLog()
  })

  it('sleep behind the lock is an absence, and is asked about', async () => {
    await lockAfter(1)
    await watch(1)
    world.clock.sleep(2 * minuteMs)
    await watch(0.5)
    await unlock()
    const [returned] = (await events()).slice(-1).map(({ body }) => body)
    expect(returned).toEqual({
      type: 'console.returned',
      awayMs: 3.5 * minuteMs,
      watchedMs: 1 * minuteMs,
    })
    expect(openGap(foldAll(await events()))).toMatchObject({ awayMs: 3.5 * minuteMs })
    await expectWholeLog()
  })

  it('a clock that was moved behind the lock is noticed, and moves no moment of what ran out', async () => {
    await lockAfter(2)
    await watch(1)
    world.clock.moveWall(60 * minuteMs)
    await watch(4)
    await unlock()
    const tail = (await events()).slice(-3)
    expect(tail.map(({ body }) => body.type)).toEqual(['phase.ran-out', 'console.returned', 'clock.jumped'])
    expect(foldAll(await events())).toMatchObject({ elapsedMs: 7 * minuteMs })
    await expectWholeLog()
  })

  it('a core that was started anew makes an absence of it', async () => {
    await lockAfter(1)
    await watch(1)
    world.clock.restart()
    await watch(5)
    await unlock()
    const all = await events()
    expect(all.at(-1)?.body).toEqual({ type: 'console.returned', awayMs: 6 * minuteMs })
    expect(all.some(({ body }) => body.type === 'phase.ran-out')).toBe(false)
    await expectWholeLog()
  })
})
