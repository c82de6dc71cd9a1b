import { Glasses } from 'lucide-react'
import { useRead } from '../app/api.ts'
import styles from './ReviewingAs.module.css'

/** Whose session this is, plainly, on every page. */
export function ReviewingAs() {
  const who = useRead('reviewer.who', {})
  const roster = useRead('roster.read', {})
  const personId = who.status === 'ready' ? who.value : null
  const reviewer =
    roster.status === 'ready' ? roster.value.facilitators.find(({ id }) => id === personId) : undefined
  return (
    <div className={styles['band']}>
      <Glasses aria-hidden size={17} strokeWidth={1.75} />
      <p>
        Reviewing as{' '}
        <strong>
          <bdi>{reviewer?.name ?? 'a reviewer'}</bdi>
        </strong>
      </p>
    </div>
  )
}
