import type { TextFieldProps } from 'react-aria-components'
import { Checkbox } from '../ui/Checkbox.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx'
import styles from './GoalFields.module.css'
import { goalProblem, goalRoom, type GoalDraft } from './goals-draft.ts'

interface GoalLineProps {
  readonly goal: GoalDraft
  readonly number: number
  readonly showsProblem: boolean
  readonly onChange: (goal: GoalDraft) => void
}

/** One goal, which may need more room than a line has, and whether it is achieved. */
export function GoalLine({ goal, number, showsProblem, onChange }: GoalLineProps) {
  const room = goalRoom(goal.text)
  return (
    <li className={styles['line']}>
      <TextArea
        label={`Goal ${number}`}
        className={styles['goal'] ?? ''}
        value={goal.text}
        // A goal is one line, however far it runs.
        onChange={(text) => onChange({ ...goal, text: text.replaceAll(/\s*[\r\n]+\s*/g, ' ') })}
        onKeyDown={saveOnEnter}
        hint={room.words ?? undefined}
        error={showsProblem || room.isTooLong ? goalProblem(goal) : undefined}
      />
      {goal.goalId === null ? null : (
        <div className={styles['achieved']}>
          <Checkbox
            isSelected={!goal.isOpen}
            onChange={(isAchieved) => onChange({ ...goal, isOpen: !isAchieved })}
          >
            <VisuallyHidden>Goal {number} </VisuallyHidden>
            achieved
          </Checkbox>
        </div>
      )}
    </li>
  )
}

// As in the other fields of the form. What is not meant for the field, as Escape, goes on to the dialog.
const saveOnEnter: NonNullable<TextFieldProps['onKeyDown']> = (event) => {
  if (event.key !== 'Enter' || event.nativeEvent.isComposing) return event.continuePropagation()
  event.preventDefault()
  if (event.target instanceof HTMLTextAreaElement) event.target.form?.requestSubmit()
}
