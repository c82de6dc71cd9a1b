import { ArrowRight, ShieldCheck } from 'lucide-react'
import type { ReactNode } from 'react'
import { Ring } from '../ui/Ring.tsx'
import { RingDial } from '../ui/RingDial.tsx'
import styles from './CalmScreen.module.css'

interface CalmScreenProps {
  readonly title: string
  readonly safe: string
  readonly next: string
  readonly actions?: ReactNode
  /** False inside the frame, which has the mark and the way around. */
  readonly isWhole?: boolean
}

/** A whole screen for what went wrong: what happened, what is safe, what to do next. */
export function CalmScreen({ title, safe, next, actions, isWhole = true }: CalmScreenProps) {
  const Screen = isWhole ? 'main' : 'div'
  return (
    <Screen className={styles['screen']}>
      <p className={styles['mark']}>
        {isWhole ? (
          <>
            <Ring /> Circlekeeper
          </>
        ) : null}
      </p>
      <div className={styles['words']} role="alert">
        <h1 className={styles['title']}>{title}</h1>
        <dl className={styles['answers']}>
          <div className={styles['answer']}>
            <ShieldCheck aria-hidden size={22} strokeWidth={1.5} className={styles['safe']} />
            <dt>What is safe</dt>
            <dd>{safe}</dd>
          </div>
          <div className={styles['answer']}>
            <ArrowRight aria-hidden size={22} strokeWidth={1.5} />
            <dt>What to do next</dt>
            <dd>{next}</dd>
          </div>
        </dl>
        {actions === undefined ? null : <div className={styles['actions']}>{actions}</div>}
      </div>
      <div aria-hidden className={styles['ring']}>
        <RingDial fraction={0} />
      </div>
    </Screen>
  )
}
