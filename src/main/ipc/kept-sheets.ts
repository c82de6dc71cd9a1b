import type { SessionId } from '../../shared/ids.ts'
import type { ParsedInputOf } from '../../shared/ipc/contract.ts'
import type { KeptSheet } from '../../shared/ipc/sheet-calls.ts'

/** More than anybody leaves half-way at a time; the one that was left first goes. */
const mostSheets = 20

/** Sheets of sessions run on paper that were left half-way. Nothing of them is on the disk before they are entered. */
export interface KeptSheets {
  keep(input: ParsedInputOf<'sheet.keep'>): null
  /** Null where none was left. */
  read(input: ParsedInputOf<'sheet.kept'>): KeptSheet | null
}

export function createKeptSheets(): KeptSheets {
  const kept = new Map<SessionId, KeptSheet>()
  return {
    keep({ sessionId, sheet }) {
      kept.delete(sessionId)
      if (sheet === null) return null
      kept.set(sessionId, sheet)
      const [first] = kept.keys()
      if (kept.size > mostSheets && first !== undefined) kept.delete(first)
      return null
    },
    read: ({ sessionId }) => kept.get(sessionId) ?? null,
  }
}
