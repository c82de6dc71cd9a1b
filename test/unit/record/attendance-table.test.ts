import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sessionIdSchema, type PersonId } from '../../../src/shared/ids.ts'
import { isoLocalTime } from '../../../src/shared/iso-time.ts'
import { attendanceHeadings, attendanceRows } from '../../../src/shared/record/attendance-table.ts'
import { dataSentences } from '../../../src/shared/record/data-sentences.ts'
import { wholeMinutes } from '../../../src/shared/record/member-facts.ts'
import { noteFacts } from '../../../src/shared/record/note-facts.ts'
import { part2Statement2 } from '../../../src/shared/record/part2-statements.ts'
import type { SessionState } from '../../../src/shared/session/state.ts'
import { isFacilitator, type Part2 } from '../../../src/shared/session/vocabulary.ts'
import { clock, evening, seat } from '../renderer-roster/evening.ts'
import { runArbitrary } from '../session/arbitrary-run.ts'
import { act } from '../session/run.ts'

const nameOf = (personId: PersonId) => `Name-${personId}`

function linesOf(state: SessionState, part2: Part2 = 'none', labelOf = nameOf) {
  const rows = attendanceRows({
    code: 'M4T9',
    state,
    groupName: 'Tuesday group',
    part2,
    memberOf: (personId) => ({ label: labelOf(personId), chartId: `C-${personId}` }),
  })
  return rows.map((row) => {
    expect(row).toHaveLength(attendanceHeadings.length)
    return Object.fromEntries(attendanceHeadings.map((heading, at) => [heading, row[at]]))
  })
}

describe('the attendance of an evening with a break', () => {
  const state = evening([
    [-4, { type: 'arrive', personId: seat(1) }],
    [-1, { type: 'excuse', personId: seat(5) }],
    [9.5, { type: 'arrive', personId: seat(2) }],
    [10, { type: 'arrive', personId: seat(3) }],
    [20, { type: 'pause', kind: 'break' }],
    [30, { type: 'resume' }],
    [40, { type: 'step-out', personId: seat(2) }],
    [46, { type: 'return', personId: seat(2) }],
    [50, { type: 'step-out', personId: seat(3) }],
    [55, { type: 'leave', personId: seat(3) }],
    [60, { type: 'substitute', personId: seat(4) }],
  ])
  const lines = linesOf(state)
  const cells = (number: number, ...headings: (typeof attendanceHeadings)[number][]) =>
    headings.map((heading) => lines.find((line) => line['Member'] === nameOf(seat(number)))?.[heading])

  it('has a line for each but the facilitators, and the session in each of them', () => {
    expect(lines).toHaveLength(6)
    for (const line of lines)
      expect(line).toMatchObject({
        Session: 'M4T9',
        Group: 'Tuesday group',
        Type: 'Relapse prevention',
        Date: '2026-11-17',
        Start: '2026-11-17T18:00:00+00:00',
        Stop: '2026-11-17T19:30:00+00:00',
        'Time zone': 'UTC',
        Role: 'member',
        Notice: '',
      })
  })

  it('stands in the order of names, which tells nothing of who sat where', () => {
    const names = ['Mo', 'Ida', 'Dee', 'Ana', 'Gus', 'Eli']
    const bySeat = new Map(names.map((name, at) => [seat(at + 1), name]))
    const sorted = linesOf(state, 'none', (personId) => bySeat.get(personId) ?? '')
    expect(sorted.map((line) => line['Member'])).toEqual(['Ana', 'Dee', 'Eli', 'Gus', 'Ida', 'Mo'])
  })

  it('counts what the note counts', () => {
    const minutes = [
      'Minutes attended',
      'Minutes without breaks',
      'Minutes late',
      'Minutes left early',
    ] as const
    expect(cells(1, 'State', 'Arrived', 'Left', ...minutes)).toEqual([
      'attended',
      '2026-11-17T17:56:00+00:00',
      '2026-11-17T19:30:00+00:00',
      90,
      80,
      0,
      0,
    ])
    // Came at 18:09:30, was out for six minutes.
    expect(cells(2, 'State', 'Arrived', ...minutes)).toEqual([
      'attended',
      '2026-11-17T18:09:30+00:00',
      74,
      64,
      9,
      0,
    ])
    // Went out and did not come back: gone from then on.
    expect(cells(3, 'State', 'Left', ...minutes)).toEqual([
      'left early',
      '2026-11-17T18:50:00+00:00',
      40,
      30,
      10,
      40,
    ])
  })

  it('gives no times to whoever never came', () => {
    const told = [
      'State',
      'Arrived',
      'Left',
      'Minutes attended',
      'Minutes late',
      'Minutes left early',
    ] as const
    expect(cells(4, ...told)).toEqual(['seen alone', null, null, 0, null, null])
    expect(cells(5, ...told)).toEqual(['excused', null, null, 0, null, null])
    expect(cells(6, ...told)).toEqual(['no-show', null, null, 0, null, null])
  })

  it.each(['part2', 'unsure'] as const)('carries the notice in every line of a group that is %s', (part2) => {
    for (const line of linesOf(state, part2)) expect(line['Notice']).toBe(part2Statement2)
  })
})

