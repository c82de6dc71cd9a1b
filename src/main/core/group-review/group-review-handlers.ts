import { moveDay, spanOfWeek, weekOf } from '../../../shared/care/calendar-week.ts'
import type { LocalNow } from '../../../shared/care/weekly-minutes.ts'
import { groupWeeks } from '../../../shared/group-review/group-weeks.ts'
import { phaseSpans } from '../../../shared/group-review/phase-spans.ts'
import { topicsCovered } from '../../../shared/group-review/topics.ts'
import type { GroupId } from '../../../shared/ids.ts'
import type { GroupReview, groupReviewCalls } from '../../../shared/ipc/group-review-calls.ts'
import { fail, succeed } from '../../../shared/result.ts'
import { readCareRules } from '../care/care-rules-repository.ts'
import type { Clock } from '../clock.ts'
import type { Handlers } from '../handler.ts'
import { findGroup } from '../roster/roster-repository.ts'
import type { ReadableDb } from '../vault/database.ts'
import { listEnded, listHeldPhases, listListed, type EndedSession } from './group-review-repository.ts'

interface Sources {
  readonly record: ReadableDb<'record'>
  readonly clock: Clock
}

/** How far before the weeks that are asked for a group may have met last. */
const weeksBefore = 8

export function groupReviewHandlers({ record, clock }: Sources): Handlers<keyof typeof groupReviewCalls> {
  return {
    'group-review.read': ({ groupId, weeks }) =>
      findGroup(record, groupId) === undefined
        ? fail({ code: 'not-found' })
        : succeed(readGroupReview(record, groupId, weeks, clock.read())),
  }
}

/** A group over its last weeks, the current one included; null for all of them. */
export function readGroupReview(
  record: ReadableDb<'record'>,
  groupId: GroupId,
  weekCount: number | null,
  now: LocalNow,
): GroupReview {
  const { weekStartsOn } = readCareRules(record)
  const current = weekOf(now.wallMs, now.zone, weekStartsOn)
  const asked = weekCount === null ? null : moveDay(current, -7 * (weekCount - 1))
  const beforeMs = asked === null ? 0 : spanOfWeek(moveDay(asked, -7 * weeksBefore), now.zone).fromMs
  const held = listEnded(record, groupId, beforeMs)
  const from = asked ?? firstWeekOf(held, now.zone, weekStartsOn) ?? current
  const fromMs = spanOfWeek(from, now.zone).fromMs
  const ended = held.filter(({ startedAtMs }) => startedAtMs >= fromMs)
  const phases = Map.groupBy(listHeldPhases(record, groupId, fromMs), ({ sessionId }) => sessionId)
  const topics = topicsCovered(ended)
  return {
    sessions: ended.length,
    withoutTopic: ended.length - topics.reduce((sum, { sessions }) => sum + sessions.length, 0),
    weeks: [...groupWeeks(held, listListed(record, groupId, beforeMs), { from, weekStartsOn, now })],
    phases: [...phaseSpans([...phases.values()])],
    topics: topics.map(({ topic, sessions }) => ({ topic, sessions: [...sessions] })),
  }
}

function firstWeekOf(held: readonly EndedSession[], zone: string, weekStartsOn: number): string | undefined {
  const [first] = held
  return first === undefined ? undefined : weekOf(first.startedAtMs, zone, weekStartsOn)
}
