import { EyeOff, Lock } from 'lucide-react'
import { memo, useCallback } from 'react'
import type { SessionId } from '../../shared/ids.ts'
import type { NoteText } from '../../shared/ipc/session-calls.ts'
import { call } from '../app/api.ts'
import { useSaveBeforeLock } from '../app/lock.ts'
import { Tabs } from '../ui/Tabs.tsx'
import { useSteady } from '../ui/use-steady.ts'
import { FollowUpFlags } from './FollowUpFlags.tsx'
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
  const { isConcealed, sessionId, state } = useLive()
  const { side, drafts, isNoteWanted } = view
  useDraftsKept(sessionId, drafts)
  return (
    <aside className={styles['panel']} aria-label="Notes" data-side={isConcealed ? 'concealed' : side}>
      <NoteTabs
        {...{ side, drafts, isNoteWanted, isConcealed, change, onRecorded }}
        isBefore={state.stage === 'prepared'}
      />
    </aside>
  )
}

interface NoteTabsProps extends Pick<LiveView, 'side' | 'drafts' | 'isNoteWanted' | 'isConcealed'> {
  readonly isBefore: boolean
  readonly change: ChangeView
  readonly onRecorded: (note: NoteText) => void
}

/** Turns and taps leave the tabs alone: what they hold follows the session by itself. */
const NoteTabs = memo(function NoteTabs(props: NoteTabsProps) {
  const { side: shown, drafts, isNoteWanted, isConcealed, isBefore, change, onRecorded } = props
  // A note that is being saved empties its own field in the end, whatever was begun on the other side meanwhile.
  const setDraft = useSteady((side: NoteSide, text: string) =>
    change({ drafts: { ...drafts, [side]: text } }),
  )
  // Words that are typed and not saved yet stay here, each with its own side, through tabs and conceal.
  const draftOf = (side: NoteSide) => ({
    draft: drafts[side],
    onDraft: (text: string) => setDraft(side, text),
    isWanted: isNoteWanted && shown === side,
    onFocused: () => change({ isNoteWanted: false }),
  })
  const flags = <FollowUpFlags change={change} />
  return (
    <Tabs<NoteSide>
      label="Notes"
      className={styles['tabs'] ?? ''}
      selected={shown}
      onSelect={(side) => change({ side })}
      tabs={[
        {
          id: 'record',
          // Before the start there is nothing to record yet, and much to be reminded of.
          name: isBefore ? 'Last session' : 'Record',
          content: isConcealed ? (
            <Concealed />
          ) : (
            <RecordSide
              {...draftOf('record')}
              flags={flags}
              onBegin={(record) => change({ isNoteWanted: true, drafts: { ...drafts, record } })}
              onRecorded={onRecorded}
            />
          ),
        },
        {
          id: 'private',
          name: 'Private',
          icon: Lock,
          tone: 'private',
          content: isConcealed ? (
            <Concealed />
          ) : (
            <PrivateSide {...draftOf('private')} flags={flags} onRecorded={onRecorded} />
          ),
        },
      ]}
    />
  )
})

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
