import { Lock } from 'lucide-react'
import type { ReactNode } from 'react'
import type { RoomView } from '../../shared/room/room-view.ts'
import { RoomRing } from '../room/RoomRing.tsx'
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx'
import { watchWords } from './watch-words.ts'
import styles from './WatchedPage.module.css'

interface WatchedPageProps {
  readonly view: RoomView
  /** The way in. */
  readonly children: ReactNode
}

/** The locked screen of a session that goes on: phase and time, large, and below them the way to unlock. */
export function WatchedPage({ view, children }: WatchedPageProps) {
  const { title, words } = watchWords(view)
  return (
    <main className={styles['page']}>
      <p className={styles['locked']}>
        <Lock aria-hidden size={16} strokeWidth={1.75} />
        <span>
          <strong>Locked. The session goes on,</strong> and its time is kept.
        </span>
      </p>
      <section className={styles['dial']} aria-label="The session">
        <RoomRing view={view} />
        <div className={styles['words']} data-length={title.length <= 14 ? 'short' : 'long'}>
          <p className={styles['title']}>
            <bdi>{title}</bdi>
          </p>
          <p className={styles['left']}>{words}</p>
        </div>
      </section>
      <VisuallyHidden>
        <output>{title}</output>
      </VisuallyHidden>
      <div className={styles['way-in']}>{children}</div>
    </main>
  )
}
