import { moveDay, spanOfWeek } from '../../../shared/care/calendar-week.ts'
import type { PersonId } from '../../../shared/ids.ts'
import type { Failure } from '../../../shared/ipc/failure.ts'
import type { HoursOfMember } from '../../../shared/ipc/hours-calls.ts'
import { isoDay } from '../../../shared/iso-day.ts'
import { exemptPeriods } from '../../../shared/member-review/exemptions.ts'
import { windowOf, type MemberWindow, type Span } from '../../../shared/member-review/member-window.ts'
import type { MemberProgressFacts } from '../../../shared/record/member-progress.ts'
import type { Consent } from '../../../shared/record/note-document.ts'
import { fail, succeed, type Result } from '../../../shared/result.ts'
import type { Stamp } from '../../../shared/session/stamp.ts'
import { readCareEntries } from '../care/care-repository.ts'
import { readCareRules } from '../care/care-rules-repository.ts'
import { part2OfMember } from '../disclosures/ledger-facts.ts'
import { readGoals } from '../goals/goal-repository.ts'
import { readHoursOfMember } from '../hours/hours-handlers.ts'
import { listMeasures } from '../measures/measure-repository.ts'
import { readGoalProgress } from '../member/member-notes-repository.ts'
import { listMemberSessions } from '../member/member-review-repository.ts'
import { findMember, listGroups, readClinic } from '../roster/roster-repository.ts'
import { readResults } from '../scales/scale-repository.ts'
import type { ReadableDb } from '../vault/database.ts'

interface Asked {
  readonly personId: PersonId
  readonly span: Span
  /** For whom it is made. */
  readonly consent: Consent
}

/**
 * What is known of one member over the weeks that their page shows, taken from record.db alone. Fails with `not-found` for
 * whoever is not on file.
 */
export function readMemberProgress(
  record: ReadableDb<'record'>,
  now: Stamp,
  { personId, span, consent }: Asked,
): Result<MemberProgressFacts, Failure> {
  const member = findMember(record, personId)
  if (member === undefined) return fail({ code: 'not-found' })
  const hours = readHoursOfMember(record, personId, now)
  if (!hours.ok) return hours
  const all = listMemberSessions(record, personId)
  const { weekStartsOn } = readCareRules(record)
  const asOf = isoDay(now.wallMs, now.zone)
  const firstMs = all[0]?.startedAtMs ?? null
  const window = windowOf(span, { zone: now.zone, today: asOf, weekStartsOn, firstMs })
  const { fromMs, toMs } = instantsOf(window)
  const sessions = all.filter(({ startedAtMs }) => startedAtMs < toMs)
  const groupIds = new Set(sessions.map(({ groupId }) => groupId))
  const { preferredName: name, chartId, role } = member
  return succeed({
    clinic: readClinic(record),
    part2: part2OfMember(record, personId),
    consent,
    member: { name, chartId, role },
    asOf,
    window,
    groups: listGroups(record).flatMap((group) =>
      groupIds.has(group.id) ? [{ groupId: group.id, name: group.name }] : [],
    ),
    sessions,
    measures: listMeasures(record),
    ...(role === 'member' ? readCare(record, personId, window, hours.value) : noCare),
    progress: role === 'member' ? readGoalProgress(record, personId, { fromMs, toMs }) : [],
  })
}

// Only patients have hours to reach, questionnaires and goals.
const noCare = { hours: null, exemptions: [], scales: [], goals: [] } as const

function readCare(
  record: ReadableDb<'record'>,
  personId: PersonId,
  { weeks }: MemberWindow,
  hours: HoursOfMember,
): Pick<MemberProgressFacts, 'hours' | 'exemptions' | 'scales' | 'goals'> {
  return {
    hours: { ...hours, weeks: hours.weeks.filter(({ startsOn }) => weeks.includes(startsOn)) },
    exemptions: exemptPeriods(readCareEntries(record, personId)),
    scales: readResults(record, personId),
    goals: readGoals(record, personId).filter(({ isSetAside }) => !isSetAside),
  }
}

function instantsOf({ weeks, currentWeek, zone }: MemberWindow) {
  const last = weeks.at(-1) ?? currentWeek
  return {
    fromMs: spanOfWeek(weeks[0] ?? last, zone).fromMs,
    toMs: spanOfWeek(moveDay(last, 7), zone).fromMs,
  }
}
