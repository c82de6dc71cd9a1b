import type { MemberNotes } from '../../shared/ipc/member-calls.ts'
import type { Roster } from '../../shared/ipc/roster-calls.ts'
import { shortDay } from '../app/time-words.ts'
import { Button } from '../ui/Button.tsx'
import styles from './MemberSide.module.css'
import { noteStates } from './note-state-words.ts'
import { noteState, type NoteBasis, type NoteState } from './note-that-matters.ts'

interface LastNotesProps {
  readonly notes: MemberNotes
  readonly roster: Roster
  readonly basis: NoteBasis
  readonly showsNotes: boolean
  readonly onShowNotes: () => void
}

const notesShown = 4

/** The newest notes in order, with what they begin with and how far they have come. */
export function LastNotes({
  notes: { notes, openings },
  roster,
  basis,
  showsNotes,
  onShowNotes,
}: LastNotesProps) {
  return (
    <section aria-labelledby="member-notes">
      <div className={styles['titleLine']}>
        <h2 id="member-notes" className={styles['title']}>
          Last notes
        </h2>
        {showsNotes ? null : (
          <Button look="plain" size="small" aria-label={`All ${notes.length} notes`} onPress={onShowNotes}>
            all {notes.length}
          </Button>
        )}
      </div>
      <ul className={styles['notes']}>
        {notes.slice(0, notesShown).map((note) => (
          <li key={note.sessionId}>
            <p className={styles['noteHead']}>
              <strong>{shortDay(note.startedAtMs, basis.now.zone)}</strong>
              <bdi className={styles['noteGroup']}>
                {roster.groups.find(({ id }) => id === note.groupId)?.name ?? 'a former group'}
              </bdi>
              <NoteStateMark state={noteState(note, basis)} />
            </p>
            <p dir="auto" className={styles['opening']}>
              {openings.find(({ sessionId }) => sessionId === note.sessionId)?.words ?? ''}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}

export function NoteStateMark({ state }: { readonly state: NoteState }) {
  const { words, icon: Icon } = noteStates[state]
  return (
    <span className={styles['state']} data-state={state}>
      <Icon aria-hidden size={14} strokeWidth={1.75} />
      {words}
    </span>
  )
}
