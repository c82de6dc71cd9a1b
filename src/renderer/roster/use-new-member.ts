import { isoDay } from '../../shared/iso-day.ts'
import { useState } from 'react'
import type { Failure } from '../../shared/ipc/failure.ts'
import type { Roster } from '../../shared/ipc/roster-calls.ts'
import type { Group } from '../../shared/roster/group.ts'
import type { MemberDraft } from '../../shared/roster/member.ts'
import { useAct } from '../app/api.ts'
import { useNow } from '../app/core-clock.ts'
import { emptyMember, initialsIn } from './member-draft.ts'
import { proposeInitials } from '../../shared/roster/propose-initials.ts'

export interface NewMember {
  readonly draft: MemberDraft
  readonly change: (change: Partial<MemberDraft>) => void
  /** Typed ones win over the proposal. */
  readonly typeInitials: (initials: string) => void
  /** Null before the core's clock was read. */
  readonly today: string | null
  readonly isBusy: boolean
  readonly failure: Failure | null
  readonly clear: () => void
  /** True when the member is on file now. */
  readonly add: (evenIfClosed?: boolean) => Promise<boolean>
}

/** A member while they are typed, with initials proposed from the name. */
export function useNewMember(roster: Roster, group: Group): NewMember {
  const { act, isBusy, failure, forget } = useAct()
  const now = useNow(60_000)
  const [typed, setTyped] = useState(emptyMember)
  const [initials, setInitials] = useState<string | null>(null)
  const proposed = proposeInitials(typed.preferredName, initialsIn(roster, group))
  const draft = { ...typed, initials: initials ?? proposed }
  return {
    draft,
    change: (change) => setTyped({ ...typed, ...change }),
    typeInitials: setInitials,
    today: now === null ? null : isoDay(now.wallMs, now.zone),
    isBusy,
    failure,
    clear: () => {
      // A role that was chosen once stays: relatives of a family group come one after the other. So does the next name, if
      // somebody was quicker than the disk.
      setTyped(({ role, preferredName }) => ({
        ...emptyMember,
        role,
        preferredName: preferredName === typed.preferredName ? '' : preferredName,
      }))
      setInitials(null)
      forget()
    },
    add: async (evenIfClosed = false) =>
      (await act('roster.create-member', { groupId: group.id, draft, evenIfClosed })).ok,
  }
}
