import { useEffect, useEffectEvent, useId, useRef, type KeyboardEvent, type RefObject } from 'react'
import { currentPhase } from '../../shared/session/decision.ts'
import { useNow } from '../app/core-clock.ts'
import { failureWords } from '../app/failure-words.ts'
import type { NoteSaving } from '../app/use-note-saving.ts'
import { Kbd } from '../ui/Kbd.tsx'
import { useUnwritten } from '../unwritten/use-unwritten.ts'
import { useLive } from './live-context.ts'
import styles from './NoteField.module.css'
import { noteLimit } from './note-limit.ts'
import { wallTime } from './time-words.ts'
import type { NoteSide } from './use-live-view.ts'

export interface DraftProps {
  readonly saving: NoteSaving
  readonly onDraft: (text: string) => void
  /** A key has asked for this field. */
  readonly isWanted: boolean
  readonly onFocused: () => void
}

interface NoteFieldProps extends DraftProps {
  readonly side: NoteSide
}

/** Enter saves, Shift+Enter is a new line. */
export function NoteField(props: NoteFieldProps) {
  const { side, saving, onDraft } = props
  const { draft } = saving
  const field = useRef<HTMLTextAreaElement>(null)
  const placeholder = usePlaceholder(side)
  const footId = useId()
  useWantedFocus(field, props)

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || event.shiftKey || event.altKey || event.nativeEvent.isComposing) return
    event.preventDefault()
    if (!noteLimit(draft).isTooLong) void saving.save()
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
      <NoteFoot id={footId} saving={saving} />
      <span className={styles['keys']} aria-hidden>
        {draft === '' ? <Kbd keys={side === 'record' ? '/' : ['Alt', 'P']} /> : <Kbd keys="Enter" />}
      </span>
    </div>
  )
}

/** Takes the focus once it is wanted, and tells of it. */
function useWantedFocus(
  field: RefObject<HTMLTextAreaElement | null>,
  { saving: { draft }, isWanted, onFocused }: NoteFieldProps,
): void {
  const take = useEffectEvent((): boolean => {
    field.current?.focus()
    if (document.activeElement !== field.current) return false
    // After a beginning that was put in for them, the words go on at its end.
    field.current?.setSelectionRange(draft.length, draft.length)
    onFocused()
    return true
  })
  useEffect(() => {
    if (!isWanted) return undefined
    // A menu that is on its way out keeps the focus from everything else.
    let frame = 0
    const tryOnce = () => {
      if (!take()) frame = requestAnimationFrame(tryOnce)
    }
    tryOnce()
    return () => cancelAnimationFrame(frame)
  }, [isWanted])
}

interface NoteFootProps {
  readonly id: string
  readonly saving: NoteSaving
}

function NoteFoot({ id, saving: { draft, failure, savedAtMs } }: NoteFootProps) {
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
