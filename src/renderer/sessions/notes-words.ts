import type { MatchBasis } from '../../shared/review/match-sessions.ts'
import { firstDueMs, overdueCount, unsignedCount } from '../../shared/review/notes-state.ts'
import { calendarDaysBetween } from '../../shared/zoned-time.ts'
import { counted } from '../../shared/count.ts'
import type { ShownSession } from './shown-session.ts'

/** The most pressing thing about the notes of a session: `3 of 10 in draft`, `1 overdue, 2 days`. */
export function notesWords({ state, row }: ShownSession, { rules, now }: MatchBasis): string {
  const { presentCount, writtenCount, signedCount, awaitingCount } = row
  switch (state) {
    case 'overdue': {
      // The instant itself is late, so the day that counts is the one that it ends.
      const days = calendarDaysBetween(firstDueMs(row, rules, now.zone) - 1, now.wallMs, now.zone)
      return `${overdueCount(row, rules, now)} overdue, ${days === 0 ? 'today' : counted(days, 'day')}`
    }
    case 'draft':
      return writtenCount === 0 && signedCount === 0
        ? `${presentCount} to write`
        : `${unsignedCount(row)} of ${presentCount} in draft`
    case 'awaiting':
      return `${awaitingCount} awaiting co-sign`
    case 'addended':
      return 'signed, addended'
    case 'signed':
      return 'signed'
    case 'none':
      return 'no notes due'
  }
}
