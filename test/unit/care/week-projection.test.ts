import { describe, expect, it } from 'vitest'
import { defaultCareRules } from '../../../src/shared/care/care-rules.ts'
import {
  plannedInWeek,
  projectWeek,
  type OpenSession,
  type PlanningGroup,
} from '../../../src/shared/care/week-projection.ts'
import { groupIdSchema, sessionIdSchema } from '../../../src/shared/ids.ts'
import type { Presence } from '../../../src/shared/session/vocabulary.ts'
import { idOf } from '../renderer-ui/sample.ts'

const minuteMs = 60_000
// Tuesday, 12:00 in Chicago.
const now = { wallMs: Date.parse('2026-11-17T18:00:00Z'), zone: 'America/Chicago' }
const evening: PlanningGroup = {
  id: groupIdSchema.parse(idOf(1)),
  name: 'IOP evening',
  lengthMinutes: 180,
  schedule: [
    { weekday: 1, time: '18:00' },
    { weekday: 2, time: '18:00' },
    { weekday: 4, time: '18:00' },
    { weekday: 7, time: '23:00' },
  ],
  agenda: [
    { kind: 'plain', minutes: 160 },
    { kind: 'break', minutes: 20 },
  ],
  countsHours: true,
}
const tuesdayMs = Date.parse('2026-11-18T00:00:00Z')

function openSession(changes: Partial<OpenSession> = {}): OpenSession {
  return {
    sessionId: sessionIdSchema.parse(idOf(7)),
    groupId: evening.id,
    stage: 'prepared',
    plannedStartMs: tuesdayMs,
    startedAtMs: null,
    lengthMinutes: 180,
    elapsedMs: 0,
    breakAheadMs: 20 * minuteMs,
    ...changes,
  }
}

function planned(open: readonly OpenSession[] = [], rules = defaultCareRules) {
  return plannedInWeek('2026-11-16', [evening], { open, known: open }, rules, now)
}

function minutesOf(times: readonly { readonly countedMs: number }[]): number[] {
  return times.map(({ countedMs }) => countedMs / minuteMs)
}

describe('what is planned until the week’s end', () => {
  it('is the meetings still to come, without their breaks unless breaks count', () => {
    expect(minutesOf(planned())).toEqual([160, 160, 160])
    expect(minutesOf(planned([], { ...defaultCareRules, countsBreaks: true }))).toEqual([180, 180, 180])
  })

  it('takes a meeting that was prepared once, as it was prepared', () => {
    expect(minutesOf(planned([openSession({ breakAheadMs: 30 * minuteMs })]))).toEqual([150, 160, 160])
  })

  it('holds a session that was prepared outside of the schedule', () => {
    const wednesdayMs = tuesdayMs + 24 * 60 * minuteMs
    const extra = openSession({ plannedStartMs: wednesdayMs, lengthMinutes: 90, breakAheadMs: 0 })
    expect(minutesOf(planned([extra]))).toEqual([160, 90, 160, 160])
  })

  it('holds what a session that is going on has left', () => {
    const startedAtMs = now.wallMs - 60 * minuteMs
    const running = openSession({
      stage: 'running',
      plannedStartMs: startedAtMs,
      startedAtMs,
      elapsedMs: 60 * minuteMs,
    })
    expect(minutesOf(planned([running]))).toEqual([100, 160, 160, 160])
  })

  it('leaves out a session that was prepared and never held', () => {
    expect(minutesOf(planned([openSession({ plannedStartMs: now.wallMs - 4 * 60 * minuteMs })]))).toEqual([
      160, 160, 160,
    ])
  })
})

function withPresence(presence: Presence) {
  return new Map([[openSession().sessionId, presence]])
}

describe('a member’s current week', () => {
  const week = { startsOn: '2026-11-16', countedMs: 160 * minuteMs, targetMs: 540 * minuteMs }

  it('is what they attended and what their groups have planned', () => {
    expect(projectWeek(week, planned(), [evening.id], new Map())).toMatchObject({
      attendedMs: 160 * minuteMs,
      plannedMs: 480 * minuteMs,
      expectedMs: 640 * minuteMs,
      toFindMs: 0,
    })
  })

  it.each(['excused', 'absent', 'substituted', 'left'] as const)(
    'does not count a session for which they are %s',
    (presence) => {
      const projection = projectWeek(week, planned([openSession()]), [evening.id], withPresence(presence))
      expect(projection).toMatchObject({ plannedMs: 320 * minuteMs, toFindMs: 60 * minuteMs })
      expect(projection.planned[0]).toMatchObject({ countedMs: 0, presence })
    },
  )

  it('counts no plans of groups that they are not in, but a session that lists them', () => {
    expect(projectWeek(week, planned([openSession()]), [], new Map()).planned).toEqual([])
    const asGuest = projectWeek(week, planned([openSession()]), [], withPresence('expected'))
    expect(minutesOf(asGuest.planned)).toEqual([160])
  })
})
