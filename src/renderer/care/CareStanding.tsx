import type { Standing } from '../../shared/care/standing.ts'
import { isoDay } from '../../shared/iso-day.ts'
import type { GroupId } from '../../shared/ids.ts'
import type { Roster } from '../../shared/ipc/roster-calls.ts'
import { useNow } from '../app/core-clock.ts'
import { dayWords } from './care-words.ts'
import styles from './CarePart.module.css'

interface CareStandingProps {
  readonly standing: Standing
  readonly roster: Roster
}

/** How somebody stands now, in a few lines. */
export function CareStanding({ standing, roster }: CareStandingProps) {
  const { gone, groupIds, waiting, exemptions, ageGroup } = standing
  const now = useNow(60_000)
  const today = now === null ? null : isoDay(now.wallMs, now.zone)
  return (
    <ul className={styles['standing']}>
      {gone === null ? null : (
        <li>
          <strong>
            {gone.kind === 'discharged' ? 'Discharged' : 'Removed for a breach of confidentiality'} on{' '}
            {dayWords(gone.day)}
          </strong>
        </li>
      )}
      {groupIds.map((groupId) => (
        <li key={groupId}>
          In <GroupName groupId={groupId} roster={roster} />
        </li>
      ))}
      {gone === null && groupIds.length === 0 ? <li>In no group at present</li> : null}
      {waiting.map(({ groupId, sinceDay }) => (
        <li key={groupId}>
          Waiting for <GroupName groupId={groupId} roster={roster} /> since {dayWords(sinceDay)}
        </li>
      ))}
      {exemptions.map(({ seq, act }) => (
        <li key={seq}>
          Exempt from hours since {dayWords(act.day)}, {reviewWords(act.reviewOn, today)}
        </li>
      ))}
      {ageGroup === 'adolescent' ? <li>Hours counted as adolescent</li> : null}
    </ul>
  )
}

function reviewWords(reviewOn: string, today: string | null): string {
  const isDue = today !== null && reviewOn <= today
  return isDue ? `review due since ${dayWords(reviewOn)}` : `to be reviewed on ${dayWords(reviewOn)}`
}

export function GroupName({ groupId, roster }: { readonly groupId: GroupId; readonly roster: Roster }) {
  return <bdi>{roster.groups.find(({ id }) => id === groupId)?.name ?? 'a former group'}</bdi>
}
