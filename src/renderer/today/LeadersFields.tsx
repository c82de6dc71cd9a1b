import type { PersonId } from '../../shared/ids.ts'
import type { Facilitator } from '../../shared/roster/member.ts'
import { Checkbox } from '../ui/Checkbox.tsx'
import { Select } from '../ui/Select.tsx'
import styles from './PrepareDialog.module.css'

/** Who leads a session. */
export interface Leaders {
  readonly leadId: PersonId | null
  readonly coLeadIds: readonly PersonId[]
}

/** As many as a session takes beside its lead. */
const maxCoLeads = 3

interface LeadersFieldsProps {
  readonly facilitators: readonly Facilitator[]
  readonly leaders: Leaders
  readonly onChange: (leaders: Leaders) => void
}

export function LeadersFields({ facilitators, leaders, onChange }: LeadersFieldsProps) {
  const { leadId, coLeadIds } = leaders
  const others = facilitators.filter(({ id }) => id !== leadId)
  return (
    <>
      <Select
        label="Lead"
        options={facilitators.map(({ id, name, credentials }) => ({ value: id, name, hint: credentials }))}
        value={leadId}
        onChange={(id) =>
          onChange({ leadId: id, coLeadIds: coLeadIds.filter((coLeadId) => coLeadId !== id) })
        }
      />
      {others.length === 0 ? (
        <p className={styles['soft']}>You lead alone. A co-lead can be added under Groups & members.</p>
      ) : (
        <fieldset className={styles['coLeads']}>
          <legend>Co-lead</legend>
          {others.map(({ id, name }) => {
            const isChosen = coLeadIds.includes(id)
            return (
              <Checkbox
                key={id}
                isSelected={isChosen}
                isDisabled={!isChosen && coLeadIds.length >= maxCoLeads}
                onChange={(isNow) =>
                  onChange({
                    leadId,
                    coLeadIds: isNow ? [...coLeadIds, id] : coLeadIds.filter((one) => one !== id),
                  })
                }
              >
                <bdi>{name}</bdi>
              </Checkbox>
            )
          })}
        </fieldset>
      )}
    </>
  )
}
