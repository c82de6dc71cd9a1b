import type { Group } from '../../shared/roster/group.ts'
import type { Member } from '../../shared/roster/member.ts'
import { useState } from 'react'
import { useAct } from '../app/api.ts'
import { EnrolFailure } from '../care/EnrolFailure.tsx'
import { Button } from '../ui/Button.tsx'
import styles from './AddMemberLine.module.css'

interface OnFileProps {
  readonly found: readonly Member[]
  readonly group: Group
  readonly onDone: () => void
}

/** Says that somebody of this name is on file already, so that nobody gets two records by a slip. */
export function OnFile({ found, group, onDone }: OnFileProps) {
  const { act, isBusy, failure } = useAct()
  const [asked, setAsked] = useState<Member | null>(null)
  const enrol = async (member: Member, evenIfClosed = false) => {
    if (isBusy) return
    setAsked(member)
    const answer = await act('roster.enrol', { groupId: group.id, personId: member.id, evenIfClosed })
    if (answer.ok) onDone()
  }
  return (
    <div className={styles['onFile']}>
      {found.map((member) => (
        <p key={member.id}>
          <output>
            <bdi>{member.preferredName}</bdi>
            {member.chartId === '' ? '' : `, chart ${member.chartId},`} is on file already.
          </output>{' '}
          <Button size="small" look="plain" onPress={() => void enrol(member)}>
            Put into this group
          </Button>
        </p>
      ))}
      <EnrolFailure failure={failure} onTakeIn={() => void (asked === null ? null : enrol(asked, true))} />
    </div>
  )
}
