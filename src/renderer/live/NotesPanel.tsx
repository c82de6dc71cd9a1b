import { EyeOff, Lock } from 'lucide-react'
import { useCallback } from 'react'
import type { SessionId } from '../../shared/ids.ts'
import type { NoteText } from '../../shared/ipc/session-calls.ts'
import { call } from '../app/api.ts'
import { useSaveBeforeLock } from '../app/lock.ts'
import { Tabs } from '../ui/Tabs.tsx'
import { useLive } from './live-context.ts'
import { noteLimit } from './note-limit.ts'
import styles from './NotesPanel.module.css'
import { PrivateSide } from './PrivateSide.tsx'
import { RecordSide } from './RecordSide.tsx'
import type { ChangeView, LiveView, NoteSide } from './use-live-view.ts'

interface NotesPanelProps {
  readonly view: LiveView
  readonly change: ChangeView
  readonly onRecorded: (note: NoteText) => void
}

/** What goes into the chart, and what stays with the author: two sides that never share a surface. */
export function NotesPanel({ view, change, onRecorded }: NotesPanelProps) {
  const { isConcealed, sessionId } = useLive()
  useDraftsKept(sessionId, view.drafts)
  // Words that are typed and not saved yet stay here, each with its own side, through tabs and conceal.
  const draftOf = (side: NoteSide) => ({
    draft: view.drafts[side],
    onDraft: (text: string) => change({ drafts: { ...view.drafts, [side]: text } }),
    isWanted: view.isNoteWanted && view.side === side,
    onFocused: () => change({ isNoteWanted: false }),
  })
  return (
    <aside className={styles['panel']} aria-label="Notes" data-side={isConcealed ? 'concealed' : view.side}>
      <Tabs<NoteSide>
        label="Notes"
        className={styles['tabs'] ?? ''}
        selected={view.side}
        onSelect={(side) => change({ side })}
        tabs={[
          {
            id: 'record',
            name: 'Record',
            content: isConcealed ? (
              <Concealed />
            ) : (
              <RecordSide {...draftOf('record')} onRecorded={onRecorded} />
            ),
          },
          {
            id: 'private',
            name: 'Private',
            icon: Lock,
            tone: 'private',
            content: isConcealed ? <Concealed /> : <PrivateSide {...draftOf('private')} />,
          },
        ]}
      />
    </aside>
  )
}

/** Locking does not wait for a person to finish a sentence: what is typed becomes a note on its own side. */
function useDraftsKept(sessionId: SessionId, { record, private: own }: LiveView['drafts']): void {
  const save = useCallback(
    () =>
      Promise.all([
        isNote(record) && call('session.record-note', { sessionId, text: record }),
        isNote(own) && call('session.keep-private-note', { sessionId, text: own }),
      ]),
    [sessionId, record, own],
  )
  useSaveBeforeLock(save)
}

function isNote(draft: string): boolean {
  return draft.trim() !== '' && !noteLimit(draft).isTooLong
}

function Concealed() {
  return (
    <div className={styles['concealed']}>
      <EyeOff aria-hidden size={36} strokeWidth={1.5} />
      <p>Concealed</p>
    </div>
  )
}
