import type { PersonId } from '../../shared/ids.ts'
import type { SharedPart } from '../../shared/record/debrief.ts'
import type { DebriefFacts } from './debrief-view.ts'
import { Paragraph } from './Paragraph.tsx'

interface SharedFieldsProps {
  readonly facts: DebriefFacts
  readonly shared: SharedPart
  readonly onChange: (shared: SharedPart) => void
  readonly onLeave: () => void
}

export function SharedFields({ facts, shared, onChange, onLeave }: SharedFieldsProps) {
  const interventionsOf = (personId: PersonId) =>
    shared.interventions.find((entry) => entry.personId === personId)?.text ?? ''
  const setInterventions = (personId: PersonId, text: string) => {
    const others = shared.interventions.filter((entry) => entry.personId !== personId)
    onChange({ ...shared, interventions: [...others, { personId, text }] })
  }
  return (
    <>
      {facts.facilitators.map(({ personId, name, isYou, progress: { role } }) => (
        <Paragraph
          key={personId}
          label={`${isYou ? 'Your interventions' : `Interventions of ${name}`} as ${role}`}
          placeholder={isYou ? 'What did you do?' : `What did ${name} do?`}
          value={interventionsOf(personId)}
          onChange={(text) => setInterventions(personId, text)}
          onLeave={onLeave}
        />
      ))}
      <Paragraph
        label="Group process"
        placeholder="How did the group work?"
        value={shared.groupProcess}
        onChange={(groupProcess) => onChange({ ...shared, groupProcess })}
        onLeave={onLeave}
      />
      <Paragraph
        label="Plan until next session"
        placeholder="What does everyone take along?"
        value={shared.plan}
        onChange={(plan) => onChange({ ...shared, plan })}
        onLeave={onLeave}
      />
    </>
  )
}
