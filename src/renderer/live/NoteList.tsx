import { useEffect, useRef } from 'react'
import type { NoteId } from '../../shared/ids.ts'
import type { NoteText } from '../../shared/ipc/session-calls.ts'
import type { NotePlace } from '../../shared/session/state.ts'
import { useLive } from './live-context.ts'
import styles from './NoteList.module.css'
import { wallTime } from './time-words.ts'
import { useSize } from './use-size.ts'

interface NoteListProps {
  readonly label: string
  readonly places: readonly NotePlace[]
  readonly texts: ReadonlyMap<NoteId, string>
  /** Notes that stand nowhere in time. */
  readonly unplaced?: readonly NoteText[]
  readonly empty: string
}

const none: readonly NoteText[] = []

/** Notes in the order of time. A note is shown when both are known: where it stands, from the log, and its text. */
export function NoteList({ label, places, texts, unplaced = none, empty }: NoteListProps) {
  if (places.length + unplaced.length === 0) return <p className={styles['empty']}>{empty}</p>
  const shown = places.filter(({ noteId }) => texts.has(noteId))
  return <Notes label={label} places={shown} texts={texts} unplaced={unplaced} />
}

function Notes({ label, places, texts, unplaced }: Required<Omit<NoteListProps, 'empty'>>) {
  const { state, zone } = useLive()
  const list = useRef<HTMLElement>(null)
  const newest = places.at(-1)?.noteId
  const height = useSize(list)?.height ?? 0
  useEffect(() => {
    // The newest note was just written; it stays in sight when the marks below take some of the room.
    if (newest !== undefined && height > 0) list.current?.scrollTo({ top: list.current.scrollHeight })
  }, [newest, height])
  return (
    <div className={styles['frame']}>
      {/* Longer than its place, it is scrolled with the arrow keys. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <section ref={list} className={styles['scroll']} tabIndex={0} aria-label={label}>
        <ol className={styles['notes']}>
          {unplaced.map(({ noteId, text }) => (
            <Note key={noteId} time="" phase="time not kept" text={text} />
          ))}
          {places.map(({ noteId, wallMs, phaseId }) => (
            <Note
              key={noteId}
              time={wallTime(wallMs, zone)}
              phase={phaseName(state.phases, phaseId, state.endedAtMs, wallMs)}
              text={texts.get(noteId) ?? ''}
            />
          ))}
        </ol>
      </section>
    </div>
  )
}

interface NoteProps {
  readonly time: string
  readonly phase: string
  readonly text: string
}

function Note({ time, phase, text }: NoteProps) {
  return (
    <li className={styles['note']}>
      <span className={styles['time']}>{time}</span>
      <div>
        <span className={styles['phase']}>{phase}</span>
        <p className={styles['text']} dir="auto">
          {text}
        </p>
      </div>
    </li>
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
