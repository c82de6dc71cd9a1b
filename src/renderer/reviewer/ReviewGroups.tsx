import { Button as Pressable } from 'react-aria-components'
import { counted } from '../../shared/count.ts'
import type { Member } from '../../shared/roster/member.ts'
import type { Group } from '../../shared/roster/group.ts'
import { useRead } from '../app/api.ts'
import { FailureNotice } from '../app/FailureNotice.tsx'
import { usePlace } from '../app/navigation.tsx'
import { PagePart } from '../app/PagePart.tsx'
import styles from './page.module.css'

/** Who is in which group: each name leads to what is known of its person. */
export function ReviewGroups() {
  const roster = useRead('roster.read', {})
  if (roster.status === 'failed') {
    return (
      <div className={styles['page']}>
        <FailureNotice failure={roster.failure} onRetry={roster.retry} />
      </div>
    )
  }
  if (roster.status === 'reading') return <div className={styles['page']} aria-busy />
  const { groups, members } = roster.value
  const inGroups = new Set(groups.flatMap(({ memberIds }) => memberIds))
  const others = members.filter(({ id }) => !inGroups.has(id))
  return (
    <div className={styles['page']}>
      <h1 className={styles['title']}>Groups & members</h1>
      <div className={styles['parts']}>
        {groups.map((group) => (
          <GroupMembers key={group.id} group={group} members={members} />
        ))}
        {others.length === 0 ? null : (
          <PagePart title="In no group">
            <MemberRows members={others} />
          </PagePart>
        )}
      </div>
    </div>
  )
}

function GroupMembers({ group, members }: { readonly group: Group; readonly members: readonly Member[] }) {
  const own = group.memberIds.flatMap((memberId) => members.filter(({ id }) => id === memberId))
  return (
    <PagePart title={group.name}>
      <p className={styles['soft']}>{counted(own.length, 'member')}</p>
      {own.length === 0 ? null : <MemberRows members={own} />}
    </PagePart>
  )
}

function MemberRows({ members }: { readonly members: readonly Member[] }) {
  const { go } = usePlace()
  return (
    <ul className={styles['rows']}>
      {members.map(({ id: personId, preferredName, chartId }) => (
        <li key={personId}>
          <Pressable className={styles['row'] ?? ''} onPress={() => go({ name: 'member', personId })}>
            <bdi className={styles['name']}>{preferredName}</bdi>
          </Pressable>
          <bdi className={styles['line']}>{chartId}</bdi>
        </li>
      ))}
    </ul>
  )
}
