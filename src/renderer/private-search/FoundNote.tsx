import type { FoundPrivate } from '../../shared/ipc/search-calls.ts'
import type { Stamp } from '../../shared/session/stamp.ts'
import { calendarDay, timeOfDay } from '../app/time-words.ts'
import { Button } from 'react-aria-components'
import { SnippetText } from '../search/SnippetText.tsx'
import styles from './PrivateSearchScreen.module.css'

interface FoundNoteProps {
  readonly note: FoundPrivate['notes'][number]
  readonly groupName: string
  readonly now: Stamp
  readonly onOpen: () => void
}

/** A note around what was sought, under the session that it was written in. */
export function FoundNote({ note, groupName, now, onOpen }: FoundNoteProps) {
  const { held, snippet } = note
  return (
    <Button className={styles['note'] ?? ''} onPress={onOpen}>
      <span className={styles['where']}>
        {held === null ? (
          'A session that is no longer on file'
        ) : (
          <>
            {calendarDay(held.atMs, now.zone, now.wallMs)}, {timeOfDay(held.atMs, now.zone)} ·{' '}
            <bdi>{groupName}</bdi>
          </>
        )}
      </span>
      <span className={styles['words']}>
        <SnippetText snippet={snippet} />
      </span>
    </Button>
  )
}
