import { Check, Lock } from 'lucide-react'
import type { ReactNode } from 'react'
import { classNames } from '../ui/class-names.ts'
import { Ring } from '../ui/Ring.tsx'
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx'
import styles from './EntryPage.module.css'
import { firstRunSteps } from './person.ts'

interface EntryPageProps {
  /** The step of the first run, counted from 0; none on later starts. */
  readonly step?: number
  readonly children: ReactNode
  /** The ring at the side. */
  readonly ring: ReactNode
  /** The promise at the foot: its first words are strong. */
  readonly promise: readonly [string, string]
}

/** The page before the console: what to do at the left, the ring at the right, a promise at the foot. */
export function EntryPage({ step, children, ring, promise }: EntryPageProps) {
  return (
    <main className={styles['page']}>
      <header className={styles['head']}>
        <p className={styles['mark']}>
          <Ring /> Circlekeeper
        </p>
        {step === undefined ? null : <Steps current={step} />}
      </header>
      <div className={styles['content']}>{children}</div>
      <div className={styles['ring']}>{ring}</div>
      <footer className={styles['foot']}>
        <Lock aria-hidden size={16} strokeWidth={1.75} />
        <p>
          <strong>{promise[0]}</strong> {promise[1]}
        </p>
      </footer>
    </main>
  )
}

function Steps({ current }: { readonly current: number }) {
  return (
    <ol className={styles['steps']} aria-label="Steps">
      {firstRunSteps.map((step, index) => (
        <li
          key={step}
          className={classNames(styles['step'], index === current && styles['now'])}
          aria-current={index === current ? 'step' : undefined}
        >
          {index < current ? (
            <Check aria-hidden size={16} strokeWidth={1.75} className={styles['done']} />
          ) : (
            <span className={styles['number']} aria-hidden>
              {index + 1}
            </span>
          )}
          {step}
          {index < current ? <VisuallyHidden>, done</VisuallyHidden> : null}
        </li>
      ))}
    </ol>
  )
}
