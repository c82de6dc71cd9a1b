import type { PersonId } from '../../shared/ids.ts'
import type { Facilitator } from '../../shared/roster/member.ts'
import { Checkbox } from '../ui/Checkbox.tsx'
import { Segments } from '../ui/Segments.tsx'
import { Select } from '../ui/Select.tsx'
import styles from './PrepareDialog.module.css'

/** Who leads a session, and who sits in. */
export interface Leaders {
  readonly leadId: PersonId | null
  readonly coLeadIds: readonly PersonId[]
  readonly observerIds: readonly PersonId[]
}

/** As many as a session takes beside its lead. */
const maxBeside = 3

const roles = [
  { id: 'co-lead', name: 'Co-lead' },
  { id: 'observer', name: 'Observer' },
] as const
type RoleBeside = (typeof roles)[number]['id']

interface LeadersFieldsProps {
  readonly facilitators: readonly Facilitator[]
  readonly leaders: Leaders
  readonly onChange: (leaders: Leaders) => void
}

export function LeadersFields({ facilitators, leaders, onChange }: LeadersFieldsProps) {
  const others = facilitators.filter(({ id }) => id !== leaders.leadId)
  const isFull = leaders.coLeadIds.length + leaders.observerIds.length >= maxBeside
  return (
    <>
      <Select
        label="Lead"
        options={facilitators.map(({ id, name, credentials }) => ({ value: id, name, hint: credentials }))}
        value={leaders.leadId}
        onChange={(id) => onChange({ ...withRole(leaders, id, null), leadId: id })}
      />
      {others.length === 0 ? (
        <p className={styles['soft']}>You lead alone. A co-lead can be added under Groups & members.</p>
      ) : (
        <fieldset className={styles['coLeads']}>
          <legend>Beside the lead</legend>
          {others.map((facilitator) => (
            <Beside
              key={facilitator.id}
              facilitator={facilitator}
              role={roleIn(leaders, facilitator.id)}
              isFull={isFull}
              onRole={(role) => onChange(withRole(leaders, facilitator.id, role))}
            />
          ))}
          {leaders.observerIds.length === 0 ? null : (
            <p className={styles['soft']}>An observer takes no part: no floor, no interventions.</p>
          )}
        </fieldset>
      )}
    </>
  )
}

interface BesideProps {
  readonly facilitator: Facilitator
  readonly role: RoleBeside | null
  readonly isFull: boolean
  readonly onRole: (role: RoleBeside | null) => void
}

function Beside({ facilitator: { name }, role, isFull, onRole }: BesideProps) {
  return (
    <div className={styles['beside']}>
      <Checkbox
        isSelected={role !== null}
        isDisabled={role === null && isFull}
        onChange={(isNow) => onRole(isNow ? 'co-lead' : null)}
      >
        <bdi>{name}</bdi>
      </Checkbox>
      {role === null ? null : (
        <Segments label={`${name} is there as`} options={roles} selected={role} onSelect={onRole} />
      )}
    </div>
  )
}

function roleIn({ coLeadIds, observerIds }: Leaders, personId: PersonId): RoleBeside | null {
  if (coLeadIds.includes(personId)) return 'co-lead'
  return observerIds.includes(personId) ? 'observer' : null
}

function withRole(leaders: Leaders, personId: PersonId, role: RoleBeside | null): Leaders {
  const listed = (ids: readonly PersonId[], isListed: boolean) => [
    ...ids.filter((id) => id !== personId),
    ...(isListed ? [personId] : []),
  ]
  return {
    ...leaders,
    coLeadIds: listed(leaders.coLeadIds, role === 'co-lead'),
    observerIds: listed(leaders.observerIds, role === 'observer'),
  }
}
