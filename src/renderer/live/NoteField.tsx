import { useEffect, useEffectEvent, useId, useRef, useState, type KeyboardEvent } from 'react'
import { currentPhase } from '../../shared/session/decision.ts'
import type { Failure } from '../../shared/ipc/failure.ts'
import type { NoteText } from '../../shared/ipc/session-calls.ts'
import type { Result } from '../../shared/result.ts'
import { readNow, useNow } from '../app/core-clock.ts'
import { failureWords } from '../app/failure-words.ts'
import { Kbd } from '../ui/Kbd.tsx'
import { useUnwritten } from '../unwritten/use-unwritten.ts'
import { useLive } from './live-context.ts'
import styles from './NoteField.module.css'
import { noteLimit } from './note-limit.ts'
import { wallTime } from './time-words.ts'
import type { NoteSide } from './use-live-view.ts'

export interface DraftProps {
  readonly draft: string
  readonly onDraft: (text: string) => void
  /** A key has asked for this field. */
  readonly isWanted: boolean
  readonly onFocused: () => void
}

interface NoteFieldProps extends DraftProps {
  readonly side: NoteSide
  readonly onSave: (text: string) => Promise<Result<NoteText, Failure>>
}

interface Saving {
  readonly isSaving: boolean
  readonly savedAtMs: number | null
  readonly failure: Failure | null
  readonly save: () => Promise<void>
}

// The words leave the field only after they are on the disk.
function useSaving({ draft, onDraft, onSave }: Pick<NoteFieldProps, 'draft' | 'onDraft' | 'onSave'>): Saving {
  const [isSaving, setSaving] = useState(false)
  const [savedAtMs, setSavedAtMs] = useState<number | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  async function save(): Promise<void> {
    if (isSaving || draft.trim() === '' || noteLimit(draft).isTooLong) return
    setSaving(true)
    const answer = await onSave(draft)
    setSaving(false)
    setFailure(answer.ok ? null : answer.error)
    if (!answer.ok) return
    setSavedAtMs(readNow()?.wallMs ?? null)
    onDraft('')
  }
  return { isSaving, savedAtMs, failure, save }
}

/** Enter saves, Shift+Enter is a new line. */
export function NoteField(props: NoteFieldProps) {
  const { side, draft, onDraft, isWanted } = props
  const field = useRef<HTMLTextAreaElement>(null)
  const saving = useSaving(props)
  const placeholder = usePlaceholder(side)
  const footId = useId()
  const takeFocus = useEffectEvent(() => {
    field.current?.focus()
    // After a beginning that was put in for them, the words go on at its end.
    field.current?.setSelectionRange(draft.length, draft.length)
    props.onFocused()
  })
  useEffect(() => {
    if (isWanted) takeFocus()
  }, [isWanted])

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || event.shiftKey || event.altKey || event.nativeEvent.isComposing) return
    event.preventDefault()
    void saving.save()
  }

  return (
    <div className={styles['box']} data-side={side}>
      <textarea
        ref={field}
        className={styles['field']}
        aria-label={side === 'record' ? 'Record note' : 'Private note'}
        aria-describedby={footId}
        aria-invalid={noteLimit(draft).isTooLong || saving.failure !== null || undefined}
        aria-keyshortcuts={side === 'record' ? '/' : 'Alt+P'}
        placeholder={placeholder}
        dir="auto"
        rows={2}
        autoComplete="off"
        spellCheck={false}
        // What is being saved stays as it is until the answer, so that no word typed meanwhile is cleared with it.
        readOnly={saving.isSaving}
        value={draft}
        onChange={(event) => onDraft(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <NoteFoot id={footId} draft={draft} saving={saving} />
      <span className={styles['keys']} aria-hidden>
        {draft === '' ? <Kbd keys={side === 'record' ? '/' : ['Alt', 'P']} /> : <Kbd keys="Enter" />}
      </span>
    </div>
  )
}

interface NoteFootProps {
  readonly id: string
  readonly draft: string
  readonly saving: Saving
}

function NoteFoot({ id, draft, saving: { failure, savedAtMs } }: NoteFootProps) {
  const { zone } = useLive()
  const limit = noteLimit(draft)
  const isWrong = failure !== null || limit.isTooLong
  const isOnDisk = useUnwritten() === null
  const at = savedAtMs === null ? '' : wallTime(savedAtMs, zone, true)
  const saved = at === '' ? '' : isOnDisk ? `saved ${at}` : `kept ${at}, not on the disk yet`
  const words =
    failure === null
      ? (limit.words ?? saved)
      : `${failureWords(failure).happened} Your words are still here. ${failureWords(failure).next}`
  return (
    <output id={id} className={styles['foot']} data-tone={isWrong ? 'amber' : undefined}>
      {words}
    </output>
  )
}

function usePlaceholder(side: NoteSide): string {
  const { state, zone } = useLive()
  const now = useNow(5_000)
  if (side === 'private') return 'A thought for yourself'
  const phase = currentPhase(state)
  const at = now === null ? 'Note' : `Note at ${wallTime(now.wallMs, zone)}`
  return phase === undefined ? at : `${at}, ${phase.name}`
}
