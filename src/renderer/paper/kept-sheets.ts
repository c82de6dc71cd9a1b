import type { SessionId } from '../../shared/ids.ts'
import type { SheetDraft } from './sheet-draft.ts'

type KeptSheet = Omit<SheetDraft, 'note'>

/**
 * Sheets that were left half-way, for as long as the window is open: somebody is called away, or the vault locks. They
 * hold ids, times and ticks, and no word about anybody; the note has a home of its own.
 */
const kept = new Map<SessionId, KeptSheet>()

export function keepSheet(sessionId: SessionId, draft: SheetDraft): void {
  const { note: _, ...sheet } = draft
  kept.set(sessionId, sheet)
}

export function forgetSheet(sessionId: SessionId): void {
  kept.delete(sessionId)
}

/** Where the sheet was left; people who have been added since stand as `fresh` has them. */
export function goOnWith(sessionId: SessionId, fresh: SheetDraft): SheetDraft {
  const sheet = kept.get(sessionId)
  if (sheet === undefined) return fresh
  return {
    ...fresh,
    ...sheet,
    lines: fresh.lines.map((line) => sheet.lines.find(({ personId }) => personId === line.personId) ?? line),
  }
}
