import type { ReactNode } from 'react'
import type { LegalHold } from '../../shared/ipc/retention-calls.ts'
import { useNow } from '../app/core-clock.ts'
import { Button } from '../ui/Button.tsx'
import { holdDays } from './hold-words.ts'
import styles from './KeepingScreen.module.css'

interface HoldLineProps {
  readonly hold: LegalHold
  /** What is on hold, and how the button that lifts it is called. */
  readonly what: ReactNode
  readonly name: string
  readonly today: string
  readonly onLift?: () => void
}

/** What is on hold, since when, why, and the way to lift it. */
export function HoldLine({ hold, what, name, today, onLift }: HoldLineProps) {
  const zone = useNow(60_000, (now) => now.zone)?.zone ?? 'UTC'
  return (
    <li>
      <div className={styles['holdHead']}>
        {what}
        {onLift === undefined ? null : (
          <Button size="small" look="plain" aria-label={`Lift the hold on ${name}`} onPress={onLift}>
            Lift
          </Button>
        )}
      </div>
      <p className={styles['soft']}>
        <bdi>{hold.reason}</bdi>, {holdDays(hold, zone, today)}
      </p>
    </li>
  )
}
