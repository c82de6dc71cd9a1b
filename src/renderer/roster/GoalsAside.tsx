import { Undo2 } from 'lucide-react'
import { Button } from '../ui/Button.tsx'
import styles from './GoalFields.module.css'
import type { GoalDraft } from './goals-draft.ts'

interface GoalsAsideProps {
  readonly goals: readonly GoalDraft[]
  /** Which of them was taken out of the list a moment ago: its way back takes the keyboard. */
  readonly removedKey: string | null
  readonly onChange: (goals: readonly GoalDraft[]) => void
}

/** Goals that are out of the list: set aside, or to be deleted with the next saving. */
export function GoalsAside({ goals, removedKey, onChange }: GoalsAsideProps) {
  const gone = new Set(goals.filter(({ isAside }) => isAside).map(({ key }) => key))
  const aside = goals.filter(({ key, parentKey }) => gone.has(key) && !gone.has(parentKey ?? ''))
  if (aside.length === 0) return null
  const bringBack = (goal: GoalDraft) =>
    onChange(goals.map((one) => (one.key === goal.key ? { ...one, isAside: false } : one)))
  return (
    <ul className={styles['aside']} aria-label="Goals that are not offered any more">
      {aside.map((goal) => (
        <li key={goal.key} className={styles['asideLine']}>
          <span>
            <bdi>{goal.text}</bdi>{' '}
            <span className={styles['fate']}>
              {goal.isAddressed
                ? 'Set aside: no longer offered; the notes that address it keep it.'
                : 'Deleted when you save: no note addresses it.'}
            </span>
          </span>
          <Button
            look="plain"
            size="small"
            icon={Undo2}
            {...(goal.key === removedKey ? { ref: focusOn } : {})}
            aria-label={`Bring back ${goal.text}`}
            onPress={() => bringBack(goal)}
          >
            Bring back
          </Button>
        </li>
      ))}
    </ul>
  )
}

function focusOn(button: HTMLButtonElement | null): void {
  button?.focus()
}
