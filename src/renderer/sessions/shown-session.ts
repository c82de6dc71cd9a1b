import { groupTypeNames } from '../../shared/agenda/group-type.ts'
import type { Roster } from '../../shared/ipc/roster-calls.ts'
import type { MatchBasis } from '../../shared/review/match-sessions.ts'
import { notesState, type NotesState } from '../../shared/review/notes-state.ts'
import type { SessionRow } from '../../shared/review/session-row.ts'

/** A session with the words that the table shows and sorts by. */
export interface ShownSession {
  readonly row: SessionRow
  readonly groupName: string
  readonly typeName: string
  readonly leadName: string
  readonly state: NotesState
}

export function shownSessions(
  rows: readonly SessionRow[],
  { groups, facilitators }: Pick<Roster, 'groups' | 'facilitators'>,
  { rules, now }: MatchBasis,
): readonly ShownSession[] {
  const groupNames = new Map(groups.map(({ id, name }) => [id, name]))
  const leadNames = new Map(facilitators.map(({ id, name }) => [id, name]))
  return rows.map((row) => ({
    row,
    groupName: groupNames.get(row.groupId) ?? 'A former group',
    typeName: groupTypeNames[row.groupType],
    leadName: row.leadId === null ? '' : (leadNames.get(row.leadId) ?? 'No longer on file'),
    state: notesState(row, rules, now),
  }))
}
