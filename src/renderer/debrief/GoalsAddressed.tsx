import type { GoalId, PersonId } from '../../shared/ids.ts'
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

/** The member's goals: which of them the session served, and how far they came with it. */
export function GoalsAddressed({ personId, goals, remarks, onChange, onLeave }: GoalsAddressedProps) {
  const read = useRead('goals.read', { personId })
  if (read.status !== 'ready') return null
  const shown = read.value.filter(
    ({ goalId, isOpen }) => isOpen || goals.some((goal) => goal.goalId === goalId),
  )
  if (shown.length === 0) {
    return <p className={styles['none']}>No goal is set yet; the member’s page under Groups has them.</p>
  }
  const setProgress = (goalId: GoalId, progress: string) =>
    onChange(goals.map((goal) => (goal.goalId === goalId ? { ...goal, progress } : goal)))
  return (
    <ul className={styles['goals']} aria-label="Goals addressed">
      {shown.map(({ goalId, text }, at) => {
        const index = goals.findIndex((goal) => goal.goalId === goalId)
        const addressed = goals[index]
        return (
          <li key={goalId}>
            <div className={styles['goal']}>
              <Checkbox
                isSelected={addressed !== undefined}
                onChange={() => onChange(toggledGoal(goals, goalId))}
              >
                <bdi>{text}</bdi>
              </Checkbox>
              {at < 9 ? <Kbd keys={['Alt', String(at + 1)]} /> : null}
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
                onChange={(progress) => setProgress(goalId, progress)}
                onLeave={onLeave}
              />
            )}
          </li>
        )
      })}
    </ul>
  )
}

/** With the goal, or without it. */
export function toggledGoal(goals: readonly GoalAddressed[], goalId: GoalId): GoalAddressed[] {
  const others = goals.filter((goal) => goal.goalId !== goalId)
  return others.length === goals.length ? [...goals, { goalId, progress: '' }] : others
}
