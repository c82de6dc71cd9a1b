import { X } from 'lucide-react'
import type { TextFieldProps } from 'react-aria-components'
import { Button } from '../ui/Button.tsx'
import { Checkbox } from '../ui/Checkbox.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import { classNames } from '../ui/class-names.ts'
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx'
import styles from './GoalFields.module.css'
import { goalProblem, goalRoom, type GoalDraft } from './goals-draft.ts'
import forms from './forms.module.css'

interface GoalLineProps {
  readonly goal: GoalDraft
  /** `Goal 2`, `Objective 2.1`. */
  readonly name: string
  readonly showsProblem: boolean
  readonly onChange: (goal: GoalDraft) => void
  readonly onRemove: (goal: GoalDraft) => void
}

/** One goal, which may need more room than a line has, whether it is achieved, and the way out of the list. */
export function GoalLine({ goal, name, showsProblem, onChange, onRemove }: GoalLineProps) {
  const room = goalRoom(goal.text)
  return (
    <div className={styles['line']}>
      <TextArea
        label={name}
        className={classNames(forms['unlabelled'], styles['goal'])}
        value={goal.text}
        // A line that is not on file was just added: it takes the keyboard.
        {...(goal.goalId === null ? { textRef: focusOn } : {})}
        // A goal is one line, however far it runs.
        onChange={(text) => onChange({ ...goal, text: text.replaceAll(/\s*[\r\n]+\s*/g, ' ') })}
        onKeyDown={saveOnEnter}
        hint={room.words ?? undefined}
        error={showsProblem || room.isTooLong ? goalProblem(goal) : undefined}
      />
      <div className={styles['achieved']}>
        {goal.goalId === null ? null : (
          <Checkbox
            isSelected={!goal.isOpen}
            onChange={(isAchieved) => onChange({ ...goal, isOpen: !isAchieved })}
          >
            <VisuallyHidden>{name} </VisuallyHidden>
            achieved
          </Checkbox>
        )}
      </div>
      <Button
        look="plain"
        icon={X}
        aria-label={`${goal.isAddressed ? 'Set aside' : 'Remove'} ${name.toLowerCase()}`}
        onPress={() => onRemove(goal)}
      />
    </div>
  )
}

function focusOn(text: HTMLTextAreaElement | null): void {
  text?.focus()
}

// As in the other fields of the form. What is not meant for the field, as Escape, goes on to the dialog.
const saveOnEnter: NonNullable<TextFieldProps['onKeyDown']> = (event) => {
  if (event.key !== 'Enter' || event.nativeEvent.isComposing) return event.continuePropagation()
  event.preventDefault()
  if (event.target instanceof HTMLTextAreaElement) event.target.form?.requestSubmit()
}
