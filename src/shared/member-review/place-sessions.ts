import type { MemberSession } from '../ipc/member-calls.ts'
import { slotInWeek, type AtWeek } from '../plots/axis.ts'
import { indexOfWeek, type MemberWindow } from './member-window.ts'

/** A session with its place on the axis. */
export interface PlacedSession {
  readonly session: MemberSession
  readonly at: AtWeek
}

/** The sessions of the weeks that are shown, oldest first, side by side within their weeks. */
export function placeSessions(
  sessions: readonly MemberSession[],
  window: MemberWindow,
): readonly PlacedSession[] {
  const byWeek = Map.groupBy(sessions, ({ startedAtMs }) => indexOfWeek(window, startedAtMs))
  return [...byWeek].flatMap(([week, ofWeek]) =>
    week < 0 ? [] : ofWeek.map((session, index) => ({ session, at: slotInWeek(week, index, ofWeek.length) })),
  )
}
