import { AuthorOnly } from '../reviewer/AuthorOnly.tsx'
import { Check, ChevronDown } from 'lucide-react'
import { useState } from 'react'
import type { PersonId } from '../../shared/ids.ts'
import type { Goal } from '../../shared/ipc/goal-calls.ts'
import type { GoalProgress } from '../../shared/ipc/member-calls.ts'
import { goalsWithObjectives } from '../../shared/record/goals-in-order.ts'
import { useRead } from '../app/api.ts'
import { FailureNotice } from '../app/FailureNotice.tsx'
import { shortDay } from '../app/time-words.ts'
import { Button } from '../ui/Button.tsx'
import styles from './MemberSide.module.css'

interface MemberGoalsProps {
  readonly personId: PersonId
  /** Newest first. */
  readonly progress: readonly GoalProgress[]
  readonly zone: string
}

/** What they work towards, and what the notes said of it. Goals that were set aside are not shown. */
export function MemberGoals({ personId, progress, zone }: MemberGoalsProps) {
  const goals = useRead('goals.read', { personId })
  if (goals.status === 'failed') return <FailureNotice failure={goals.failure} onRetry={goals.retry} />
  if (goals.status === 'reading') return null
  const shown = goalsWithObjectives(goals.value).filter(({ goal }) => !goal.isSetAside)
  return (
    <section aria-labelledby="member-goals">
      <h2 id="member-goals" className={styles['title']}>
        Goals
      </h2>
      {shown.length === 0 ? (
        <p className={styles['soft']}>
          None yet.<AuthorOnly> They are set with Edit, in their own words.</AuthorOnly>
        </p>
      ) : (
        <ul className={styles['goals']}>
          {shown.map(({ goal, objectives }) => (
            <li key={goal.goalId}>
              <GoalLine goal={goal} under={null} progress={progress} zone={zone} />
              <Objectives goal={goal} objectives={objectives} progress={progress} zone={zone} />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

interface ObjectivesProps extends Omit<MemberGoalsProps, 'personId'> {
  readonly goal: Goal
  readonly objectives: readonly Goal[]
}

function Objectives({ goal, objectives, progress, zone }: ObjectivesProps) {
  const shown = objectives.filter(({ isSetAside }) => !isSetAside)
  if (shown.length === 0) return null
  return (
    <ul className={styles['objectives']}>
      {shown.map((objective) => (
        <li key={objective.goalId}>
          <GoalLine goal={objective} under={goal.text} progress={progress} zone={zone} />
        </li>
      ))}
    </ul>
  )
}

interface GoalLineProps extends Omit<MemberGoalsProps, 'personId'> {
  readonly goal: Goal
  readonly under: string | null
}

/** A goal with the newest words about it; the ones before come when they are asked for. */
function GoalLine({ goal, under, progress, zone }: GoalLineProps) {
  const [showsAll, setShowsAll] = useState(false)
  const said = progress.filter((one) => one.text === goal.text && one.under === under && one.progress !== '')
  const shown = showsAll ? said : said.slice(0, 1)
  return (
    <>
      <p className={under === null ? styles['goal'] : undefined}>
        {goal.isOpen ? null : (
          <Check aria-label="Achieved:" size={15} strokeWidth={2} className={styles['done']} />
        )}
        <bdi>{goal.text}</bdi>
      </p>
      {shown.map(({ sessionId, startedAtMs, progress: words }) => (
        <p key={sessionId} className={styles['soft']}>
          {shortDay(startedAtMs, zone)}: <bdi>{words}</bdi>
        </p>
      ))}
      {said.length < 2 ? null : (
        <Button
          look="plain"
          size="small"
          icon={ChevronDown}
          className={styles['more'] ?? ''}
          aria-expanded={showsAll}
          aria-label={`${showsAll ? 'Only the newest words' : `All ${said.length} notes`} about ${goal.text}`}
          onPress={() => setShowsAll(!showsAll)}
        >
          {showsAll ? 'only the newest' : `${said.length - 1} before`}
        </Button>
      )}
    </>
  )
}
