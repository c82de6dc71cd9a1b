import type { ReactNode } from 'react'
import { classNames } from '../ui/class-names.ts'
import styles from './Opening.module.css'
import { SeatCircle } from './SeatCircle.tsx'

interface OpeningProps {
  readonly memberCount: number
  readonly facilitatorCount: number
  /** Three lines for the middle of the circle. */
  readonly before: string
  readonly figure: string
  readonly after: string
  readonly tone?: 'plain' | 'late' | 'running'
  /** The line above the title. */
  readonly when: ReactNode
  readonly title: string
  readonly level?: 1 | 2
  readonly what: ReactNode
  /** What can be done about it. */
  readonly children: ReactNode
}

/** How Today opens: the one circle that matters now, and its one action. */
export function Opening(props: OpeningProps) {
  const { before, figure, after, tone = 'plain', level = 2 } = props
  const Title = `h${level}` as const
  return (
    <section className={styles['opening']} aria-labelledby="opening">
      <SeatCircle
        memberCount={props.memberCount}
        facilitatorCount={props.facilitatorCount}
        isRunning={tone === 'running'}
      >
        <span className={styles['small']}>{before}</span>
        <span className={classNames(styles['figure'], tone === 'late' && styles['late'])}>{figure}</span>
        <span className={styles['small']}>{after}</span>
      </SeatCircle>
      <div className={styles['words']}>
        <p className={classNames(styles['when'], tone === 'running' && styles['running'])}>{props.when}</p>
        <Title id="opening" className={styles['title']}>
          <bdi>{props.title}</bdi>
        </Title>
        <p className={styles['what']}>{props.what}</p>
        <div className={styles['act']}>{props.children}</div>
      </div>
    </section>
  )
}
