import type { PersonId } from '../../shared/ids.ts'
import { anySession, type SessionFilters, type SessionView } from '../../shared/review/session-view.ts'

type BuiltInId = 'all' | 'to-finish' | 'to-co-sign' | 'follow-ups'

interface BuiltInView {
  readonly viewId: BuiltInId
  readonly name: string
  readonly view: SessionView
}

function newestFirst(filters: Partial<SessionFilters>): SessionView {
  return {
    filters: { ...anySession, ...filters },
    sorting: [{ id: 'date', desc: true }],
    columns: null,
    search: '',
  }
}

export const allSessions = newestFirst({})

/** What every clinician asks of their sessions. */
export const builtInViews: readonly BuiltInView[] = [
  { viewId: 'all', name: 'All sessions', view: allSessions },
  {
    viewId: 'to-finish',
    name: 'Notes to finish',
    view: { ...newestFirst({ notes: 'to-finish' }), sorting: [{ id: 'notes', desc: false }] },
  },
  { viewId: 'to-co-sign', name: 'To co-sign', view: newestFirst({ notes: 'awaiting' }) },
  { viewId: 'follow-ups', name: 'Open follow-ups', view: newestFirst({ risk: 'open' }) },
]

/** Whether two views show the same in the same way. */
export function isSameView(one: SessionView, other: SessionView): boolean {
  return JSON.stringify(inOrder(one)) === JSON.stringify(inOrder(other))
}

function inOrder({ filters, sorting, columns, search }: SessionView): unknown {
  const entries = Object.entries(filters).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return [entries, sorting.map(({ id, desc }) => [id, desc]), columns, search.trim()]
}

/** How a person is said in a filter: whose vault it is, is `me`. */
export function leadWords(
  leadId: PersonId | null,
  facilitators: readonly { readonly id: PersonId; readonly name: string; readonly isAuthor: boolean }[],
): string {
  if (leadId === null) return 'anyone'
  const lead = facilitators.find(({ id }) => id === leadId)
  if (lead === undefined) return 'somebody no longer on file'
  return lead.isAuthor ? 'me' : lead.name
}
