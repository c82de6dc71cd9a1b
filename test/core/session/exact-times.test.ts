/* oxlint-disable no-await-in-loop -- one after the other is the point */
import { rebuildAll } from '../support/rebuild-all.ts'
import { afterEach, describe, expect, it } from 'vitest'
import type { Inside } from '../../../src/main/core/dispatch.ts'
import { readProjection } from '../../../src/main/core/session/projection-repository.ts'
import { verifySession } from '../../../src/main/core/session/verify.ts'
import type { SessionId } from '../../../src/shared/ids.ts'
import type { Command } from '../../../src/shared/session/commands.ts'
import { foldAll } from '../../../src/shared/session/fold.ts'
import { readLog } from '../../../src/shared/session/log-text.ts'
import { openRooms, type OpenRooms } from '../support/open-rooms.ts'
import { createSimulatedClock, type SimulatedClock } from '../support/simulated-clock.ts'
import { definitely, valueOf } from '../support/world.ts'

const minuteMs = 60_000
const hourMs = 60 * minuteMs

let rooms: OpenRooms
afterEach(() => rooms.close())

/** A console that someone sits at, or has just come back to. */
interface Desk {
  readonly clock: SimulatedClock
  inside: Inside
}

/** Lets ten minutes pass while something befalls the console; nobody has the floor meanwhile. */
type Mishap = (desk: Desk) => void

const tenMs = 10 * minuteMs

function crash(desk: Desk, meanwhile: () => void): void {
  desk.inside.beat()
  meanwhile()
  desk.clock.restart()
  desk.inside = rooms.enter()
}

function lock(desk: Desk, meanwhile: () => void): void {
  desk.inside.end()
  meanwhile()
  desk.inside = rooms.enter()
}

const mishaps: readonly (readonly [name: string, mishap: Mishap])[] = [
  ['nothing', ({ clock }) => clock.pass(tenMs)],
  [
    'sleep',
    ({ clock, inside }) => {
      clock.pass(minuteMs)
      inside.beat()
      clock.sleep(9 * minuteMs)
      inside.beat()
    },
  ],
  ['sleep, noticed with the next act', ({ clock }) => clock.sleep(tenMs)],
  [
    'sleep in which a time server moves the clock',
    ({ clock, inside }) => {
      clock.sleep(tenMs)
      clock.moveWall(-17 * minuteMs)
      inside.beat()
    },
  ],
  ['sleep after the lock that it asks for', (desk) => lock(desk, () => desk.clock.sleep(tenMs))],
  [
    'sleep before the lock that it asked for',
    (desk) => {
      desk.clock.sleep(8 * minuteMs)
      lock(desk, () => desk.clock.pass(2 * minuteMs))
    },
  ],
  [
    'a clock put forward by three hours',
    ({ clock }) => {
      clock.pass(4 * minuteMs)
      clock.moveWall(3 * hourMs)
      clock.pass(6 * minuteMs)
    },
  ],
  [
    'a clock put back by two hours',
    ({ clock, inside }) => {
      clock.pass(4 * minuteMs)
      clock.moveWall(-2 * hourMs)
      inside.beat()
      clock.pass(6 * minuteMs)
    },
  ],
  [
    'another time zone',
    ({ clock }) => {
      clock.pass(5 * minuteMs)
      clock.moveTo(clock.read().zone === 'Europe/Vienna' ? 'Asia/Kolkata' : 'Europe/Vienna')
      clock.pass(5 * minuteMs)
    },
  ],
  ['a crash', (desk) => crash(desk, () => desk.clock.pass(tenMs))],
  [
    'a crash in which the clock is put forward',
    (desk) =>
      crash(desk, () => {
        desk.clock.pass(tenMs)
        desk.clock.moveWall(90 * minuteMs)
      }),
  ],
  [
    'a crash in which the clock is put back',
    (desk) =>
      crash(desk, () => {
        desk.clock.pass(tenMs)
        desk.clock.moveWall(-90 * minuteMs)
      }),
  ],
  [
    'a crash in which the computer sleeps',
    (desk) =>
      crash(desk, () => {
        desk.clock.pass(minuteMs)
        desk.clock.sleep(9 * minuteMs)
      }),
  ],
  [
    'a crash of the whole computer',
    (desk) => {
      desk.inside.beat()
      desk.clock.reboot()
      desk.clock.pass(tenMs)
      desk.inside = rooms.enter()
    },
  ],
]

