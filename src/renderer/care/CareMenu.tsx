import {
  ArrowRightLeft,
  CalendarClock,
  CalendarOff,
  DoorOpen,
  ListMinus,
  ListPlus,
  LogOut,
  UserMinus,
  UserPlus,
  UserRound,
  UserRoundX,
  type LucideIcon,
} from 'lucide-react'
import type { Standing } from '../../shared/care/standing.ts'
import type { Roster } from '../../shared/ipc/roster-calls.ts'
import type { Member } from '../../shared/roster/member.ts'
import { Button } from '../ui/Button.tsx'
import { Menu } from '../ui/Menu.tsx'
import { possibleActs, type AskedKind } from './care-form.ts'

interface CareMenuProps {
  readonly member: Member
  readonly standing: Standing
  readonly roster: Roster
  readonly onAsk: (kind: AskedKind) => void
}

const entries: Readonly<Record<AskedKind, { readonly name: string; readonly icon: LucideIcon }>> = {
  transferred: { name: 'Transfer to another group…', icon: ArrowRightLeft },
  enrolled: { name: 'Put into a group…', icon: UserPlus },
  waiting: { name: 'Put on a waiting list…', icon: ListPlus },
  'stopped-waiting': { name: 'Take off a waiting list…', icon: ListMinus },
  withdrawn: { name: 'Take out of a group…', icon: UserMinus },
  'individual-work': { name: 'Record individual work…', icon: UserRound },
  exempted: { name: 'Exempt from hours…', icon: CalendarOff },
  'exemption-ended': { name: 'End the exemption…', icon: CalendarClock },
  'counted-as': { name: 'Count as adult or adolescent…', icon: CalendarClock },
  discharged: { name: 'Discharge…', icon: LogOut },
  removed: { name: 'Remove for a breach of confidentiality…', icon: UserRoundX },
  readmitted: { name: 'Admit again…', icon: DoorOpen },
}

/** Everything that changes how somebody stands. */
export function CareMenu({ member, standing, roster, onAsk }: CareMenuProps) {
  return (
    <Menu
      label={`Care of ${member.preferredName}`}
      trigger={
        <Button size="small" look="plain" aria-label="Change the care">
          Change
        </Button>
      }
      entries={possibleActs(standing, roster).map((kind) => ({
        id: kind,
        ...entries[kind],
        isRisk: kind === 'removed',
        onChoose: () => onAsk(kind),
      }))}
    />
  )
}
