import { goalsInNote } from '../../shared/record/goals-in-order.ts'
import type { NoteWords } from '../../shared/record/note.ts'
import styles from './SignedBand.module.css'

/** The goals that a signed note addresses, each with its objectives below it. */
export function SignedGoals({ goals }: Pick<NoteWords, 'goals'>) {
  return (
    <ul className={styles['goals']}>
      {goalsInNote(goals).map(({ text, progress, objectives }) => (
        <li key={`${text} ${progress}`}>
          <GoalWords text={text} progress={progress} />
          {objectives.length === 0 ? null : (
            <ul className={styles['goals']}>
              {objectives.map((objective) => (
                <li key={`${objective.text} ${objective.progress}`}>
                  <GoalWords {...objective} />
                </li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ul>
  )
}

function GoalWords({ text, progress }: { readonly text: string; readonly progress: string }) {
  return (
    <>
      <bdi>{text}</bdi>
      {progress === '' ? '' : `: ${progress}`}
    </>
  )
}
