import { useState, type SubmitEvent } from 'react'
import { matchTopic } from '../../shared/review/match-sessions.ts'
import { Button } from '../ui/Button.tsx'
import { TextField } from '../ui/TextField.tsx'
import styles from './FilterWords.module.css'

/** More than these are found by typing a word of them. */
const shownAtOnce = 6

interface TopicChoiceProps {
  readonly topic: string
  /** Those that there are, each once, the newest first. */
  readonly topics: readonly string[]
  readonly onChoose: (topic: string) => void
}

/** Words that topics contain, or one of the topics that there are. */
export function TopicChoice({ topic, topics, onChoose }: TopicChoiceProps) {
  const [typed, setTyped] = useState(topic)
  const isMeant = matchTopic(typed)
  const offered = isMeant === null ? topics : topics.filter(isMeant)
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    onChoose(typed.trim())
  }
  return (
    <>
      <form className={styles['form']} onSubmit={submit}>
        {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- it was opened to be typed into */}
        <TextField label="Words of the topic" value={typed} onChange={setTyped} maxLength={200} autoFocus />
        <Button type="submit" size="small">
          Show
        </Button>
      </form>
      <ul aria-label="Topics" className={styles['shortcuts']}>
        {offered.slice(0, shownAtOnce).map((words) => (
          <li key={words}>
            <Button
              look="plain"
              size="small"
              className={styles['topic'] ?? ''}
              onPress={() => onChoose(words)}
            >
              <bdi>{words}</bdi>
            </Button>
          </li>
        ))}
      </ul>
    </>
  )
}
