import { useId } from 'react'
import type { CareRules } from '../../shared/care/care-rules.ts'
import { counted } from '../../shared/count.ts'
import type { Roster } from '../../shared/ipc/roster-calls.ts'
import type { Group } from '../../shared/roster/group.ts'
import { useRead } from '../app/api.ts'
import { FailureNotice } from '../app/FailureNotice.tsx'
import { MemberLink } from '../app/MemberLink.tsx'
import { memberName } from '../follow-up/follow-up-view.ts'
import { calendarWords } from '../../shared/calendar-words.ts'
import { compositionWords, placesWords } from '../../shared/group-review/places-words.ts'
import styles from './GroupPlaces.module.css'

interface GroupPlacesProps {
  readonly roster: Roster
  readonly group: Group
  readonly rules: CareRules
}

/** Who the group is made of, how many places it has, and who waits for one. */
export function GroupPlaces({ roster, group, rules }: GroupPlacesProps) {
  const id = useId()
  const standings = useRead('care.standings', {})
  const adolescentIds = standings.status === 'ready' ? standings.value.adolescentIds : []
  const members = roster.members.filter((member) => group.memberIds.includes(member.id))
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className={styles['title']}>
        Composition and places
      </h2>
      <dl className={styles['facts']}>
        <dt>Members</dt>
        <dd>{compositionWords(members, adolescentIds)}</dd>
        <dt>Places</dt>
        <dd>{placesWords({ taken: group.memberIds.length, capacity: group.capacity }, rules)}</dd>
        <dt>Membership</dt>
        <dd>
          {group.membership === 'open'
            ? 'Open: members can join as places come free.'
            : 'Closed: nobody joins unless it is decided for them.'}
        </dd>
        <dt>Waiting list</dt>
        <dd>
          <Waiting roster={roster} group={group} />
        </dd>
      </dl>
    </section>
  )
}

function Waiting({ roster, group }: Pick<GroupPlacesProps, 'roster' | 'group'>) {
  const waiting = useRead('care.waiting', { groupId: group.id })
  if (waiting.status === 'failed') return <FailureNotice failure={waiting.failure} onRetry={waiting.retry} />
  if (waiting.status === 'reading') return null
  if (waiting.value.length === 0) return 'Nobody waits for a place.'
  return (
    <>
      <p>{counted(waiting.value.length, 'person')}</p>
      <ol className={styles['waiting']}>
        {waiting.value.map(({ personId, sinceDay }) => (
          <li key={personId}>
            <MemberLink personId={personId} name={memberName(roster, personId)} />{' '}
            <span className={styles['soft']}>since {calendarWords(sinceDay, '', 'long')}</span>
          </li>
        ))}
      </ol>
    </>
  )
}
