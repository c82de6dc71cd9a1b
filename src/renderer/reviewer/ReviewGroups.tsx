import { ChevronDown, ChevronUp } from 'lucide-react'
import { useState } from 'react'
import { Button as Pressable } from 'react-aria-components'
import { counted } from '../../shared/count.ts'
import type { Roster } from '../../shared/ipc/roster-calls.ts'
import type { Member } from '../../shared/roster/member.ts'
import type { Group } from '../../shared/roster/group.ts'
import { useRead } from '../app/api.ts'
import { FailureNotice } from '../app/FailureNotice.tsx'
import { usePlace } from '../app/navigation.tsx'
import { PagePart } from '../app/PagePart.tsx'
import { FindMember } from '../care/FindMember.tsx'
import { GroupOverTime } from '../group-review/GroupOverTime.tsx'
import { Button } from '../ui/Button.tsx'
import styles from './page.module.css'

/** Who is in which group: each name leads to what is known of its person. */
export function ReviewGroups() {
  const roster = useRead('roster.read', {})
  const { go } = usePlace()
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
          <GroupMembers key={group.id} group={group} roster={roster.value} />
        ))}
        {others.length === 0 ? null : (
          <PagePart title="In no group">
            <FindMember
              label="Open somebody’s page"
              members={others}
              onChoose={({ id }) => go({ name: 'member', personId: id })}
            />
          </PagePart>
        )}
      </div>
    </div>
  )
}

function GroupMembers({ group, roster }: { readonly group: Group; readonly roster: Roster }) {
  const [isOverTime, setIsOverTime] = useState(false)
  const own = group.memberIds.flatMap((memberId) => roster.members.filter(({ id }) => id === memberId))
  return (
    <PagePart title={group.name}>
      <p className={styles['soft']}>{counted(own.length, 'member')}</p>
      {own.length === 0 ? null : <MemberRows members={own} />}
      <Button
        look="plain"
        size="small"
        icon={isOverTime ? ChevronUp : ChevronDown}
        aria-expanded={isOverTime}
        className={styles['below'] ?? ''}
        onPress={() => setIsOverTime(!isOverTime)}
      >
        {group.name} over time
      </Button>
      {isOverTime ? <GroupOverTime roster={roster} group={group} /> : null}
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
