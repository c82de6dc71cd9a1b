import { useRef, useState } from 'react'
import { topicMaxLength } from '../../shared/words.ts'
import { useFocusOnArrival } from '../ui/use-focus-on-arrival.ts'
import { useLive } from './live-context.ts'
import styles from './TopicField.module.css'

/**
 * The topic in the header: words until it is pressed, then a field. Enter keeps it, leaving the field too. Concealed
 * there is nothing of it, and what was half typed waits.
 */
export function TopicField() {
  const { state, act, isConcealed } = useLive()
  const [draft, setDraft] = useState<string | null>(null)
  const button = useRef<HTMLButtonElement>(null)

  function keep(): void {
    if (draft === null) return
    const topic = draft.trim()
    setDraft(null)
    if (topic !== state.topic) act({ type: 'set-topic', topic })
  }

  if (isConcealed) return <span className={styles['concealed']}>—</span>
  if (draft === null) {
    return (
      <button
        ref={button}
        type="button"
        className={styles['topic']}
        aria-label={state.topic === '' ? 'Add a topic' : `Topic: ${state.topic}. Change it`}
        onClick={() => setDraft(state.topic)}
      >
        <bdi>{state.topic === '' ? 'add a topic' : state.topic}</bdi>
      </button>
    )
  }
  return (
    <TopicInput
      draft={draft}
      topic={state.topic}
      onChange={setDraft}
      onKeep={keep}
      onEnter={() => {
        keep()
        requestAnimationFrame(() => button.current?.focus())
      }}
    />
  )
}

interface TopicInputProps {
  readonly draft: string
  readonly topic: string
  readonly onChange: (draft: string) => void
  readonly onKeep: () => void
  readonly onEnter: () => void
}

function TopicInput({ draft, topic, onChange, onKeep, onEnter }: TopicInputProps) {
  // It also comes when the question for the PIN goes, which keeps the focus until then.
  const field = useFocusOnArrival<HTMLInputElement>()
  return (
    <input
      className={styles['field']}
      aria-label="Topic"
      dir="auto"
      autoComplete="off"
      spellCheck={false}
      maxLength={topicMaxLength}
      value={draft}
      ref={field}
      onFocus={({ currentTarget }) => {
        // Half typed words that come back are gone on with.
        if (currentTarget.value === topic) currentTarget.select()
      }}
      onChange={(event) => onChange(event.currentTarget.value)}
      onBlur={onKeep}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !event.nativeEvent.isComposing) onEnter()
      }}
    />
  )
}
