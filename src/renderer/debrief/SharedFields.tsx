import type { PersonId } from '../../shared/ids.ts'
import type { SharedPart } from '../../shared/record/debrief.ts'
import type { DraftField } from '../../shared/record/guards/finding.ts'
import type { DebriefFacts } from './debrief-view.ts'
import { fieldName } from './field-name.ts'
import { marksIn } from './MarkedText.tsx'
import { Paragraph } from './Paragraph.tsx'
import type { Remark } from './remark.ts'

interface SharedFieldsProps {
  readonly facts: DebriefFacts
  readonly shared: SharedPart
  readonly onChange: (shared: SharedPart) => void
  readonly onLeave: () => void
  /** What is remarked on the open note, as far as it is written here. */
  readonly remarks: readonly Remark[]
}

export function SharedFields({ facts, shared, onChange, onLeave, remarks }: SharedFieldsProps) {
  const fieldProps = (field: DraftField, index = 0) => ({
    name: fieldName({ field, index }),
    marks: marksIn(remarks, { field, index }),
  })
  return (
    <>
      {facts.facilitators.map(({ personId, name, isYou, progress: { role } }) => (
        <Paragraph
          key={personId}
          label={`${isYou ? 'Your interventions' : `Interventions of ${name}`} as ${role}`}
          placeholder={isYou ? 'What did you do?' : `What did ${name} do?`}
          value={shared.interventions[placeOf(shared, personId)]?.text ?? ''}
          onChange={(text) => onChange(withInterventions(shared, personId, text))}
          onLeave={onLeave}
          {...fieldProps('interventions', placeOf(shared, personId))}
        />
      ))}
      <Paragraph
        label="Group process"
        placeholder="How did the group work?"
        value={shared.groupProcess}
        onChange={(groupProcess) => onChange({ ...shared, groupProcess })}
        onLeave={onLeave}
        {...fieldProps('group-process')}
      />
      <Paragraph
        label="Plan until next session"
        placeholder="What does everyone take along?"
        value={shared.plan}
        onChange={(plan) => onChange({ ...shared, plan })}
        onLeave={onLeave}
        {...fieldProps('group-plan')}
      />
      <Paragraph
        label="Home practice"
        placeholder="What does everyone practise?"
        value={shared.homePractice}
        onChange={(homePractice) => onChange({ ...shared, homePractice })}
        onLeave={onLeave}
        {...fieldProps('home-practice')}
      />
    </>
  )
}

// One that is written first comes last; the others keep their places, by which remarks know them.
function placeOf({ interventions }: SharedPart, personId: PersonId): number {
  const at = interventions.findIndex((entry) => entry.personId === personId)
  return at === -1 ? interventions.length : at
}

function withInterventions(shared: SharedPart, personId: PersonId, text: string): SharedPart {
  const at = placeOf(shared, personId)
  const { interventions } = shared
  return {
    ...shared,
    interventions: [...interventions.slice(0, at), { personId, text }, ...interventions.slice(at + 1)],
  }
}