it('the minutes of any session are those of its notes', () => {
  fc.assert(
    fc.property(runArbitrary, ({ runs }) => {
      const last = runs.at(-1)
      if (last === undefined) return
      const { state } = act(last, { type: 'end' }, 1_000)
      const lines = linesOf(state)
      if (state.endedAtMs === null) {
        expect(lines).toEqual([])
        return
      }
      const people = state.people.filter(({ role }) => !isFacilitator(role))
      expect(lines).toHaveLength(people.length)
      for (const { personId } of people) {
        const member = memberOfNote(state, personId)
        const line = lines.find((one) => one['Member'] === nameOf(personId))
        expect(line?.['Minutes attended']).toBe(wholeMinutes(member?.presentMs ?? -1))
        expect(line !== undefined && line['Arrived'] !== null).toBe(member?.hasCome)
        for (const heading of ['Minutes without breaks', 'Minutes late', 'Minutes left early'] as const)
          expect(Number(line?.[heading] ?? 0)).toBeGreaterThanOrEqual(0)
      }
    }),
    { numRuns: 60 },
  )
})

function memberOfNote(state: SessionState, personId: PersonId) {
  return noteFacts({
    sessionId: sessionIdSchema.parse('5b1c0a52-8f0e-4a53-9c1e-7d8ea3f2a9c2'),
    state,
    clinic: '',
    groupName: '',
    modality: 'in-person',
    member: { id: personId, preferredName: '', chartId: '' },
    facilitators: [],
    shared: { interventions: [], groupProcess: '', plan: '', homePractice: '' },
    measures: [],
    sentences: (person) => [...dataSentences(state, person, clock)],
  })?.member
}

describe('a local time', () => {
  it.each([
    ['America/Chicago', Date.UTC(2026, 10, 25, 0, 0, 5), '2026-11-24T18:00:05-06:00'],
    ['America/Chicago', Date.UTC(2026, 6, 1, 5), '2026-07-01T00:00:00-05:00'],
    ['Asia/Kathmandu', Date.UTC(2026, 0, 1), '2026-01-01T05:45:00+05:45'],
    ['UTC', 0, '1970-01-01T00:00:00+00:00'],
  ])('of %s names the same instant', (zone, wallMs, words) => {
    expect(isoLocalTime(wallMs, zone)).toBe(words)
    expect(Date.parse(words)).toBe(wallMs)
  })

  it('names one instant alone, also in the hour that a clock shows twice', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 4_000_000_000 }),
        fc.constantFrom('America/New_York', 'Australia/Lord_Howe', 'Europe/Lisbon'),
        (seconds, zone) => {
          expect(Date.parse(isoLocalTime(seconds * 1_000, zone))).toBe(seconds * 1_000)
        },
      ),
    )
  })
})
