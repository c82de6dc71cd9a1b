import { useRef, useState } from 'react'
import { topicMaxLength } from '../../shared/words.ts'
import { useLive } from './live-context.ts'
import styles from './TopicField.module.css'

function goInto(field: HTMLInputElement | null): void {
  field?.focus()
}

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
    <input
      className={styles['field']}
      aria-label="Topic"
      dir="auto"
      autoComplete="off"
      spellCheck={false}
      maxLength={topicMaxLength}
      value={draft}
      ref={goInto}
      onFocus={({ currentTarget: field }) => {
        // Half typed words that come back are gone on with.
        if (field.value === state.topic) field.select()
      }}
      onChange={(event) => setDraft(event.currentTarget.value)}
      onBlur={keep}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
        keep()
        requestAnimationFrame(() => button.current?.focus())
      }}
    />
  )
}
