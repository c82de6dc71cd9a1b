import { Check } from 'lucide-react'
import { Radio, RadioGroup } from 'react-aria-components'
import { useNow } from '../app/core-clock.ts'
import { OverfullCard } from './agenda/OverfullCard.tsx'
import styles from './LateStartCard.module.css'
import {
  agendaMinutes,
  chosenPlan,
  missingMinutes,
  startChoice,
  type StartEnd,
  type StartPlan,
} from './late-start.ts'
import { useLive } from './live-context.ts'
import { wallTime } from './time-words.ts'
import type { ChangeView, LiveView } from './use-live-view.ts'

interface LateStartCardProps {
  readonly view: LiveView
  readonly change: ChangeView
}

/** Starting early or late: keep the end and fit the agenda, or keep the length. */
export function LateStartCard({ view, change }: LateStartCardProps) {
  const { state, zone } = useLive()
  const now = useNow(5_000)
  if (now === null) return null
  const choice = startChoice(state, now)
  const missing = missingMinutes(choice, state)
  const over = agendaMinutes(state) - state.lengthMinutes
  if (missing > 0 || (choice.lateMinutes === 0 && over > 0)) {
    return <OverfullCard view={view} change={change} overMinutes={over} missingMinutes={missing} />
  }
  if (choice.lateMinutes === 0) return null
  const plan = chosenPlan(choice, view.startWish)
  const time = (one: StartPlan) => wallTime(Math.round(one.endsAtMs / 60_000) * 60_000, zone)
  return (
    <section className={styles['card']} aria-label="When to end">
      <p className={styles['words']}>
        <strong>
          {choice.lateMinutes > 0
            ? `Starting ${choice.lateMinutes} min late.`
            : `Starting ${-choice.lateMinutes} min early.`}
        </strong>{' '}
        {choice.asScheduled.phases === null ? 'The phases cannot become so short.' : fitWords(plan)}
      </p>
      <RadioGroup
        aria-label="When to end"
        orientation="horizontal"
        className={styles['choices'] ?? ''}
        value={plan.end}
        onChange={(value) => change({ startWish: value === 'full-length' ? 'full-length' : 'as-scheduled' })}
      >
        <Choice value="as-scheduled" isDisabled={choice.asScheduled.phases === null}>
          End {time(choice.asScheduled)}
        </Choice>
        <Choice value="full-length">Run to {time(choice.fullLength)}</Choice>
      </RadioGroup>
    </section>
  )
}

interface ChoiceProps {
  readonly value: StartEnd
  readonly isDisabled?: boolean
  readonly children: React.ReactNode
}

function Choice({ value, isDisabled = false, children }: ChoiceProps) {
  return (
    <Radio value={value} isDisabled={isDisabled} className={styles['choice'] ?? ''}>
      {({ isSelected }) => (
        <>
          {isSelected ? <Check aria-hidden size={15} strokeWidth={2} /> : null}
          {children}
        </>
      )}
    </Radio>
  )
}

function fitWords({ phases, end }: StartPlan): string {
  if (end === 'full-length') return 'Every phase keeps its minutes.'
  const given = (phases ?? []).filter(({ minutes, plannedMinutes }) => minutes < plannedMinutes)
  const minutes = given.reduce((sum, phase) => sum + phase.plannedMinutes - phase.minutes, 0)
  if (given.length === 0) return 'The phases get the time that is won.'
  return `${given.length === 1 ? 'One phase gives' : `${given.length} phases give`} up ${minutes} min; breaks and protected phases stay whole.`
}
