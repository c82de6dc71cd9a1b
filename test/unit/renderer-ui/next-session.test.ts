import { describe, expect, it } from 'vitest'
import {
  meetingOfToday,
  nextNumber,
  notesToFinish,
  runningSession,
} from '../../../src/renderer/today/next-session.ts'
import { comingMeetings } from '../../../src/shared/roster/coming-meetings.ts'
import { sampleGroup, sampleSession } from './sample.ts'

const zone = 'America/Chicago'
// Tuesday, 17:38 in Chicago.
const tuesday = { wallMs: Date.parse('2026-11-17T23:38:00Z'), zone }
const sixOClock = Date.parse('2026-11-18T00:00:00Z')
const tuesdays = sampleGroup(1, [{ weekday: 2, time: '18:00' }])

function startsOf(...parameters: Parameters<typeof comingMeetings>): string[] {
  return comingMeetings(...parameters).map(({ startMs }) => new Date(startMs).toISOString())
}

describe('the meetings that come', () => {
  it('begin with the soonest, over all groups, and reach to the same day next week', () => {
    const others = sampleGroup(2, [
      { weekday: 1, time: '09:00' },
      { weekday: 2, time: '20:00' },
    ])
    expect(startsOf([others, tuesdays], [], tuesday)).toEqual([
      '2026-11-18T00:00:00.000Z',
      '2026-11-18T02:00:00.000Z',
      '2026-11-23T15:00:00.000Z',
      '2026-11-25T00:00:00.000Z',
      '2026-11-25T02:00:00.000Z',
    ])
  })

  it('wrap from Sunday to Monday', () => {
    const mondays = sampleGroup(1, [{ weekday: 1, time: '08:00' }])
    const sunday = { wallMs: Date.parse('2026-11-22T23:00:00Z'), zone }
    expect(startsOf([mondays], [], sunday)).toEqual(['2026-11-23T14:00:00.000Z'])
  })

  it('keep their local time over a change of the clocks', () => {
    const saturday = { wallMs: Date.parse('2026-10-31T12:00:00Z'), zone }
    const daily = sampleGroup(1, [
      { weekday: 6, time: '18:00' },
      { weekday: 7, time: '18:00' },
    ])
    expect(startsOf([daily], [], saturday).slice(0, 2)).toEqual([
      '2026-10-31T23:00:00.000Z',
      '2026-11-02T00:00:00.000Z',
    ])
  })

  it('stay until their time is over, across midnight too', () => {
    const late = sampleGroup(1, [{ weekday: 2, time: '23:00' }], 180)
    const afterMidnight = { wallMs: Date.parse('2026-11-18T07:30:00Z'), zone }
    expect(startsOf([late], [], afterMidnight)[0]).toBe('2026-11-18T05:00:00.000Z')
    const over = { wallMs: Date.parse('2026-11-18T08:00:00Z'), zone }
    expect(startsOf([late], [], over)[0]).toBe('2026-11-25T05:00:00.000Z')
  })

  it('leave out what was held, on the schedule or a little before it', () => {
    const held = sampleSession(1, { plannedStartMs: sixOClock, startedAtMs: sixOClock + 300_000 })
    const unscheduled = sampleSession(1, { startedAtMs: sixOClock - 600_000 })
    const lastWeek = sampleSession(1, { plannedStartMs: sixOClock - 7 * 86_400_000, startedAtMs: 1 })
    const now = { wallMs: sixOClock + 600_000, zone }
    expect(startsOf([tuesdays], [held], now)).toEqual(['2026-11-25T00:00:00.000Z'])
    expect(startsOf([tuesdays], [unscheduled], now)).toEqual(['2026-11-25T00:00:00.000Z'])
    expect(startsOf([tuesdays], [lastWeek], now)[0]).toBe('2026-11-18T00:00:00.000Z')
  })

  it('know the session that was prepared for them', () => {
    const prepared = sampleSession(1, {
      stage: 'prepared',
      plannedStartMs: sixOClock,
      startedAtMs: null,
      endedAtMs: null,
    })
    const [first, second] = comingMeetings([tuesdays], [prepared], tuesday)
    expect(first?.preparedId).toBe(prepared.sessionId)
    expect(second?.preparedId).toBeNull()
  })
})

describe('the meeting that a session started now is for', () => {
  it('is one of today', () => {
    const meetings = comingMeetings([tuesdays], [], tuesday)
    expect(meetingOfToday(meetings, tuesdays, tuesday)?.startMs).toBe(sixOClock)
  })

  it('is none when the group meets on another day', () => {
    const wednesday = { wallMs: Date.parse('2026-11-18T15:00:00Z'), zone }
    expect(meetingOfToday(comingMeetings([tuesdays], [], wednesday), tuesdays, wednesday)).toBeNull()
  })
})

describe('sessions', () => {
  it('are numbered on from the highest of the group', () => {
    expect(nextNumber([], tuesdays)).toBe(1)
    expect(nextNumber([sampleSession(13), sampleSession(12)], tuesdays)).toBe(14)
    expect(nextNumber([sampleSession(13)], sampleGroup(2, []))).toBe(1)
  })

  it('that run or pause come first', () => {
    const paused = sampleSession(2, { stage: 'paused', endedAtMs: null })
    expect(runningSession([sampleSession(1), paused])).toBe(paused)
    expect(runningSession([sampleSession(1)])).toBeNull()
  })

  it('are to finish, oldest first, when somebody who came has no sentence', () => {
    const newer = sampleSession(2, { endedAtMs: 20, signedCount: 0 })
    const older = sampleSession(1, { endedAtMs: 10, signedCount: 7 })
    const running = sampleSession(3, { stage: 'running', endedAtMs: null, signedCount: 0 })
    expect(notesToFinish([running, newer, older, sampleSession(4)])).toEqual([older, newer])
  })
})