const nights: readonly (readonly [name: string, startWallMs: number, zone: string])[] = [
  ['on an evening in Chicago', Date.UTC(2026, 10, 24, 18), 'America/Chicago'],
  // 1:20 AM of daylight time: the clocks go back at 2 AM.
  ['in the night the clocks go back', Date.UTC(2026, 10, 1, 5, 20), 'America/New_York'],
  // 1:20 AM of standard time: the clocks go forward at 2 AM.
  ['in the night the clocks go forward', Date.UTC(2026, 2, 8, 6, 20), 'America/New_York'],
]

describe.each(nights)('%s', (_, startWallMs, zone) => {
  it.each(mishaps)('counts every minute through %s', async (__, mishap) => {
    rooms = await openRooms(createSimulatedClock(startWallMs, zone))
    const { sessionId, anaId, benId, calId, ...desk } = await holdSession(mishap)
    const { log } = valueOf(await desk.inside.calls['session.open']({ sessionId }))
    const events = readLog(log)
    const state = foldAll(events)
    expect(state.stage).toBe('ended')
    expect(state.elapsedMs).toBe(90 * minuteMs)
    expect(state.pausedMs).toBe(10 * minuteMs)
    expect(state.time.breakMs).toBe(10 * minuteMs)
    const minutes = (ms: number) => ms / minuteMs
    expect(state.phases.filter(({ actualMs }) => actualMs > 0).map((p) => minutes(p.actualMs))).toEqual([
      25, 55,
    ])
    const spent = (id: string) => {
      const { presentMs, breakMs, talkMs } = definitely(state.people.find(({ personId }) => personId === id))
      return [minutes(presentMs), minutes(breakMs), minutes(talkMs)]
    }
    expect({ ana: spent(anaId), ben: spent(benId), cal: spent(calId) }).toEqual({
      ana: [90, 10, 5],
      // Came after 10 minutes, left after 65.
      ben: [55, 10, 0],
      // Was out from the 20th to the 40th.
      cal: [70, 10, 0],
    })
    expect(verifySession(rooms.vault.record, sessionId).firstBreak).toBeNull()
    const kept = readProjection(rooms.vault.record, sessionId)
    rebuildAll(rooms.vault.record)
    expect(readProjection(rooms.vault.record, sessionId)).toEqual(kept)
  })
})

interface Held extends Desk {
  readonly sessionId: SessionId
  readonly anaId: string
  readonly benId: string
  readonly calId: string
}

/** Ninety minutes with somebody late, somebody out and back, somebody early, a break, and three mishaps. */
async function holdSession(mishap: Mishap): Promise<Held> {
  const desk: Desk = { clock: rooms.clock, inside: rooms.enter() }
  const [anaId, benId, calId] = rooms.memberIds
  if (anaId === undefined || benId === undefined || calId === undefined) throw new Error('three are expected')
  const sessionId = await rooms.prepare(desk.inside)
  const act = async (command: Command) =>
    valueOf(await desk.inside.calls['session.act']({ sessionId, command }))
  const pass = (minutes: number) => desk.clock.pass(minutes * minuteMs)
  await act({ type: 'arrive', personId: anaId })
  await act({ type: 'arrive', personId: calId })
  await act({ type: 'start', end: 'full-length' })
  pass(10)
  await act({ type: 'arrive', personId: benId })
  pass(5)
  await act({ type: 'give-floor', personId: anaId })
  pass(5)
  await act({ type: 'release-floor', personId: anaId })
  await act({ type: 'step-out', personId: calId })
  pass(5)
  await act({ type: 'next-phase' })
  pass(3)
  mishap(desk)
  pass(2)
  await act({ type: 'return', personId: calId })
  pass(5)
  await act({ type: 'pause', kind: 'break' })
  mishap(desk)
  await act({ type: 'resume' })
  pass(10)
  await act({ type: 'leave', personId: benId })
  pass(15)
  mishap(desk)
  await act({ type: 'end' })
  return { ...desk, sessionId, anaId, benId, calId }
}

it('tells the absence once when the lock that a sleep asks for comes only after it', async () => {
  rooms = await openRooms()
  const desk: Desk = { clock: rooms.clock, inside: rooms.enter() }
  const sessionId = await rooms.prepare(desk.inside)
  await desk.inside.calls['session.act']({ sessionId, command: { type: 'start', end: 'full-length' } })
  desk.clock.sleep(8 * minuteMs)
  lock(desk, () => desk.clock.pass(2 * minuteMs))
  const { log } = valueOf(await desk.inside.calls['session.open']({ sessionId }))
  const events = readLog(log)
  expect(events.flatMap(({ body }) => (body.type === 'console.returned' ? [body.awayMs] : []))).toEqual([
    10 * minuteMs,
  ])
  await desk.inside.calls['session.act']({ sessionId, command: { type: 'end' } })
})
