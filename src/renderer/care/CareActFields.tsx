import type { Standing } from '../../shared/care/standing.ts'
import type { Failure } from '../../shared/ipc/failure.ts'
import type { Roster } from '../../shared/ipc/roster-calls.ts'
import { fieldError } from '../app/field-words.ts'
import { WholeNumberField } from '../roster/WholeNumberField.tsx'
import { DateField } from '../ui/DateField.tsx'
import { Segments } from '../ui/Segments.tsx'
import { Select } from '../ui/Select.tsx'
import { choicesOf, groupOptions, type CareForm } from './care-form.ts'
import { dayWords } from './care-words.ts'

interface CareActFieldsProps {
  readonly form: CareForm
  readonly onForm: (form: CareForm) => void
  readonly standing: Standing
  readonly roster: Roster
  readonly failure: Failure | null
}

const ageGroups = [
  { id: 'adult', name: 'Adult' },
  { id: 'adolescent', name: 'Adolescent' },
] as const

/** What an act is about, apart from its day and its reason. */
export function CareActFields(props: CareActFieldsProps) {
  const { form, onForm, failure } = props
  switch (form.kind) {
    case 'individual-work':
      return (
        <WholeNumberField
          label="Minutes"
          unit="min"
          value={form.minutes}
          onChange={(minutes) => onForm({ ...form, minutes })}
          error={fieldError(failure, 'act.minutes') === undefined ? undefined : '1 to 999 minutes.'}
        />
      )
    case 'exempted':
      return (
        <DateField
          label="To be reviewed on"
          value={form.reviewOn}
          onChange={(reviewOn) => onForm({ ...form, reviewOn })}
          error={fieldError(failure, 'act.reviewOn')}
        />
      )
    case 'exemption-ended':
      return <ExemptionField {...props} />
    case 'counted-as':
      return (
        <Segments
          label="Hours counted as"
          options={ageGroups}
          selected={form.ageGroup}
          onSelect={(ageGroup) => onForm({ ...form, ageGroup })}
        />
      )
    default:
      return <GroupChoice {...props} />
  }
}

function ExemptionField({ form, onForm, standing: { exemptions } }: CareActFieldsProps) {
  if (exemptions.length < 2) return null
  return (
    <Select
      label="Exemption"
      options={exemptions.map(({ seq, act }) => ({
        value: String(seq),
        name: `Since ${dayWords(act.day)}`,
        hint: act.reason,
      }))}
      value={String(form.refersTo)}
      onChange={(seq) => onForm({ ...form, refersTo: Number(seq) })}
    />
  )
}

function GroupChoice({ form, onForm, standing, roster }: CareActFieldsProps) {
  const { from, to } = choicesOf(form.kind, standing, roster)
  return (
    <>
      {from.length === 0 ? null : (
        <Select
          label={to.length === 0 ? 'Group' : 'From group'}
          options={groupOptions(roster, from)}
          value={form.groupId}
          onChange={(groupId) => onForm({ ...form, groupId })}
        />
      )}
      {to.length === 0 ? null : (
        <Select
          label="To group"
          options={groupOptions(roster, to)}
          value={form.toGroupId}
          onChange={(toGroupId) => onForm({ ...form, toGroupId })}
        />
      )}
    </>
  )
}
