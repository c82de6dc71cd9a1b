import { Lock } from 'lucide-react'
import { useState } from 'react'
import type { SessionId } from '../../shared/ids.ts'
import { counted } from '../../shared/count.ts'
import type { FoundPrivate } from '../../shared/ipc/search-calls.ts'
import { useRead } from '../app/api.ts'
import { useNow } from '../app/core-clock.ts'
import { FailureNotice } from '../app/FailureNotice.tsx'
import { SearchField } from '../search/SearchField.tsx'
import { useFocusOnArrival } from '../ui/use-focus-on-arrival.ts'
import { FoundNote } from './FoundNote.tsx'
import { NotesOfSession } from './NotesOfSession.tsx'
import { usePrivateSearch } from './use-private-search.ts'
import styles from './PrivateSearchScreen.module.css'

/** What did I write for myself? A place of its own: nothing of the record is looked through or shown here. */
export function PrivateSearchScreen() {
  const { text, setText, found, failure } = usePrivateSearch()
  const [openId, setOpenId] = useState<SessionId | null>(null)
  const field = useFocusOnArrival<HTMLInputElement>()
  const roster = useRead('roster.read', {})
  const now = useNow(60_000)
  const groups = roster.status === 'ready' ? roster.value.groups : []
  return (
    <div data-side="private" className={styles['page']}>
      <header className={styles['head']}>
        <h1 className={styles['title']}>Your private notes</h1>
        <p className={styles['promise']}>
          <Lock aria-hidden size={14} strokeWidth={1.75} />
          Private — never exported, never backed up, only you. The record is not searched here.
        </p>
      </header>
      <SearchField
        label="Search your private notes"
        placeholder="Search your private notes"
        className={styles['field'] ?? ''}
        inputRef={field}
        value={text}
        onChange={setText}
      />
      <FailureNotice failure={failure} />
      <output className={styles['count']}>{found === null ? '' : countWords(found)}</output>
      {found === null || now === null ? null : (
        <ol className={styles['notes']}>
          {found.notes.map((note) => (
            <li key={note.noteId}>
              <FoundNote
                note={note}
                groupName={groups.find(({ id }) => id === note.held?.groupId)?.name ?? 'A former group'}
                now={now}
                onOpen={() => setOpenId(note.sessionId)}
              />
            </li>
          ))}
        </ol>
      )}
      {openId === null || now === null ? null : (
        <NotesOfSession sessionId={openId} zone={now.zone} onClose={() => setOpenId(null)} />
      )}
    </div>
  )
}

function countWords({ notes, noteCount, leftCount }: FoundPrivate): string {
  const isCut = notes.length < noteCount
  return [
    noteCount === 0
      ? 'No private note has these words.'
      : `${counted(noteCount, 'private note')}${isCut ? `, the newest ${notes.length} of them here` : ''}.`,
    ...(leftCount > 0 ? [`${leftCount.toLocaleString()} older ones are still being looked through.`] : []),
  ].join(' ')
}
