import type { GrownGroup } from './clinic.ts'

/** A time at which a group meets. */
export interface Meeting {
  readonly group: GrownGroup
  readonly startMs: number
  /** The Monday of its week. */
  readonly weekMs: number
}

const daysAWeek = 7

/** The last so many meetings that were over at a moment, in order, by the calendar of this computer. */
export function meetingsBefore(groups: readonly GrownGroup[], count: number, endsAtMs: number): Meeting[] {
  const meetings: Meeting[] = []
  for (let week = 0; meetings.length < count; week -= 1) {
    const held = meetingsOfWeek(groups, endsAtMs, week).filter(
      ({ startMs, group }) => startMs + (group.lengthMinutes + 60) * 60_000 < endsAtMs && !isHoliday(startMs),
    )
    meetings.push(...held.toReversed())
  }
  return meetings.slice(0, count).toReversed()
}

/** The meetings that come next. */
export function meetingsAfter(groups: readonly GrownGroup[], count: number, endsAtMs: number): Meeting[] {
  return [0, 1]
    .flatMap((week) => meetingsOfWeek(groups, endsAtMs, week))
    .filter(({ startMs }) => startMs > endsAtMs)
    .slice(0, count)
}

function meetingsOfWeek(groups: readonly GrownGroup[], nowMs: number, week: number): Meeting[] {
  const now = new Date(nowMs)
  const monday = now.getDate() - ((now.getDay() + 6) % daysAWeek) + week * daysAWeek
  const at = (day: number, minute: number) =>
    new Date(now.getFullYear(), now.getMonth(), monday + day, 0, minute).getTime()
  return groups
    .map((group) => ({ group, startMs: at(group.weekday - 1, group.minute), weekMs: at(0, 0) }))
    .toSorted((a, b) => a.startMs - b.startMs)
}

/** The clinic is closed for two weeks around the turn of the year. */
function isHoliday(ms: number): boolean {
  const date = new Date(ms)
  return (date.getMonth() === 11 && date.getDate() >= 22) || (date.getMonth() === 0 && date.getDate() <= 4)
}
