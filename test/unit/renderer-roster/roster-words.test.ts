import { describe, expect, it } from 'vitest'
import { dayWords } from '../../../src/renderer/roster/day-words.ts'
import { draftOf, withMeeting, withType } from '../../../src/renderer/roster/group-draft.ts'
import { initialsIn, onFileAs } from '../../../src/renderer/roster/member-draft.ts'
import { scheduleWords, weekdayName } from '../../../src/renderer/roster/schedule-words.ts'
import { isoDay } from '../../../src/shared/iso-day.ts'
import { defaultCareRules } from '../../../src/shared/care/care-rules.ts'
import { groupIdSchema, personIdSchema } from '../../../src/shared/ids.ts'
import type { Roster } from '../../../src/shared/ipc/roster-calls.ts'
import { groupDraftSchema, type Group } from '../../../src/shared/roster/group.ts'
import type { Member } from '../../../src/shared/roster/member.ts'

function member(preferredName: string): Member {
  return {
    id: personIdSchema.parse(crypto.randomUUID()),
    preferredName,
    initials: preferredName.slice(0, 2),
    chartId: '',
    role: 'member',
    agreedOn: null,
    aliases: [],
    groupIds: [],
  }
}

describe('when a group meets', () => {
  it('says days that share a time together', () => {
    const schedule = [
      { weekday: 4, time: '18:00' },
      { weekday: 6, time: '09:30' },
      { weekday: 2, time: '18:00' },
    ]
    expect(scheduleWords(schedule, 'en-GB')).toBe('Tuesday and Thursday 18:00, Saturday 09:30')
    expect(scheduleWords([], 'en-GB')).toBe('')
    expect([1, 7].map((day) => weekdayName(day, 'en-GB'))).toEqual(['Monday', 'Sunday'])
  })
})

describe('days', () => {
  it('takes today from the core’s clock, where that clock stands', () => {
    const stamp = { wallMs: Date.UTC(2026, 10, 18, 3), monoMs: 0, run: 'r' }
    expect(isoDay(stamp.wallMs, 'America/New_York')).toBe('2026-11-17')
    expect(isoDay(stamp.wallMs, 'Europe/Berlin')).toBe('2026-11-18')
  })

  it('names the year of another year', () => {
    expect(dayWords('2026-11-03', '2026-11-17', 'en-GB')).toBe('3 Nov')
    expect(dayWords('2025-11-03', '2026-11-17', 'en-GB')).toBe('3 Nov 2025')
    expect(dayWords('2026-11-03', null, 'en-GB')).toBe('3 Nov 2026')
  })
})

describe('the form of a group', () => {
  it('needs nothing but a name to be created', () => {
    const draft = draftOf(null, defaultCareRules)
    expect(groupDraftSchema.safeParse(draft).success).toBe(false)
    expect(groupDraftSchema.safeParse({ ...draft, name: 'Tuesday evening' }).success).toBe(true)
  })

  it('offers no more places than the clinic allows', () => {
    expect(draftOf(null, { mostMembers: 8 }).capacity).toBe(8)
    expect(draftOf(null, { mostMembers: 20 }).capacity).toBe(12)
  })

  it('takes the length of the type until a length was set', () => {
    expect(withType(draftOf(null, defaultCareRules), 'iop-evening').lengthMinutes).toBe(180)
    expect(
      withType({ ...draftOf(null, defaultCareRules), lengthMinutes: 75 }, 'iop-evening').lengthMinutes,
    ).toBe(75)
  })

  it('offers the same hour on the next day, after Sunday Monday', () => {
    const sunday = { ...draftOf(null, defaultCareRules), schedule: [{ weekday: 7, time: '10:00' }] }
    expect(withMeeting(sunday).schedule.at(-1)).toEqual({ weekday: 1, time: '10:00' })
  })
})

describe('people on file', () => {
  const groupId = groupIdSchema.parse(crypto.randomUUID())
  const [ana, dee] = [member('Ana'), member('Dee')]
  const group: Group = {
    ...draftOf(null, defaultCareRules),
    name: 'g',
    id: groupId,
    agenda: [],
    memberIds: [ana.id],
  }
  const roster: Roster = { clinic: '', groups: [group], members: [ana, dee], facilitators: [] }

  it('offers those of the same name whom the group lacks', () => {
    expect(onFileAs(' dEE ', roster, group)).toEqual([dee])
    expect(onFileAs('Ana', roster, group)).toEqual([])
    expect(onFileAs('', roster, group)).toEqual([])
  })

  it('knows the initials in use', () => {
    expect(initialsIn(roster, group)).toEqual(['An'])
  })
})
