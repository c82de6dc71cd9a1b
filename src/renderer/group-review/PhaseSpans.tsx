import { Table2 } from 'lucide-react'
import { useId, useState, type ReactNode } from 'react'
import { ValuesTable } from '../plots/ValuesTable.tsx'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import {
  longestOf,
  minutesOf,
  phasesTable,
  spokenPhase,
  timesWords,
  usualWords,
  type Phase,
} from '../../shared/group-review/phase-plot.ts'
import styles from './PhaseSpans.module.css'

interface PhaseSpansProps {
  readonly phases: readonly Phase[]
  readonly sessions: string
}

/** What each phase was planned to take, beside what it took. */
export function PhaseSpans({ phases, sessions }: PhaseSpansProps) {
  const id = useId()
  const [showsTable, setShowsTable] = useState(false)
  const longest = longestOf(phases)
  return (
    <section className={styles['phases']} aria-labelledby={id}>
      <h2 id={id} className={styles['title']}>
        Minutes per phase
        <Button
          look="plain"
          size="small"
          icon={Table2}
          aria-label="Minutes per phase as a table"
          onPress={() => setShowsTable(true)}
        />
      </h2>
      <p className={styles['note']}>
        Over {sessions}. The bar is where half of them lie, the thin line the shortest and the longest, the
        upright stroke what is planned.
      </p>
      <PhaseWalker phases={phases}>
        {(reachedIndex) =>
          phases.map((phase, index) => (
            <PhaseRow key={phase.name} phase={phase} longest={longest} isReached={index === reachedIndex} />
          ))
        }
      </PhaseWalker>
      {showsTable ? (
        <Dialog title="Minutes per phase" width="wide" isOpen onClose={() => setShowsTable(false)}>
          <ValuesTable label="Minutes per phase" table={phasesTable(phases)} />
        </Dialog>
      ) : null}
    </section>
  )
}

interface PhaseWalkerProps {
  readonly phases: readonly Phase[]
  readonly children: (reachedIndex: number | null) => ReactNode
}

/** One stop of the Tab key, then the arrow keys from phase to phase, each of them spoken. */
function PhaseWalker({ phases, children }: PhaseWalkerProps) {
  const [index, setIndex] = useState(0)
  const [isFocused, setIsFocused] = useState(false)
  const last = phases.length - 1
  const reached = phases[Math.min(index, last)]
  if (reached === undefined) return null
  return (
    <div className={styles['walker']}>
      {children(isFocused ? Math.min(index, last) : null)}
      <input
        type="range"
        className={styles['slider']}
        aria-label="Minutes per phase"
        aria-roledescription="plot"
        aria-orientation="vertical"
        aria-valuetext={spokenPhase(reached)}
        min={0}
        max={last}
        // Up is up: a slider counts upwards, and the first phase stands at the top.
        value={last - Math.min(index, last)}
        onChange={(event) => setIndex(last - event.currentTarget.valueAsNumber)}
        onFocus={() => setIsFocused(true)}
        onBlur={() => setIsFocused(false)}
        onPointerDown={(event) => event.preventDefault()}
      />
    </div>
  )
}

interface PhaseRowProps {
  readonly phase: Phase
  readonly longest: number
  readonly isReached: boolean
}

const barHeight = 20

function PhaseRow({ phase, longest, isReached }: PhaseRowProps) {
  const { name, plannedMinutes, leftOut } = phase
  const at = (minutes: number) => `${(minutes / longest) * 100}%`
  const [shortest, from, to, most] = [
    phase.shortestMs,
    phase.usualFromMs,
    phase.usualToMs,
    phase.longestMs,
  ].map((ms) => minutesOf(ms))
  return (
    <div aria-hidden className={styles['row']} data-reached={isReached || undefined}>
      <bdi className={styles['name']}>{name}</bdi>
      <svg className={styles['track']} height={barHeight}>
        <line x1={at(shortest ?? 0)} x2={at(most ?? 0)} y1="50%" y2="50%" className={styles['whole']} />
        <rect
          x={at(from ?? 0)}
          y={6}
          width={at((to ?? 0) - (from ?? 0))}
          height={8}
          rx={2}
          className={styles['usual']}
        />
        <line
          x1={at(plannedMinutes)}
          x2={at(plannedMinutes)}
          y1={1}
          y2={barHeight - 1}
          className={styles['planned']}
        />
      </svg>
      <span className={styles['words']}>
        <span className={styles['strong']}>{usualWords(phase)}</span>, planned {plannedMinutes}
        {leftOut === 0 ? null : `, left out ${timesWords(leftOut)}`}
      </span>
    </div>
  )
}
