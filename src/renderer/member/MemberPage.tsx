import type { PersonId } from '../../shared/ids.ts'
import type { Roster } from '../../shared/ipc/roster-calls.ts'
import type { Member } from '../../shared/roster/member.ts'
import { useRole } from '../reviewer/role.tsx'
import { rosterFor } from '../reviewer/roster-for.ts'
import { useRead } from '../app/api.ts'
import { useNow } from '../app/core-clock.ts'
import { FailureNotice } from '../app/FailureNotice.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import styles from './MemberPage.module.css'
import { MemberView, type MemberReads } from './MemberView.tsx'

interface MemberPageProps {
  readonly personId: PersonId
}

/** How is this person doing over time? */
export function MemberPage({ personId }: MemberPageProps) {
  const read = useRead('roster.read', {})
  const role = useRole()
  if (read.status === 'failed') {
    return (
      <div className={styles['failed']}>
        <h1>Member</h1>
        <FailureNotice failure={read.failure} onRetry={read.retry} />
      </div>
    )
  }
  if (read.status === 'reading') return <div className={styles['page']} aria-busy />
  const roster = rosterFor(role, read.value)
  const member = roster.members.find(({ id }) => id === personId)
  if (member === undefined) {
    return (
      <div className={styles['failed']}>
        <EmptyState title="Not on file" level={1}>
          This chart is not here any more, or never was.
        </EmptyState>
      </div>
    )
  }
  // Only patients have hours to reach, questionnaires and a history of care.
  return member.role === 'member' ? (
    <Patient member={member} roster={roster} />
  ) : (
    <Relative member={member} roster={roster} />
  )
}

interface PersonProps {
  readonly member: Member
  readonly roster: Roster
}

function Patient({ member, roster }: PersonProps) {
  const { id: personId } = member
  const review = useRead('member.review', { personId })
  const hours = useRead('hours.of-member', { personId })
  const care = useRead('care.read', { personId })
  const scales = useRead('scales.read', { personId })
  const measures = useRead('measures.read', {})
  const reads = { review, measures, hours, care, scales }
  return <Ready member={member} roster={roster} reads={reads} />
}

function Relative({ member, roster }: PersonProps) {
  const review = useRead('member.review', { personId: member.id })
  const measures = useRead('measures.read', {})
  return <Ready member={member} roster={roster} reads={{ review, measures }} />
}

/** Everything that the plots are drawn from comes at once, so that nothing on the page moves after it. */
function Ready({ member, roster, reads }: PersonProps & { readonly reads: MemberReads }) {
  const now = useNow(60_000)
  const failed = Object.values(reads).find(({ status }) => status === 'failed')
  if (failed?.status === 'failed') {
    return (
      <div className={styles['failed']}>
        <h1>
          <bdi>{member.preferredName}</bdi>
        </h1>
        <FailureNotice failure={failed.failure} onRetry={failed.retry} />
      </div>
    )
  }
  const isReading = Object.values(reads).some(({ status }) => status === 'reading')
  if (isReading || now === null) return <div className={styles['page']} aria-busy />
  return <MemberView member={member} roster={roster} reads={reads} now={now} />
}
