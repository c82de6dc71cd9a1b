import type { SessionState } from '../../../shared/session/state.ts'
import type { ReadableDb } from '../vault/database.ts'
import { listMembers, listMembersOf } from './roster-repository.ts'

/** Everyone on file whom a text about a session could name: who was expected or came, and the rest of the group. */
export function listNameableMembers(
  record: ReadableDb<'record'>,
  { people, groupId }: Pick<SessionState, 'people' | 'groupId'>,
): ReturnType<typeof listMembers> {
  const ids = new Set(people.map(({ personId }) => personId))
  if (groupId !== null) for (const { id } of listMembersOf(record, groupId)) ids.add(id)
  return listMembers(record).filter(({ id }) => ids.has(id))
}
