import { counted } from '../../shared/count.ts'
import type { DocumentTimes } from '../../shared/record/document-times.ts'
import type { NotesDone, SupervisionSummary } from '../../shared/record/supervision-summary.ts'
import { Part } from './parts.tsx'

interface FactsProps {
  readonly facts: SupervisionSummary
}
interface TimedProps extends FactsProps {
  readonly words: DocumentTimes
}

/** Follow-ups that risk marks opened: that they were, and whether they are closed; no word of what was said. */
export function Risk({ facts: { followUps }, words }: TimedProps) {
  return (
    <Part heading="Risk">
      {followUps.length === 0 && <p className="remark">None was marked.</p>}
      {followUps.map(({ label, openedAtMs, closedAtMs }) => (
        <p key={`${label} ${openedAtMs}`} className="words">
          {label}: follow-up opened at {words.timeOfDay(openedAtMs)},{' '}
          {closedAtMs === null ? 'still open' : `closed and signed on ${words.moment(closedAtMs)}`}.
        </p>
      ))}
    </Part>
  )
}

export function NotesState({ facts: { notes }, words }: TimedProps) {
  return (
    <Part heading="Notes">
      <p className="words">{notesWords(notes, words)}</p>
    </Part>
  )
}

function notesWords(notes: NotesDone, words: DocumentTimes): string {
  const { owedCount, signedCount, awaitingCount, overdueCount, dueMs } = notes
  const open = owedCount - signedCount
  const said = [`${signedCount} of ${counted(owedCount, 'note')} signed.`]
  if (awaitingCount > 0) said.push(`${awaitingCount} still to be co-signed.`)
  if (overdueCount > 0) said.push(`${overdueCount} of the other ${open} overdue.`)
  else if (dueMs !== null) said.push(`The next is due before ${words.moment(dueMs)}.`)
  return said.join(' ')
}
