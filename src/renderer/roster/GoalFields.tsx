import { Plus } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { FailureNotice } from '../app/FailureNotice.tsx'
import { Button } from '../ui/Button.tsx'
import styles from './GoalFields.module.css'
import { GoalLine } from './GoalLine.tsx'
import type { GoalDraft } from './goals-draft.ts'
import type { GoalsDraft } from './use-goals-draft.ts'
import forms from './forms.module.css'

interface GoalFieldsProps {
  readonly draft: GoalsDraft
  /** Saving was tried: what is wrong is said. */
  readonly showsProblems: boolean
}

/** What a member works towards, in the order in which it was set. */
export function GoalFields({ draft: { read, goals, change }, showsProblems }: GoalFieldsProps) {
  const lines = useRef<HTMLUListElement>(null)
  const countBefore = useRef<number | null>(null)
  const count = goals.length
  useEffect(() => {
    // Only a line that was just added takes the keyboard, not those that are read from the file.
    if (countBefore.current !== null && count > countBefore.current)
      lines.current?.querySelector<HTMLElement>('li:last-child textarea')?.focus()
    if (read.status === 'ready') countBefore.current = count
  }, [count, read.status])
  if (read.status === 'reading') return null
  if (read.status === 'failed') return <FailureNotice failure={read.failure} onRetry={read.retry} />
  const replace = (goal: GoalDraft) => change(goals.map((one) => (one.key === goal.key ? goal : one)))
  const add = () => change([...goals, { key: crypto.randomUUID(), goalId: null, text: '', isOpen: true }])
  return (
    <fieldset className={styles['goals']}>
      <legend className={forms['legend']}>Goals, in their own words</legend>
      <ul ref={lines} className={styles['lines']}>
        {goals.map((goal, index) => (
          <GoalLine
            key={goal.key}
            goal={goal}
            number={index + 1}
            showsProblem={showsProblems}
            onChange={replace}
          />
        ))}
      </ul>
      <div>
        <Button look="plain" size="small" icon={Plus} onPress={add}>
          Add a goal
        </Button>
      </div>
    </fieldset>
  )
}
