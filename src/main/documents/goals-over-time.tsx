import type { Goal } from '../../shared/ipc/goal-calls.ts'
import { isoDay } from '../../shared/iso-day.ts'
import { goalsWithObjectives } from '../../shared/record/goals-in-order.ts'
import type { MemberProgressFacts } from '../../shared/record/member-progress.ts'
import { calendarDays } from './period-words.ts'

interface GoalsOverTimeProps {
  readonly facts: Pick<MemberProgressFacts, 'goals' | 'progress' | 'window'>
  readonly locale: string | undefined
}

/** What they work towards, and what the signed notes of these weeks say of it. */
export function GoalsOverTime({ facts, locale }: GoalsOverTimeProps) {
  const { goals, progress, window } = facts
  if (goals.length === 0) return null
  const day = calendarDays(locale)
  const said: Said = { progress, dayOf: (wallMs) => day(isoDay(wallMs, window.zone)) }
  return (
    <section className="goals">
      <h2>Goals and progress</h2>
      {goalsWithObjectives(goals).map(({ goal, objectives }) => (
        <div key={goal.goalId} className="goal">
          <GoalWords goal={goal} under={null} {...said} />
          {objectives.map((objective) => (
            <div key={objective.goalId} className="objective">
              <GoalWords goal={objective} under={goal.text} {...said} />
            </div>
          ))}
        </div>
      ))}
    </section>
  )
}

interface Said {
  readonly progress: MemberProgressFacts['progress']
  readonly dayOf: (wallMs: number) => string
}

interface GoalWordsProps extends Said {
  readonly goal: Goal
  readonly under: string | null
}

function GoalWords({ goal, under, progress, dayOf }: GoalWordsProps) {
  const said = progress.filter((one) => one.text === goal.text && one.under === under && one.progress !== '')
  return (
    <>
      <h3>
        <bdi>{goal.text}</bdi>
        {!goal.isOpen && <span className="remark"> · achieved</span>}
      </h3>
      {said.map(({ sessionId, startedAtMs, progress: text }) => (
        <p key={sessionId}>
          <span className="remark">{dayOf(startedAtMs)}</span> <bdi>{text}</bdi>
        </p>
      ))}
      {said.length === 0 && under === null && (
        <p className="remark">No signed note of these weeks says how it went.</p>
      )}
    </>
  )
}
