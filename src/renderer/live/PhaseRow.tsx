import { Check, Minus, ShieldCheck } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { Button as AriaButton } from 'react-aria-components'
import type { PhaseProgress } from '../../shared/session/state.ts'
import type { SkipReason } from '../../shared/session/vocabulary.ts'
import { classNames } from '../ui/class-names.ts'
import { Menu } from '../ui/Menu.tsx'
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx'
import { CurrentPhase } from './CurrentPhase.tsx'
import { useLive } from './live-context.ts'
import styles from './PhaseRow.module.css'
import { skipEntries } from './skip-entries.ts'

interface PhaseRowProps {
  readonly phase: PhaseProgress
}

export function PhaseRow({ phase }: PhaseRowProps) {
  const { state, act } = useLive()
  const row = useRef<HTMLLIElement>(null)
  const isCurrent = phase.status === 'current'
  useEffect(() => {
    // A long agenda scrolls along with the session.
    if (isCurrent) row.current?.scrollIntoView({ block: 'nearest' })
  }, [isCurrent])
  const canSkip = phase.status === 'ahead' && (state.stage === 'running' || state.stage === 'paused')
  const words = <PhaseWords phase={phase} />
  return (
    <li
      ref={row}
      className={styles['row']}
      data-status={phase.status}
      aria-current={isCurrent ? 'step' : undefined}
    >
      <PhaseSign phase={phase} />
      <div className={styles['body']}>
        {isCurrent ? (
          <CurrentPhase phase={phase} />
        ) : canSkip ? (
          <Menu
            label={`Leave out ${phase.name}`}
            trigger={
              <AriaButton className={classNames(styles['words'], styles['choice'])}>{words}</AriaButton>
            }
            entries={skipEntries(phase.name, (reason) =>
              act({ type: 'skip-phase', phaseId: phase.id, reason }),
            )}
          />
        ) : (
          <div className={styles['words']}>{words}</div>
        )}
      </div>
    </li>
  )
}

/** The sign on the rail: its shape alone tells done, current, ahead, left out and protected apart. */
function PhaseSign({ phase }: PhaseRowProps) {
  const { status, isProtected } = phase
  return (
    <span
      className={styles['sign']}
      data-status={status}
      data-protected={isProtected || undefined}
      aria-hidden
    >
      {status === 'done' ? <Check size={12} strokeWidth={2} /> : null}
      {status === 'skipped' ? <Minus size={12} strokeWidth={2} /> : null}
      {status === 'ahead' && isProtected ? <ShieldCheck size={12} strokeWidth={2} /> : null}
    </span>
  )
}

const skipWords: Readonly<Record<SkipReason, string>> = {
  'no-time': 'no time',
  'group-need': 'the group needed something else',
  'already-covered': 'already covered',
  'not-today': 'not today',
}

function PhaseWords({ phase }: PhaseRowProps) {
  const { name, status, minutes, plannedMinutes, actualMs, isProtected, kind } = phase
  const trimmed = minutes - plannedMinutes
  const hint =
    status === 'skipped' && phase.skipReason !== null
      ? `left out: ${skipWords[phase.skipReason]}`
      : status === 'ahead' && isProtected
        ? 'protected'
        : status === 'ahead' && kind === 'break'
          ? 'break'
          : null
  return (
    <>
      <span className={styles['name']} dir="auto">
        {name}
        {hint === null ? null : <span className={styles['hint']}>{hint}</span>}
      </span>
      <span className={styles['minutes']}>
        {status === 'ahead' && trimmed !== 0 ? (
          <span className={styles['trimmed']}>
            {trimmed > 0 ? `+${trimmed}` : `−${-trimmed}`}
            <VisuallyHidden> against the plan, </VisuallyHidden>
          </span>
        ) : null}
        {status === 'done' ? `${Math.round(actualMs / 60_000)} of ${plannedMinutes}` : null}
        {status === 'ahead' ? `${minutes} min` : null}
        {status === 'done' ? <VisuallyHidden> minutes, done</VisuallyHidden> : null}
      </span>
    </>
  )
}
