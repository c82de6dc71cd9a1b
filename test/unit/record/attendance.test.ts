import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { attendanceOf, countAttendance, type Attendance } from '../../../src/shared/record/attendance.ts'
import { dataSentences } from '../../../src/shared/record/data-sentences.ts'
import { isFacilitator } from '../../../src/shared/session/vocabulary.ts'
import { clock, evening, personIn, seat } from '../renderer-roster/evening.ts'
import { runArbitrary } from '../session/arbitrary-run.ts'
import { step } from '../session/run.ts'

const started = Date.UTC(2026, 10, 17, 18)
const at = (minute: number) => started + minute * 60_000

const state = evening([
  [-3, { type: 'arrive', personId: seat(1) }],
  [9.5, { type: 'arrive', personId: seat(2) }],
  [20, { type: 'step-out', personId: seat(1) }],
  [24, { type: 'return', personId: seat(1) }],
  [30, { type: 'excuse', personId: seat(3) }],
  [31, { type: 'substitute', personId: seat(4) }],
  [40, { type: 'pause', kind: 'break' }],
  [50, { type: 'resume' }],
  [60, { type: 'arrive', personId: seat(5) }],
  [70, { type: 'step-out', personId: seat(5) }],
  [75, { type: 'leave', personId: seat(5) }],
  [89.5, { type: 'leave', personId: seat(2) }],
])

describe('attendance', () => {
  it('tells times, absences and minutes of whoever came', () => {
    expect(attendanceOf(personIn(state, 1))).toEqual({
      kind: 'came',
      isWalkIn: false,
      arrivedAtMs: at(-3),
      lateMinutes: 0,
      absences: [{ kind: 'out', fromMs: at(20), toMs: at(24) }],
      departure: null,
      minutes: 86,
      minutesWithoutBreaks: 76,
    })
    expect(attendanceOf(personIn(state, 2))).toMatchObject({
      lateMinutes: 9,
      departure: { kind: 'left', atMs: at(89.5) },
      minutes: 80,
      minutesWithoutBreaks: 70,
    })
  })

  it('ends when they were last in the room', () => {
    expect(attendanceOf(personIn(state, 5))).toMatchObject({
      departure: { kind: 'left', atMs: at(70) },
      minutes: 10,
    })
  })

  it('tells why somebody did not come, as far as it is known', () => {
    expect([3, 4, 6].map((number) => attendanceOf(personIn(state, number)))).toEqual([
      { kind: 'away', presence: 'excused' },
      { kind: 'away', presence: 'substituted' },
      { kind: 'away', presence: 'absent' },
    ])
  })

  it('is counted; going as the door opens is no leaving early', () => {
    const members = state.people.filter(({ role }) => role === 'member').map(attendanceOf)
    expect(countAttendance(members, at(90))).toEqual({
      expected: 6,
      came: 3,
      late: 2,
      leftEarly: 1,
      walkIns: 0,
      excused: 1,
      noShow: 1,
      seenAlone: 1,
    })
  })
})

function minutesIn(sentences: readonly string[]): number {
  const [, words] = /^Present for (?:all )?(\d+)/.exec(sentences[0] ?? '') ?? []
  return words === undefined ? 0 : Number(words)
}

function minutesOf(attendance: Attendance): number {
  return attendance.kind === 'came' ? attendance.minutes : 0
}

test('the minutes are those of the notes, and never more than there were, whatever happened', () => {
  let looked = 0
  fc.assert(
    fc.property(runArbitrary, ({ runs }) => {
      const last = runs.at(-1)
      if (last === undefined) return
      const end = { command: { type: 'end' }, passMs: 61_000, wallJumpMs: 0, isNewRun: false } as const
      const { state: ended } = step(last, end)
      for (const person of ended.people) {
        if (isFacilitator(person.role)) continue
        const attendance = attendanceOf(person)
        const minutes = minutesOf(attendance)
        expect(minutes).toBe(minutesIn(dataSentences(ended, person, clock)))
        if (attendance.kind === 'away') continue
        looked += 1
        expect(minutes * 60_000).toBeLessThanOrEqual(ended.elapsedMs)
        expect(attendance.minutesWithoutBreaks).toBeLessThanOrEqual(minutes)
        expect(attendance.minutesWithoutBreaks).toBeGreaterThanOrEqual(0)
      }
    }),
    { numRuns: 60 },
  )
  expect(looked).toBeGreaterThan(60)
})
