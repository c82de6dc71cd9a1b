import { moveDay, spanOfWeek, weekOf } from '../../../shared/care/calendar-week.ts'
import { careOfMember } from '../../../shared/care/care-periods.ts'
import type { CareRules } from '../../../shared/care/care-rules.ts'
import { plannedInWeek, projectWeek, type PlannedInWeek } from '../../../shared/care/week-projection.ts'
import {
  weekOfMember,
  weeksOf,
  type CareOfMember,
  type LocalNow,
} from '../../../shared/care/weekly-minutes.ts'
import type { GroupId, PersonId, SessionId } from '../../../shared/ids.ts'
import type { Failure } from '../../../shared/ipc/failure.ts'
import type { HoursOfMember, hoursCalls, ShortOfHours } from '../../../shared/ipc/hours-calls.ts'
import { isoDay } from '../../../shared/iso-day.ts'
import { fail, succeed, type Result } from '../../../shared/result.ts'
import type { Presence } from '../../../shared/session/vocabulary.ts'
import { readCareEntries } from '../care/care-repository.ts'
import { readCareRules } from '../care/care-rules-repository.ts'
import type { Clock } from '../clock.ts'
import type { Handlers } from '../handler.ts'
import { readGroups } from '../roster/read-roster.ts'
import { findMember, listEnrolments, listGroups } from '../roster/roster-repository.ts'
import type { ReadableDb } from '../vault/database.ts'
import {
  firstStart,
  listAttended,
  listAttendedIn,
  listEnrolledMembers,
  listOpenSessions,
  listPresences,
  listSessionsInTime,
} from './hours-repository.ts'

interface Sources {
  readonly record: ReadableDb<'record'>
  readonly clock: Clock
}

export function hoursHandlers({ record, clock }: Sources): Handlers<keyof typeof hoursCalls> {
  return {
    'hours.of-member': ({ personId }) => readHoursOfMember(record, personId, clock.read()),
    'hours.short': () => succeed(shortOfHours(record, clock.read())),
  }
}

/** Somebody's weeks and what the current one will come to. Fails with `not-found` for whoever is not on file. */
export function readHoursOfMember(
  record: ReadableDb<'record'>,
  personId: PersonId,
  now: LocalNow,
): Result<HoursOfMember, Failure> {
  if (findMember(record, personId) === undefined) return fail({ code: 'not-found' })
  const rules = readCareRules(record)
  const current = weekOf(now.wallMs, now.zone, rules.weekStartsOn)
  const care = careOf(record, personId, besideProgram(record), now)
  const weeks = weeksOf(listAttended(record, personId), care, rules, now)
  const week = weeks.find(({ startsOn }) => startsOn === current)
  if (week === undefined) throw new Error('the current week is always among the weeks')
  const plan = readPlan(record, current, rules, now)
  return succeed({
    countsBreaks: rules.countsBreaks,
    weeks: [...weeks],
    projection: copied(projectWeek(week, plan.planned, plan.groupsOf(personId), plan.presencesOf(personId))),
  })
}

/** Who will not reach their hours, A to Z. */
function shortOfHours(record: ReadableDb<'record'>, now: LocalNow): ShortOfHours {
  const rules = readCareRules(record)
  const current = weekOf(now.wallMs, now.zone, rules.weekStartsOn)
  const plan = readPlan(record, current, rules, now)
  const attended = Map.groupBy(
    listAttendedIn(record, spanOfWeek(current, now.zone)),
    ({ personId }) => personId,
  )
  const beside = besideProgram(record)
  const people = listEnrolledMembers(record)
    .toSorted((a, b) => a.preferredName.localeCompare(b.preferredName))
    .flatMap(({ personId }) => {
      const sessions = attended.get(personId) ?? []
      const care = careOf(record, personId, beside, now)
      const week = weekOfMember(current, current, sessions, care, rules)
      const projection = projectWeek(week, plan.planned, plan.groupsOf(personId), plan.presencesOf(personId))
      if (week.status !== 'open' || projection.toFindMs === 0) return []
      const { attendedMs, plannedMs, targetMs, toFindMs } = projection
      return [{ personId, attendedMs, plannedMs, targetMs, toFindMs }]
    })
  return { endsOn: moveDay(current, 6), people }
}

/** Whoever was enrolled before days were kept: since their first session, as far as anybody can tell. */
function careOf(
  record: ReadableDb<'record'>,
  personId: PersonId,
  beside: ReadonlySet<GroupId>,
  now: LocalNow,
): CareOfMember {
  const entries = readCareEntries(record, personId)
  const hasUnknown = entries.some(({ act }) => act.kind === 'enrolled' && act.day === null)
  const firstMs = hasUnknown ? firstStart(record, personId) : null
  return careOfMember(entries, isoDay(firstMs ?? now.wallMs, now.zone), beside)
}

/** The groups that do not belong to the program that asks for the hours. */
function besideProgram(record: ReadableDb<'record'>): ReadonlySet<GroupId> {
  return new Set(listGroups(record).flatMap(({ id, countsHours }) => (countsHours ? [] : [id])))
}

interface Plan {
  readonly planned: readonly PlannedInWeek[]
  readonly groupsOf: (personId: PersonId) => readonly GroupId[]
  readonly presencesOf: (personId: PersonId) => ReadonlyMap<SessionId, Presence>
}

/** What the rest of the week holds, for everybody. */
function readPlan(record: ReadableDb<'record'>, current: string, rules: CareRules, now: LocalNow): Plan {
  const sessions = {
    open: listOpenSessions(record),
    // From before the week: a meeting across midnight may have begun on its eve.
    known: listSessionsInTime(record, spanOfWeek(moveDay(current, -1), now.zone).fromMs),
  }
  const enrolments = Map.groupBy(listEnrolments(record), ({ personId }) => personId)
  const presences = Map.groupBy(listPresences(record), ({ personId }) => personId)
  return {
    planned: plannedInWeek(current, readGroups(record), sessions, rules, now),
    groupsOf: (personId) => (enrolments.get(personId) ?? []).map(({ groupId }) => groupId),
    presencesOf: (personId) =>
      new Map((presences.get(personId) ?? []).map(({ sessionId, presence }) => [sessionId, presence])),
  }
}

function copied(projection: ReturnType<typeof projectWeek>): HoursOfMember['projection'] {
  return { ...projection, planned: [...projection.planned] }
}
