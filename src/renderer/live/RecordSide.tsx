import type { NoteText } from '../../shared/ipc/session-calls.ts'
import type { Result } from '../../shared/result.ts'
import type { Failure } from '../../shared/ipc/failure.ts'
import { call } from '../app/api.ts'
import { useLive } from './live-context.ts'
import { MarkChips } from './MarkChips.tsx'
import { NoteField, type DraftProps } from './NoteField.tsx'
import { NoteList } from './NoteList.tsx'
import styles from './NoteSide.module.css'

interface RecordSideProps extends DraftProps {
  readonly onRecorded: (note: NoteText) => void
}

/** Ink on paper: what becomes part of the chart. */
export function RecordSide({ onRecorded, ...draft }: RecordSideProps) {
  const { sessionId, state, recordNotes } = useLive()

  async function save(text: string): Promise<Result<NoteText, Failure>> {
    const answer = await call('session.record-note', { sessionId, text })
    if (answer.ok) onRecorded(answer.value)
    return answer
  }

  const places = state.notes.filter(({ isPrivate }) => !isPrivate)
  return (
    <div className={styles['side']} data-side="record">
      <NoteList
        label="Record notes"
        places={places}
        texts={recordNotes}
        empty="What belongs in the record: what was seen and said, as it happens. Each note keeps its time and phase."
      />
      <MarkChips />
      <NoteField {...draft} side="record" onSave={save} />
    </div>
  )
}
