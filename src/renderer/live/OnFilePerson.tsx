import type { PersonId } from '../../shared/ids.ts'
import type { InputOf } from '../../shared/ipc/contract.ts'
import type { Roster } from '../../shared/ipc/roster-calls.ts'
import type { MemberRole } from '../../shared/roster/member.ts'
import { Segments } from '../ui/Segments.tsx'
import { Select } from '../ui/Select.tsx'

/** Who is chosen, and, of a facilitator, what they join as. */
export type OnFileWho = Extract<InputOf<'session.walk-in'>['who'], { readonly personId: string }>

interface Known {
  readonly id: PersonId
  readonly name: string
  readonly role: MemberRole | 'facilitator'
}

const joins = [
  { id: 'co-lead', name: 'Co-lead' },
  { id: 'observer', name: 'Observer' },
] as const

/** Members, family and guests on file, and facilitators. */
export function onFile({ members, facilitators }: Roster): Known[] {
  return [
    ...members.map(({ id, preferredName, role }): Known => ({ id, name: preferredName, role })),
    ...facilitators.map(({ id, name }): Known => ({ id, name, role: 'facilitator' })),
  ]
}

interface OnFilePersonProps {
  readonly away: readonly Known[]
  readonly chosen: OnFileWho | null
  readonly onChoose: (who: OnFileWho) => void
}

export function OnFilePerson({ away, chosen, onChoose }: OnFilePersonProps) {
  const person = away.find(({ id }) => id === chosen?.personId)
  return (
    <>
      <Select
        label="Who"
        placeholder={away.length === 0 ? 'Nobody else is on file' : 'Choose someone'}
        isDisabled={away.length === 0}
        options={away.map(({ id, name, role }) => ({
          value: id,
          name,
          ...(role === 'member' ? {} : { hint: role }),
        }))}
        value={person?.id ?? null}
        onChange={(personId) => onChoose({ personId })}
      />
      {person?.role === 'facilitator' ? (
        <Segments
          label="Joins as"
          options={joins}
          selected={chosen?.role ?? 'co-lead'}
          onSelect={(role) => onChoose({ personId: person.id, role })}
        />
      ) : null}
    </>
  )
}
