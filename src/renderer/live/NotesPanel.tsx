import { EyeOff, Lock } from 'lucide-react'
import { memo } from 'react'
import type { NoteText } from '../../shared/ipc/session-calls.ts'
import { call } from '../app/api.ts'
import { useNoteSaving, type NoteSaving } from '../app/use-note-saving.ts'
import { Tabs } from '../ui/Tabs.tsx'
import { FollowUpFlags } from './FollowUpFlags.tsx'
import { useLive } from './live-context.ts'
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
  // Words that are typed and not saved yet stay here, each with its own side, through tabs and conceal. A note that is being
  // saved empties its own field in the end, whatever was begun on the other side meanwhile.
  const draftOf = (of: NoteSide) => ({
    draft: drafts[of],
    onDraft: (next: (before: string) => string) =>
      change((before) => ({ drafts: { ...before.drafts, [of]: next(before.drafts[of]) } })),
  })
  const record = useNoteSaving({
    ...draftOf('record'),
    async keep(text) {
      const kept = await call('session.record-note', { sessionId, text })
      if (kept.ok) onRecorded(kept.value)
      else change({ side: 'record' })
      return kept
    },
  })
  const own = useNoteSaving({
    ...draftOf('private'),
    async keep(text) {
      const kept = await call('session.keep-private-note', { sessionId, text })
      if (!kept.ok) change({ side: 'private' })
      return kept
    },
  })
  return (
    <aside className={styles['panel']} aria-label="Notes" data-side={isConcealed ? 'concealed' : side}>
      <NoteTabs
        {...{ side, record, own, isNoteWanted, isConcealed, change, onRecorded }}
        isBefore={state.stage === 'prepared'}
      />
    </aside>
  )
}

interface NoteTabsProps extends Pick<LiveView, 'side' | 'isNoteWanted' | 'isConcealed'> {
  readonly record: NoteSaving
  readonly own: NoteSaving
  readonly isBefore: boolean
  readonly change: ChangeView
  readonly onRecorded: (note: NoteText) => void
}

/** Turns and taps leave the tabs alone: what they hold follows the session by itself. */
const NoteTabs = memo(function NoteTabs(props: NoteTabsProps) {
  const { side: shown, record, own, isNoteWanted, isConcealed, isBefore, change, onRecorded } = props
  const fieldOf = (side: NoteSide, saving: NoteSaving) => ({
    saving,
    onDraft: (text: string) => change(({ drafts }) => ({ drafts: { ...drafts, [side]: text } })),
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
              {...fieldOf('record', record)}
              flags={flags}
              onBegin={(text) =>
                change(({ drafts }) => ({ isNoteWanted: true, drafts: { ...drafts, record: text } }))
              }
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
            <PrivateSide {...fieldOf('private', own)} flags={flags} onRecorded={onRecorded} />
          ),
        },
      ]}
    />
  )
})

function Concealed() {
  return (
    <div className={styles['concealed']}>
      <EyeOff aria-hidden size={36} strokeWidth={1.5} />
      <p>Concealed</p>
    </div>
  )
}
