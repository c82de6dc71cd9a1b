import { Plus } from 'lucide-react'
import { useState } from 'react'
import { FailureNotice } from '../app/FailureNotice.tsx'
import { Button } from '../ui/Button.tsx'
import styles from './GoalFields.module.css'
import { GoalLine } from './GoalLine.tsx'
import { newGoal, withoutGoal, type GoalDraft } from './goals-draft.ts'
import { GoalsAside } from './GoalsAside.tsx'
import type { GoalsDraft } from './use-goals-draft.ts'
import forms from './forms.module.css'

interface GoalFieldsProps {
  readonly draft: GoalsDraft
  /** Saving was tried: what is wrong is said. */
  readonly showsProblems: boolean
}

/** What a member works towards, in the order in which it was set: goals, and below each its objectives. */
export function GoalFields({ draft: { read, goals, change }, showsProblems }: GoalFieldsProps) {
  const [removedKey, setRemovedKey] = useState<string | null>(null)
  if (read.status === 'reading') return null
  if (read.status === 'failed') return <FailureNotice failure={read.failure} onRetry={read.retry} />
  const edit: GoalEdit = {
    goals,
    showsProblem: showsProblems,
    onChange: (changed) => change(goals.map((one) => (one.key === changed.key ? changed : one))),
    onRemove(goal) {
      change(withoutGoal(goals, goal))
      setRemovedKey(goal.key)
    },
    onAdd: (parentKey) => change([...goals, newGoal(parentKey)]),
  }
  return (
    <fieldset className={styles['goals']}>
      <legend className={forms['legend']}>Goals, in their own words</legend>
      <ul className={styles['lines']}>
        {listed(goals, null).map((goal, index) => (
          <GoalRow key={goal.key} goal={goal} number={index + 1} edit={edit} />
        ))}
      </ul>
      <div>
        <Button look="plain" size="small" icon={Plus} onPress={() => edit.onAdd(null)}>
          Add a goal
        </Button>
      </div>
      <GoalsAside goals={goals} removedKey={removedKey} onChange={change} />
    </fieldset>
  )
}

interface GoalEdit {
  readonly goals: readonly GoalDraft[]
  readonly showsProblem: boolean
  readonly onChange: (goal: GoalDraft) => void
  readonly onRemove: (goal: GoalDraft) => void
  readonly onAdd: (parentKey: string | null) => void
}

interface GoalRowProps {
  readonly goal: GoalDraft
  readonly number: number
  readonly edit: GoalEdit
}

/** A goal with its objectives below it. */
function GoalRow({ goal, number, edit }: GoalRowProps) {
  const { goals, onAdd, ...line } = edit
  return (
    <li className={styles['lines']}>
      <GoalLine goal={goal} name={`Goal ${number}`} {...line} />
      <ul className={styles['objectives']}>
        {listed(goals, goal.key).map((objective, at) => (
          <li key={objective.key}>
            <GoalLine goal={objective} name={`Objective ${number}.${at + 1}`} {...line} />
          </li>
        ))}
        <li>
          <Button
            look="plain"
            size="small"
            icon={Plus}
            aria-label={`Add an objective to goal ${number}`}
            onPress={() => onAdd(goal.key)}
          >
            Add an objective
          </Button>
        </li>
      </ul>
    </li>
  )
}

function listed(goals: readonly GoalDraft[], parentKey: string | null): readonly GoalDraft[] {
  return goals.filter((goal) => goal.parentKey === parentKey && !goal.isAside)
}
