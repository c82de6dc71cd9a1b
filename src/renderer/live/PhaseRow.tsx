import { useEffect, useRef } from 'react'
import { Button as AriaButton } from 'react-aria-components'
import type { PhaseProgress } from '../../shared/session/state.ts'
import type { SkipReason } from '../../shared/session/vocabulary.ts'
import { classNames } from '../ui/class-names.ts'
import { Menu, type MenuEntry } from '../ui/Menu.tsx'
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx'
import { CurrentPhase } from './CurrentPhase.tsx'
import { useLive } from './live-context.ts'
import styles from './PhaseRow.module.css'
import { PhaseSign } from './PhaseSign.tsx'
import { forecastWords, peopleInRounds } from './round-words.ts'
import { UsualMinutes } from './UsualMinutes.tsx'

interface PhaseRowProps {
  readonly phase: PhaseProgress
  /** Protected, and no longer as long as it was planned. */
  readonly isShort: boolean
  /** What can be done with it; empty for a phase that is on or over. */
  readonly entries: readonly MenuEntry[]
}

export function PhaseRow({ phase, isShort, entries }: PhaseRowProps) {
  const row = useRef<HTMLLIElement>(null)
  const isCurrent = phase.status === 'current'
  useEffect(() => {
    // A long agenda scrolls along with the session, and shows what comes as well as what was.
    if (isCurrent) row.current?.scrollIntoView({ block: 'center' })
  }, [isCurrent])
  const words = <PhaseWords phase={phase} isShort={isShort} />
  return (
    <li
      ref={row}
      className={styles['row']}
      data-phase={phase.id}
      data-status={phase.status}
      aria-current={isCurrent ? 'step' : undefined}
    >
      <PhaseSign phase={phase} isShort={isShort} />
      <div className={styles['body']}>
        {isCurrent ? (
          <CurrentPhase phase={phase} />
        ) : entries.length > 0 ? (
          <Menu
            label={`What to do with ${phase.name}`}
            trigger={
              <AriaButton className={classNames(styles['words'], styles['choice'])}>{words}</AriaButton>
            }
            entries={entries}
          />
        ) : (
          <div className={styles['words']}>{words}</div>
        )}
      </div>
      <UsualMinutes phaseId={phase.id} />
    </li>
  )
}

const skipWords: Readonly<Record<SkipReason, string>> = {
  'no-time': 'no time',
  'group-need': 'the group needed something else',
  'already-covered': 'already covered',
  'not-today': 'not today',
}

type WordsProps = Pick<PhaseRowProps, 'phase' | 'isShort'>

function hintOf({ phase: { status, skipReason, isProtected, kind }, isShort }: WordsProps): string | null {
  if (status === 'skipped') return skipReason === null ? null : `left out: ${skipWords[skipReason]}`
  if (status !== 'ahead') return null
  if (isProtected) return isShort ? 'protected, but it no longer fits' : 'protected'
  return kind === 'break' ? 'break' : null
}

function PhaseWords({ phase, isShort }: WordsProps) {
  const { name, status, minutes, plannedMinutes, actualMs } = phase
  const trimmed = minutes - plannedMinutes
  const { state, showsSeconds } = useLive()
  const forecast = status === 'ahead' ? forecastWords(phase, peopleInRounds(state), showsSeconds) : null
  const hints = [hintOf({ phase, isShort }), forecast].filter((words) => words !== null)
  return (
    <>
      <span className={styles['name']} dir="auto">
        {name}
        {hints.length === 0 ? null : (
          <span className={styles['hint']} data-short={isShort || undefined}>
            {hints.join(' · ')}
          </span>
        )}
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
