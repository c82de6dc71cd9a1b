import { useEffect, useRef } from 'react'
import type { NoteId } from '../../shared/ids.ts'
import type { NotePlace } from '../../shared/session/state.ts'
import { useLive } from './live-context.ts'
import styles from './NoteList.module.css'
import { wallTime } from './time-words.ts'
import { useSize } from './use-size.ts'

interface NoteListProps {
  readonly label: string
  readonly places: readonly NotePlace[]
  readonly texts: ReadonlyMap<NoteId, string>
  readonly empty: string
}

/** Notes in the order of time. A note is shown when both are known: where it stands, from the log, and its text. */
export function NoteList({ label, places, texts, empty }: NoteListProps) {
  if (places.length === 0) return <p className={styles['empty']}>{empty}</p>
  return <Notes label={label} places={places.filter(({ noteId }) => texts.has(noteId))} texts={texts} />
}

function Notes({ label, places, texts }: Omit<NoteListProps, 'empty'>) {
  const { state, zone } = useLive()
  const list = useRef<HTMLElement>(null)
  const newest = places.at(-1)?.noteId
  const height = useSize(list)?.height ?? 0
  useEffect(() => {
    // The newest note was just written; it stays in sight when the marks below take some of the room.
    if (newest !== undefined && height > 0) list.current?.scrollTo({ top: list.current.scrollHeight })
  }, [newest, height])
  return (
    // Longer than its place, it is scrolled with the arrow keys.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section ref={list} className={styles['scroll']} tabIndex={0} aria-label={label}>
      <ol className={styles['notes']}>
        {places.map(({ noteId, wallMs, phaseId }) => (
          <li key={noteId} className={styles['note']}>
            <span className={styles['time']}>{wallTime(wallMs, zone)}</span>
            <div>
              <span className={styles['phase']}>
                {phaseName(state.phases, phaseId, state.endedAtMs, wallMs)}
              </span>
              <p className={styles['text']} dir="auto">
                {texts.get(noteId)}
              </p>
            </div>
          </li>
        ))}
      </ol>
    </section>
  )
}

function phaseName(
  phases: readonly { readonly id: string; readonly name: string }[],
  phaseId: string | null,
  endedAtMs: number | null,
  wallMs: number,
): string {
  if (endedAtMs !== null && wallMs > endedAtMs) return 'after the close'
  return phases.find(({ id }) => id === phaseId)?.name ?? 'before the start'
}
