import { Circle, ShieldCheck } from 'lucide-react'
import type { PhaseKind } from '../../shared/agenda/phase.ts'
import { classNames } from '../ui/class-names.ts'
import { phaseSentence } from './phase-words.ts'
import styles from './AgendaBar.module.css'

interface BarPhase {
  readonly name: string
  readonly kind: PhaseKind
  readonly minutes: number
  readonly isProtected: boolean
}

interface AgendaBarProps {
  readonly phases: readonly BarPhase[]
  /** Minutes that the full width stands for, so that bars under each other share one scale. */
  readonly scaleMinutes: number
  readonly size?: 'small' | 'large'
}

/** An agenda as time: a segment's width is its minutes. Breaks are hatched, rounds carry a ring, protected ones a shield. */
export function AgendaBar({ phases, scaleMinutes, size = 'small' }: AgendaBarProps) {
  const total = phases.reduce((sum, { minutes }) => sum + minutes, 0)
  return (
    <ol
      className={classNames(styles['bar'], styles[size])}
      style={{ width: `${Math.min(100, (total / scaleMinutes) * 100)}%` }}
    >
      {phases.map((phase, index) => (
        // Two breaks of an agenda are alike; only their place tells them apart.
        // oxlint-disable-next-line react/no-array-index-key
        <Segment key={index} phase={phase} size={size} />
      ))}
    </ol>
  )
}

function Segment({ phase, size }: { readonly phase: BarPhase; readonly size: 'small' | 'large' }) {
  const Icon = phase.isProtected ? ShieldCheck : phase.kind === 'round' ? Circle : null
  return (
    <li
      className={classNames(styles['segment'], styles[phase.kind], phase.isProtected && styles['protected'])}
      style={{ flexGrow: Math.max(phase.minutes, 1) }}
      aria-label={phaseSentence(phase)}
      title={phaseSentence(phase)}
    >
      {Icon === null ? null : <Icon aria-hidden size={size === 'large' ? 15 : 11} strokeWidth={2.25} />}
      {size === 'large' ? (
        <span aria-hidden className={styles['words']}>
          <span className={styles['name']}>{phase.name}</span>
          <span className={styles['minutes']}>{phase.minutes}</span>
        </span>
      ) : null}
    </li>
  )
}
