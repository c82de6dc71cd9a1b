import type { GoalId, PersonId } from '../../shared/ids.ts'
import type { Goal } from '../../shared/ipc/goal-calls.ts'
import { goalsOffered } from '../../shared/record/goals-in-order.ts'
import type { GoalAddressed } from '../../shared/record/note.ts'
import { useRead } from '../app/api.ts'
import { Checkbox } from '../ui/Checkbox.tsx'
import { Kbd } from '../ui/Kbd.tsx'
import { fieldName } from './field-name.ts'
import { marksIn } from './MarkedText.tsx'
import { Paragraph } from './Paragraph.tsx'
import type { Remark } from './remark.ts'
import styles from './GoalsAddressed.module.css'

interface GoalsAddressedProps {
  readonly personId: PersonId
  readonly goals: readonly GoalAddressed[]
  readonly remarks: readonly Remark[]
  readonly onChange: (goals: GoalAddressed[]) => void
  readonly onLeave: () => void
}

/** The member's goals and objectives: which of them the session served, and how far they came with it. */
export function GoalsAddressed({ personId, ...edit }: GoalsAddressedProps) {
  const read = useRead('goals.read', { personId })
  if (read.status !== 'ready') return null
  const offered = goalsOffered(read.value, edit.goals)
  if (offered.length === 0) {
    return <p className={styles['none']}>No goal is set yet; the member’s page under Groups has them.</p>
  }
  const numbers = new Map(numberedGoals(read.value, edit.goals).map(({ goalId }, at) => [goalId, at + 1]))
  const numberOf = ({ goalId }: Goal) => numbers.get(goalId) ?? 0
  return (
    <ul className={styles['goals']} aria-label="Goals addressed">
      {offered.map(({ goal, objectives }) => (
        <li key={goal.goalId}>
          <GoalBox goal={goal} number={numberOf(goal)} {...edit} />
          {objectives.length === 0 ? null : (
            <ul className={styles['goals']} aria-label={`Objectives of ${goal.text}`}>
              {objectives.map((objective) => (
                <li key={objective.goalId}>
                  <GoalBox goal={objective} number={numberOf(objective)} {...edit} />
                </li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ul>
  )
}

interface GoalBoxProps extends Omit<GoalsAddressedProps, 'personId'> {
  readonly goal: Goal
  readonly number: number
}

function GoalBox({ goal: { goalId, text }, number, goals, remarks, onChange, onLeave }: GoalBoxProps) {
  const index = goals.findIndex((goal) => goal.goalId === goalId)
  const addressed = goals[index]
  const setProgress = (progress: string) =>
    onChange(goals.map((goal) => (goal.goalId === goalId ? { ...goal, progress } : goal)))
  return (
    <>
      <div className={styles['goal']}>
        <Checkbox isSelected={addressed !== undefined} onChange={() => onChange(toggledGoal(goals, goalId))}>
          <bdi>{text}</bdi>
        </Checkbox>
        {number <= 9 ? <Kbd keys={['Alt', String(number)]} /> : null}
      </div>
      {addressed === undefined ? null : (
        <Paragraph
          look="bare"
          label={`Progress with ${text}`}
          placeholder="How far did they come with it?"
          name={fieldName({ field: 'progress', index })}
          maxLength={400}
          value={addressed.progress}
          marks={marksIn(remarks, { field: 'progress', index })}
          onChange={setProgress}
          onLeave={onLeave}
        />
      )}
    </>
  )
}

/** What is offered in the order of its numbers: each goal, then its objectives. */
export function numberedGoals(
  known: readonly Goal[],
  addressed: readonly Pick<GoalAddressed, 'goalId'>[],
): readonly Goal[] {
  return goalsOffered(known, addressed).flatMap(({ goal, objectives }) => [goal, ...objectives])
}

/** With the goal, or without it. */
export function toggledGoal(goals: readonly GoalAddressed[], goalId: GoalId): GoalAddressed[] {
  const others = goals.filter((goal) => goal.goalId !== goalId)
  return others.length === goals.length ? [...goals, { goalId, progress: '' }] : others
}
