import type { PrivacyMeasure } from '../../shared/ipc/privacy-calls.ts'
import { counted } from '../../shared/count.ts'
import { useRead } from '../app/api.ts'
import { usePlace } from '../app/navigation.tsx'
import { pastDay, timeOfDay } from '../app/time-words.ts'
import { openerWords } from '../reviewer/access-words.ts'
import { Button } from '../ui/Button.tsx'
import styles from './PrivacyScreen.module.css'

interface OpeningsProps {
  readonly openings: PrivacyMeasure['openings']
  readonly zone: string
  readonly nowMs: number
}

/** The last openings of the vault, the newest first. */
export function Openings({ openings, zone, nowMs }: OpeningsProps) {
  const { go } = usePlace()
  const roster = useRead('roster.read', {})
  const { totalCount, reviewerCount, newest } = openings
  const byReviewers = reviewerCount === 0 ? 'none by a reviewer' : `${reviewerCount} by reviewers`
  return (
    <>
      <p className={styles['soft']}>
        {counted(totalCount, 'opening')} so far, {byReviewers}.
      </p>
      <ol className={styles['openings']} aria-label="The last openings">
        {newest.map((opening) => (
          <li key={opening.seq}>
            <bdi>{roster.status === 'ready' ? openerWords(opening, roster.value) : '…'}</bdi>
            <span className={styles['when']}>
              {pastDay(opening.atMs, zone, nowMs)}, {timeOfDay(opening.atMs, zone)}
            </span>
          </li>
        ))}
      </ol>
      <Button
        look="plain"
        size="small"
        className={styles['more'] ?? ''}
        onPress={() => go({ name: 'access' })}
      >
        Open the access log
      </Button>
    </>
  )
}
