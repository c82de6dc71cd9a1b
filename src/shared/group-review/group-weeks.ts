import { weekOf, weeksBetween } from '../care/calendar-week.ts'
import type { LocalNow } from '../care/weekly-minutes.ts'
import type { PersonId, SessionId } from '../ids.ts'

/** A session that was held; its start in milliseconds since 1970 UTC. */
export interface HeldSession {
  readonly sessionId: SessionId
  readonly startedAtMs: number
}

/** A member on the list of a session: family, partners and guests are not counted. */
export interface ListedMember {
  readonly sessionId: SessionId
  readonly personId: PersonId
  readonly hasCome: boolean
}

/**
 * A group's week, counted in members and never by member. Cohesion of attendance is told by two counts: how many came to
 * every session of the week, and how many of those who came in the week before came again.
 */
export interface GroupWeek {
  /** Its first day, `2026-11-16`. */
  readonly startsOn: string
  readonly sessions: number
  /** Members on the list of at least one session. */
  readonly listed: number
  /** Members who came at least once. */
  readonly came: number
  /** Members who came to every session of the week whose list they were on; why somebody did not come is not asked. */
  readonly cameToAll: number
  /** Of those who came in the last week before in which the group met, how many came again; null before there was one. */
  readonly cameAgain: { readonly count: number; readonly of: number } | null
}

/** A group's weeks from the first one given to the current one, those without a session too. */
export function groupWeeks(
  held: readonly HeldSession[],
  listed: readonly ListedMember[],
  {
    from,
    weekStartsOn,
    now,
  }: { readonly from: string; readonly weekStartsOn: number; readonly now: LocalNow },
): readonly GroupWeek[] {
  const members = Map.groupBy(listed, ({ sessionId }) => sessionId)
  const sessions = Map.groupBy(held, ({ startedAtMs }) => weekOf(startedAtMs, now.zone, weekStartsOn))
  const earliest = [...sessions.keys()].reduce((least, week) => (week < least ? week : least), from)
  let before: ReadonlySet<PersonId> | null = null
  const weeks = weeksBetween(earliest, weekOf(now.wallMs, now.zone, weekStartsOn)).map((startsOn) => {
    const ofWeek = sessions.get(startsOn) ?? []
    const own = Map.groupBy(
      ofWeek.flatMap(({ sessionId }) => members.get(sessionId) ?? []),
      ({ personId }) => personId,
    )
    const came = idsWhere(own, (times) => times.some(({ hasCome }) => hasCome))
    const week: GroupWeek = {
      startsOn,
      sessions: ofWeek.length,
      listed: own.size,
      came: came.size,
      cameToAll: idsWhere(own, (times) => times.every(({ hasCome }) => hasCome)).size,
      cameAgain: ofWeek.length === 0 || before === null ? null : againOf(before, came),
    }
    if (ofWeek.length > 0) before = came
    return week
  })
  return weeks.filter(({ startsOn }) => startsOn >= from)
}

function idsWhere(
  own: ReadonlyMap<PersonId, readonly ListedMember[]>,
  holds: (times: readonly ListedMember[]) => boolean,
): ReadonlySet<PersonId> {
  return new Set([...own].flatMap(([personId, times]) => (holds(times) ? [personId] : [])))
}

function againOf(before: ReadonlySet<PersonId>, came: ReadonlySet<PersonId>) {
  return { count: before.intersection(came).size, of: before.size }
}
