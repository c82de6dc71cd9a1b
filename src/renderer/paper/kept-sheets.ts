import type { SessionId } from '../../shared/ids.ts'
import { keptSheetSchema, type KeptSheet } from '../../shared/ipc/sheet-calls.ts'
import type { Mark } from '../../shared/session/vocabulary.ts'
import { call } from '../app/api.ts'
import type { LineDraft, SheetDraft } from './sheet-draft.ts'

/**
 * Keeps a sheet that may be left half-way: somebody is called away, or the vault locks, and this page goes with that. The
 * note has a home of its own. A time with a slip of the keys in it is kept once it is one.
 */
export function keepSheet(sessionId: SessionId, { minutes, lines, day, start, end }: SheetDraft): void {
  const sheet = keptSheetSchema.safeParse({
    day,
    start,
    end,
    minutes: Object.entries(minutes).map(([phaseId, typed]) => ({ phaseId, typed })),
    lines: lines.map((line) => ({
      ...line,
      marks: Object.entries(line.marks).map(([mark, count]) => ({ mark, count })),
    })),
  })
  if (sheet.success) void call('sheet.keep', { sessionId, sheet: sheet.data })
}

export function forgetSheet(sessionId: SessionId): void {
  void call('sheet.keep', { sessionId, sheet: null })
}

/** Where the sheet was left; people who have been added since stand as `fresh` has them. */
export function goOnWith(sheet: KeptSheet | null, fresh: SheetDraft): SheetDraft {
  if (sheet === null) return fresh
  const { day, start, end, minutes, lines } = sheet
  const left = new Map(lines.map((line) => [line.personId, line]))
  return {
    ...fresh,
    day,
    start,
    end,
    minutes: Object.fromEntries(minutes.map(({ phaseId, typed }) => [phaseId, typed])),
    lines: fresh.lines.map((line) => {
      const kept = left.get(line.personId)
      return kept === undefined ? line : { ...kept, marks: countsOf(kept.marks) }
    }),
  }
}

function countsOf(marks: KeptSheet['lines'][number]['marks']): LineDraft['marks'] {
  const counts: Partial<Record<Mark, number>> = {}
  for (const { mark, count } of marks) counts[mark] = count
  return counts
}
