import { useState } from 'react'
import type { Roster } from '../../shared/ipc/roster-calls.ts'
import type { Group } from '../../shared/roster/group.ts'
import type { Member } from '../../shared/roster/member.ts'
import { FailureNotice } from '../app/FailureNotice.tsx'
import { useAct } from '../app/api.ts'
import { WaitingList } from '../care/WaitingList.tsx'
import { GroupOverTime } from '../group-review/GroupOverTime.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Tabs } from '../ui/Tabs.tsx'
import { UndoNotice } from '../ui/UndoNotice.tsx'
import { AddMemberLine } from './AddMemberLine.tsx'
import { GroupAttendance } from './GroupAttendance.tsx'
import { GroupHeader } from './GroupHeader.tsx'
import { MembersTable } from './MembersTable.tsx'
import styles from './GroupPane.module.css'

interface GroupPaneProps {
  readonly roster: Roster
  readonly group: Group
}

type Side = 'members' | 'over-time'

/** One group: what it is, who belongs to it, and how it went. */
export function GroupPane({ roster, group }: GroupPaneProps) {
  const [side, setSide] = useState<Side>('members')
  return (
    <article className={styles['group']} aria-labelledby="group-name">
      <GroupHeader group={group} />
      <Tabs<Side>
        label="What is shown of the group"
        className={styles['sides'] ?? ''}
        selected={side}
        onSelect={setSide}
        tabs={[
          { id: 'members', name: 'Members', content: <GroupMembers roster={roster} group={group} /> },
          { id: 'over-time', name: 'Over time', content: <GroupOverTime roster={roster} group={group} /> },
        ]}
      />
    </article>
  )
}

/** The members in the order of their seats. */
function GroupMembers({ roster, group }: GroupPaneProps) {
  const { act, failure } = useAct()
  const [takenOut, setTakenOut] = useState<Member | null>(null)
  const byId = new Map(roster.members.map((member) => [member.id, member]))
  const members = group.memberIds.flatMap((id) => byId.get(id) ?? [])
  const takeOut = async (member: Member) => {
    const answer = await act('roster.withdraw', { groupId: group.id, personId: member.id })
    if (answer.ok) setTakenOut(member)
  }
  const putBack = async (member: Member) => {
    // That they belong here was decided before.
    const back = { groupId: group.id, personId: member.id, evenIfClosed: true }
    const answer = await act('roster.enrol', back)
    if (answer.ok) setTakenOut(null)
  }
  return (
    <section aria-labelledby="members" className={styles['members']}>
      <div className={styles['titleLine']}>
        <h2 id="members" className={styles['heading']}>
          Members
          <span className={styles['count']}>
            {members.length} of {group.capacity} places
            {members.length >= group.capacity ? ', all taken' : ''}
          </span>
        </h2>
        <GroupAttendance group={group} />
      </div>
      <AddMemberLine roster={roster} group={group} />
      {takenOut === null ? null : (
        <UndoNotice
          undoWords="Put back"
          onUndo={() => void putBack(takenOut)}
          onDone={() => setTakenOut(null)}
        >
          <p>
            <bdi>{takenOut.preferredName}</bdi> is no longer in this group. Past sessions stay as they were.
          </p>
        </UndoNotice>
      )}
      <FailureNotice failure={failure} />
      {members.length === 0 ? (
        <Nobody />
      ) : (
        <MembersTable members={members} roster={roster} onTakeOut={(member) => void takeOut(member)} />
      )}
      <WaitingList group={group} roster={roster} />
    </section>
  )
}

function Nobody() {
  return (
    <div className={styles['nobody']}>
      <EmptyState title="Nobody yet" level={3}>
        Type a name above and press Enter. The rest can follow when you know it; a session can start with the
        first member.
      </EmptyState>
    </div>
  )
}
