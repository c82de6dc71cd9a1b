import { advance } from '../../../shared/session/advance.ts'
import type { Command } from '../../../shared/session/commands.ts'
import type { SessionState } from '../../../shared/session/state.ts'
import { readNow } from '../../app/core-clock.ts'
import type { Live } from '../live-context.ts'
import { openProposal, trimCommand } from '../propose-trim.ts'
import type { ChangeView, LiveView } from '../use-live-view.ts'
import { draftCommand, openDraft, type AgendaDraft } from './agenda-draft.ts'
import { phasesAhead } from './order-commands.ts'

interface AgendaDesk {
  readonly live: Pick<Live, 'state' | 'act'>
  readonly view: Pick<LiveView, 'agendaDraft' | 'startWish' | 'trimDismissedAt'>
  readonly change: ChangeView
}

/** Opens the agenda for changes, or puts the changes away. */
export function toggleAgenda({ live, view, change }: AgendaDesk): void {
  if (view.agendaDraft !== null) return change({ agendaDraft: null })
  if (live.state.stage === 'ended') return change({ hint: 'The session is closed.' })
  const state = stateNow(live.state)
  if (state !== null) change({ agendaDraft: openDraft(state, view.startWish), hint: null })
}

/** Uses the minutes that are being tried out; when none are, takes the proposal. */
export function acceptMinutes({ live, view, change }: AgendaDesk): void {
  if (view.agendaDraft !== null) return takeDraft(view.agendaDraft, live, change)
  const state = stateNow(live.state)
  const proposal = state === null ? null : openProposal(state, view.trimDismissedAt)
  const command = proposal === null ? null : trimCommand(proposal)
  if (command !== null) live.act(command)
}

function takeDraft(draft: AgendaDraft, live: AgendaDesk['live'], change: ChangeView): void {
  live.act((latest) => (latest.stage === 'ended' ? null : draftCommand(latest, draft)))
  change({ agendaDraft: null })
}

/** Asks for a new phase: what comes up in the room is mostly wanted next. */
export function openInsertion({ live, change }: AgendaDesk): void {
  change({ insertion: { beforePhaseId: phasesAhead(live.state)[0]?.id ?? null } })
}

/** Moves the end of the session, before or while it goes on. */
export function extendSession({ live, change }: AgendaDesk, minutes: number): void {
  if (live.state.stage === 'ended') return change({ hint: 'The session is closed.' })
  live.act({ type: 'extend-session', minutes } satisfies Command)
}

function stateNow(state: SessionState): SessionState | null {
  const now = readNow()
  return now === null ? null : advance(state, now)
}
