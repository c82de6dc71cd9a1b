import { counted } from '../../shared/count.ts'
import type { Attended } from '../../shared/record/attendance-sheet.ts'
import {
  countAttendance,
  hasLeftEarly,
  type Attendance,
  type AttendanceCounts,
} from '../../shared/record/attendance.ts'
import type { DocumentTimes } from '../../shared/record/document-times.ts'
import { absenceWords } from '../../shared/record/member-facts.ts'
import { linesOf } from './line-estimate.ts'
import { roleRemark } from './role-remark.ts'

interface AttendedRowsProps {
  readonly session: Attended
  readonly words: DocumentTimes
}

type Line = Attended['people'][number]

/** Everyone's attendance, those who are no patients apart: their minutes are nobody's to bill. */
export function AttendedRows({ session, words }: AttendedRowsProps) {
  const members = session.people.filter(({ role }) => role === 'member')
  const guests = session.people.filter(({ role }) => role !== 'member')
  return (
    <table className="roll">
      <thead>
        <tr>
          {['Name', 'Arrived', 'Left', 'Minutes', 'without breaks', 'Attendance', 'Signature'].map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {members.map((line, index) => (
          // Two people may have the same name or initials: a line is its place.
          // oxlint-disable-next-line react/no-array-index-key
          <Row key={index} line={line} session={session} words={words} />
        ))}
        <Totals members={members} session={session} />
        {guests.map((line, index) => (
          // oxlint-disable-next-line react/no-array-index-key
          <Row key={index} line={line} session={session} words={words} />
        ))}
      </tbody>
    </table>
  )
}

function Row({ line, session, words }: AttendedRowsProps & { readonly line: Line }) {
  const { label, attendance } = line
  const remark = roleRemark(line.role)
  const hasCome = attendance.kind === 'came'
  return (
    <tr>
      <th scope="row">
        <bdi>{label}</bdi>
        {remark !== '' && <span className="remark"> {remark}</span>}
      </th>
      {hasCome ? (
        <>
          <td>{words.timeOfDay(attendance.arrivedAtMs)}</td>
          <td>{words.timeOfDay(attendance.departure?.atMs ?? session.endedAtMs)}</td>
          <td>{attendance.minutes}</td>
          <td>{attendance.minutesWithoutBreaks}</td>
        </>
      ) : (
        <>
          <td>–</td>
          <td>–</td>
          <td>0</td>
          <td>0</td>
        </>
      )}
      <td>{attendanceWords(attendance, session.endedAtMs, words)}</td>
      <td>{hasCome && <i className="line" aria-label={`signature of ${label}`} />}</td>
    </tr>
  )
}

/** `Late by 9 min, away 6:52 PM to 6:56 PM`. */
function attendanceWords(attendance: Attendance, endedAtMs: number, words: DocumentTimes): string {
  if (attendance.kind === 'away') return capitalized(absenceWords(attendance))
  const { isWalkIn, lateMinutes, absences, departure } = attendance
  const said = [
    ...(isWalkIn ? ['walk-in'] : []),
    // Whoever was not expected cannot have been late.
    ...(lateMinutes > 0 && !isWalkIn ? [`late by ${lateMinutes} min`] : []),
    ...absences.map(({ fromMs, toMs }) => `away ${words.timeOfDay(fromMs)} to ${words.timeOfDay(toMs)}`),
    ...(hasLeftEarly(attendance, endedAtMs) ? ['left early'] : []),
    ...(departure?.kind === 'out' ? ['stepped out, no return recorded'] : []),
  ]
  return said.length === 0 ? 'Present throughout' : capitalized(said.join(', '))
}

function capitalized(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1)
}

function Totals({ members, session }: { readonly members: readonly Line[]; readonly session: Attended }) {
  const attendances = members.map(({ attendance }) => attendance)
  if (attendances.length === 0)
    return (
      <tr className="none">
        <td colSpan={7}>No member was expected, and none came.</td>
      </tr>
    )
  const counts = countAttendance(attendances, session.endedAtMs)
  const sum = (of: 'minutes' | 'minutesWithoutBreaks') =>
    attendances.reduce((total, one) => total + (one.kind === 'came' ? one[of] : 0), 0)
  return (
    <tr className="total">
      <th scope="row">Together</th>
      <td colSpan={2}>
        {counts.came} of {counted(counts.expected, 'member')}
      </td>
      <td>{sum('minutes')}</td>
      <td>{sum('minutesWithoutBreaks')}</td>
      <td colSpan={2}>{attendanceKinds(counts)}</td>
    </tr>
  )
}

/** `1 late, 1 no-show`; empty when everyone was there throughout. */
export function attendanceKinds(counts: AttendanceCounts): string {
  const kinds = [
    [counts.late, 'late'],
    [counts.leftEarly, 'left early'],
    [counts.walkIns, 'walk-in'],
    [counts.excused, 'excused'],
    [counts.noShow, 'no-show'],
    [counts.seenAlone, 'seen alone'],
  ] as const
  return kinds.flatMap(([count, kind]) => (count === 0 ? [] : [`${count} ${kind}`])).join(', ')
}

/** How high the rows stand on the page, in CSS pixels: rather too much than too little. */
export function heightOfAttended(session: Attended, words: DocumentTimes): number {
  const rows = session.people.map(({ label, role, attendance }) => {
    const said = attendanceWords(attendance, session.endedAtMs, words)
    return Math.max(linesOf(`${label} ${roleRemark(role)}`, 18), linesOf(said, 28))
  })
  return rows.reduce((height, lines) => height + Math.max(27, lines * 14 + 7), 40 + 36)
}
