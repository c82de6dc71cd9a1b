import { useState, type ReactNode } from 'react'
import type { NoteText } from '../../shared/ipc/session-calls.ts'
import type { Result } from '../../shared/result.ts'
import type { Failure } from '../../shared/ipc/failure.ts'
import { call } from '../app/api.ts'
import { LastSessionSide } from '../preflight/LastSessionSide.tsx'
import { useLive } from './live-context.ts'
import { MarkChips } from './MarkChips.tsx'
import { MarkPrompt } from './MarkPrompt.tsx'
import { NoteField, type DraftProps } from './NoteField.tsx'
import { NoteList } from './NoteList.tsx'
import styles from './NoteSide.module.css'

interface RecordSideProps extends DraftProps {
  readonly onRecorded: (note: NoteText) => void
  /** What hangs over the session, above the field. */
  readonly flags: ReactNode
  /** Puts words into the field and goes on writing there. */
  readonly onBegin: (text: string) => void
}

/** Ink on paper: what becomes part of the chart. Before the start the side is the last session's, until a note is asked for. */
export function RecordSide({ onRecorded, flags, onBegin, ...draft }: RecordSideProps) {
  const { sessionId, state, recordNotes } = useLive()
  const [isAskedFor, setIsAskedFor] = useState(false)
  if (draft.isWanted && !isAskedFor) setIsAskedFor(true)
  const isBefore = state.stage === 'prepared'

  async function save(text: string): Promise<Result<NoteText, Failure>> {
    const answer = await call('session.record-note', { sessionId, text })
    if (answer.ok) onRecorded(answer.value)
    return answer
  }

  const places = state.notes.filter(({ isPrivate }) => !isPrivate)
  const notes = (
    <NoteList
      label="Record notes"
      places={places}
      texts={recordNotes}
      empty="What belongs in the record: what was seen and said, as it happens. Each note keeps its time and phase."
    />
  )
  return (
    <div className={styles['side']} data-side="record">
      {isBefore ? <LastSessionSide /> : null}
      {!isBefore ? notes : places.length === 0 ? null : <div className={styles['early']}>{notes}</div>}
      {flags}
      {isBefore ? null : <MarkChips />}
      <MarkPrompt draft={draft.draft} onWrite={onBegin} />
      {isBefore && !isAskedFor && draft.draft === '' ? null : (
        <NoteField {...draft} side="record" onSave={save} />
      )}
    </div>
  )
}
