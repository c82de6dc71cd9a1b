import { useState, type ReactNode } from 'react'
import { LastSessionSide } from '../preflight/LastSessionSide.tsx'
import { useLive } from './live-context.ts'
import { MarkChips } from './MarkChips.tsx'
import { MarkPrompt } from './MarkPrompt.tsx'
import { NoteField, type DraftProps } from './NoteField.tsx'
import { NoteList } from './NoteList.tsx'
import styles from './NoteSide.module.css'

interface RecordSideProps extends DraftProps {
  /** What hangs over the session, above the field. */
  readonly flags: ReactNode
  /** Puts words into the field and goes on writing there. */
  readonly onBegin: (text: string) => void
}

/** Ink on paper: what becomes part of the chart. Before the start the side is the last session's, until a note is asked for. */
export function RecordSide({ flags, onBegin, ...field }: RecordSideProps) {
  const { state, recordNotes } = useLive()
  const [isAskedFor, setIsAskedFor] = useState(false)
  if (field.isWanted && !isAskedFor) setIsAskedFor(true)
  const isBefore = state.stage === 'prepared'

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
      <MarkPrompt draft={field.saving.draft} onWrite={onBegin} />
      {isBefore && !isAskedFor && field.saving.draft === '' ? null : <NoteField {...field} side="record" />}
    </div>
  )
}
