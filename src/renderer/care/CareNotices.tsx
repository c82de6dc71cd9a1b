import type { Roster } from '../../shared/ipc/roster-calls.ts'
import type { Member } from '../../shared/roster/member.ts'
import { namesInText } from '../../shared/roster/names-in-text.ts'
import { useRead } from '../app/api.ts'
import { Notice } from '../ui/Notice.tsx'

interface OthersNamedProps {
  readonly reason: string
  readonly member: Member
  readonly roster: Roster
}

/** A reason stands in one member's record, and nobody else belongs in it. */
export function OthersNamed({ reason, member, roster }: OthersNamedProps) {
  const others = roster.members.filter(({ id }) => id !== member.id)
  if (namesInText(reason, others).length === 0) return null
  return (
    <Notice tone="amber" announce="polite" title="This may name another member">
      <p>It would stand in this member’s own record. “Another member” is enough.</p>
    </Notice>
  )
}

/** Leaving care ends no follow-up. */
export function OpenRisk({ member }: Pick<OthersNamedProps, 'member'>) {
  const open = useRead('follow-up.list-open', {})
  const count =
    open.status === 'ready' ? open.value.filter(({ personId }) => personId === member.id).length : 0
  if (count === 0) return null
  return (
    <Notice tone="risk">
      <p>A risk follow-up of theirs is open. It stays open until it is signed.</p>
    </Notice>
  )
}
