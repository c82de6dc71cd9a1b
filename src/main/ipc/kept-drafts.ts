import type { GroupId, SessionId } from '../../shared/ids.ts'
import type { AgendaDraft } from '../../shared/ipc/agenda-draft-calls.ts'
import type { KeptSheet } from '../../shared/ipc/sheet-calls.ts'

/** More than anybody leaves half-way at a time; the one that was left first goes. */
const mostDrafts = 20

/** What was left half-way, by what it belongs to. Nothing of it is on the disk. */
interface Kept<Id, Draft> {
  /** Null forgets it. */
  keep(id: Id, draft: Draft | null): null
  /** Null where none was left. */
  read(id: Id): Draft | null
}

export interface KeptDrafts {
  /** Sheets of sessions run on paper, until they are entered. */
  readonly sheets: Kept<SessionId, KeptSheet>
  /** Agendas of groups, until they are saved. */
  readonly agendas: Kept<GroupId, AgendaDraft>
}

export function createKeptDrafts(): KeptDrafts {
  return { sheets: createKept(), agendas: createKept() }
}

function createKept<Id, Draft>(): Kept<Id, Draft> {
  const kept = new Map<Id, Draft>()
  return {
    keep(id, draft) {
      kept.delete(id)
      if (draft === null) return null
      kept.set(id, draft)
      const [first] = kept.keys()
      if (kept.size > mostDrafts && first !== undefined) kept.delete(first)
      return null
    },
    read: (id) => kept.get(id) ?? null,
  }
}
