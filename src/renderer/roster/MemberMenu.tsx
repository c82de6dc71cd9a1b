import { Ellipsis, Pencil, ScrollText, UserMinus, UserPlus } from 'lucide-react'
import { useState } from 'react'
import type { Roster } from '../../shared/ipc/roster-calls.ts'
import type { Member } from '../../shared/roster/member.ts'
import { usePlace } from '../app/navigation.tsx'
import { Button } from '../ui/Button.tsx'
import { Menu } from '../ui/Menu.tsx'
import { EnrolDialog } from './EnrolDialog.tsx'
import { MemberDialog } from './MemberDialog.tsx'
import styles from './MembersTable.module.css'

interface MemberMenuProps {
  readonly member: Member
  readonly roster: Roster
  readonly onTakeOut?: (member: Member) => void
}

export function MemberMenu({ member, roster, onTakeOut }: MemberMenuProps) {
  const { go } = usePlace()
  const [open, setOpen] = useState<'edit' | 'enrol' | null>(null)
  const others = roster.groups.filter(({ memberIds }) => !memberIds.includes(member.id))
  const takeOut = {
    id: 'take-out',
    name: 'Take out of this group',
    icon: UserMinus,
    onChoose: () => onTakeOut?.(member),
  }
  return (
    <>
      <Menu
        label={`What to do with ${member.preferredName}`}
        trigger={
          <Button
            look="plain"
            icon={Ellipsis}
            className={styles['tool'] ?? ''}
            aria-label={`More for ${member.preferredName}`}
          />
        }
        entries={[
          { id: 'edit', name: 'Edit', icon: Pencil, onChoose: () => setOpen('edit') },
          {
            id: 'enrol',
            name: member.groupIds.length === 0 ? 'Put into a group' : 'Put into another group',
            icon: UserPlus,
            isDisabled: others.length === 0,
            onChoose: () => setOpen('enrol'),
          },
          {
            id: 'disclosures',
            name: 'Disclosures',
            icon: ScrollText,
            onChoose: () => go({ name: 'disclosures', personId: member.id }),
          },
          ...(onTakeOut === undefined ? [] : [takeOut]),
        ]}
      />
      {open === 'edit' ? <MemberDialog member={member} onClose={() => setOpen(null)} /> : null}
      {open === 'enrol' ? (
        <EnrolDialog member={member} groups={others} onClose={() => setOpen(null)} />
      ) : null}
    </>
  )
}
