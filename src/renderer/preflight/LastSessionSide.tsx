import { useRef } from 'react'
import { LastSession } from './LastSession.tsx'
import styles from './Preflight.module.css'

/** The side of the panel before the start: to read, and to take a phase up again. */
export function LastSessionSide() {
  const side = useRef<HTMLElement>(null)
  return (
    <div className={styles['frame']}>
      {/* Longer than its place, it is scrolled with the arrow keys. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <section ref={side} className={styles['scroll']} tabIndex={0} aria-label="Last session">
        <LastSession onTakenUp={() => side.current?.focus({ preventScroll: true })} />
      </section>
    </div>
  )
}
