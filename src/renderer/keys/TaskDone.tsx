import { Button } from '../ui/Button.tsx'
import { useFocusOnArrival } from '../ui/use-focus-on-arrival.ts'
import entry from '../vault/Entry.module.css'
import { EntryDial } from '../vault/EntryDial.tsx'
import { EntryForm } from '../vault/EntryForm.tsx'
import { KeysPage } from './KeysPage.tsx'
import styles from './KeysPage.module.css'

interface TaskDoneProps {
  readonly title: string
  readonly lead: string
  /** What is good to know now. */
  readonly facts: readonly string[]
  readonly word: string
  readonly under: string
  /** Of the ring: whole, unless nothing came of it. */
  readonly fraction?: 0 | 1
  readonly onEnd: () => void
  readonly isAlone?: boolean
}

/** What was done, and what that means. */
export function TaskDone(props: TaskDoneProps) {
  const { title, lead, facts, word, under, fraction = 1, onEnd, isAlone = false } = props
  const heading = useFocusOnArrival<HTMLHeadingElement>()
  return (
    <KeysPage isAlone={isAlone} ring={<EntryDial fraction={fraction} word={word} under={under} />}>
      <EntryForm title={title} lead={lead} titleRef={heading} onSubmit={onEnd}>
        <ul className={styles['facts']}>
          {facts.map((fact) => (
            <li key={fact}>{fact}</li>
          ))}
        </ul>
        <div className={entry['actions']}>
          <Button type="submit" look="primary" size="large">
            Done
          </Button>
        </div>
      </EntryForm>
    </KeysPage>
  )
}
