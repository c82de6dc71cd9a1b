import type { GroupId } from '../../../shared/ids.ts'
import type { Failure } from '../../../shared/ipc/failure.ts'
import type { GroupReview } from '../../../shared/ipc/group-review-calls.ts'
import { compositionWords } from '../../../shared/group-review/places-words.ts'
import { isoDay } from '../../../shared/iso-day.ts'
import type { GroupOverTimeFacts } from '../../../shared/record/group-over-time.ts'
import { createNameClearer, type NameClearer } from '../../../shared/record/guards/clear-names.ts'
import { fail, succeed, type Result } from '../../../shared/result.ts'
import type { Stamp } from '../../../shared/session/stamp.ts'
import { stricterPart2 } from '../../../shared/session/vocabulary.ts'
import { readAdolescents, readWaiting } from '../care/care-repository.ts'
import { readCareRules } from '../care/care-rules-repository.ts'
import { listPart2OfGroup, listPeopleOfGroup } from '../group-review/group-review-repository.ts'
import { readGroupReview } from '../group-review/group-review-handlers.ts'
import {
  findGroup,
  listFacilitators,
  listMembers,
  listMembersOf,
  readClinic,
} from '../roster/roster-repository.ts'
import type { ReadableDb } from '../vault/database.ts'

/**
 * What is known of a group over its last weeks, with nobody's name, taken from record.db alone. Fails with `not-found`.
 * `weekCount` is null for all of them.
 */
export function readGroupOverTime(
  record: ReadableDb<'record'>,
  now: Stamp,
  groupId: GroupId,
  weekCount: number | null,
): Result<GroupOverTimeFacts, Failure> {
  const group = findGroup(record, groupId)
  if (group === undefined) return fail({ code: 'not-found' })
  const review = readGroupReview(record, groupId, weekCount, now)
  const clearer = clearerOf(record, groupId)
  const members = listMembersOf(record, groupId)
  const asOf = isoDay(now.wallMs, now.zone)
  const { fewestMembers, mostMembers } = readCareRules(record)
  const { type: groupType, capacity, membership } = group
  return succeed({
    clinic: readClinic(record),
    groupName: clearer.clearLine(group.name),
    groupType,
    part2: listPart2OfGroup(record, groupId).reduce(stricterPart2, group.part2),
    zone: now.zone,
    asOf,
    sessionCount: review.sessions,
    withoutTopic: review.withoutTopic,
    weeks: review.weeks,
    phases: review.phases.map((phase, index) => ({
      ...phase,
      name: clearer.clearLine(phase.name) ?? `Phase ${index + 1}`,
    })),
    topics: clearTopics(review.topics, clearer),
    composition: compositionWords(members, [...readAdolescents(record, asOf)]),
    takenPlaces: members.length,
    waitingCount: readWaiting(record, groupId).length,
    capacity,
    membership,
    rules: { fewestMembers, mostMembers },
  })
}

/** Everyone who ever was in this group, is, or waits to be: what was typed for it could name any of them. */
function clearerOf(record: ReadableDb<'record'>, groupId: GroupId): NameClearer {
  const ids = new Set([
    ...listPeopleOfGroup(record, groupId),
    ...listMembersOf(record, groupId).map(({ id }) => id),
    ...readWaiting(record, groupId).map(({ personId }) => personId),
  ])
  const people = listMembers(record).filter(({ id }) => ids.has(id))
  return createNameClearer(
    people.map(({ preferredName, initials, aliases, chartId }) => ({
      preferredName,
      initials,
      aliases,
      numbers: chartId === '' ? [] : [chartId],
      label: 'a member',
    })),
    listFacilitators(record).map(({ name, initials }) => ({ preferredName: name, initials })),
  )
}

function clearTopics(topics: GroupReview['topics'], clearer: NameClearer): GroupOverTimeFacts['topics'] {
  return topics.map(({ topic, sessions }) => ({
    topic: clearer.clearLine(topic),
    startedAtMs: sessions.map(({ startedAtMs }) => startedAtMs),
  }))
}
