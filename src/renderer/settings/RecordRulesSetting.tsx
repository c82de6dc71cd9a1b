import { useState } from 'react'
import { noteFormatSchema } from '../../shared/record/note.ts'
import {
  requiredElementSchema,
  type RecordRules,
  type RequiredElement,
} from '../../shared/record/record-rules.ts'
import { useAct, useRead } from '../app/api.ts'
import { FailureNotice } from '../app/FailureNotice.tsx'
import { WholeNumberField } from '../roster/WholeNumberField.tsx'
import { Checkbox } from '../ui/Checkbox.tsx'
import { Segments } from '../ui/Segments.tsx'
import styles from './SettingsScreen.module.css'

const formats = noteFormatSchema.options.map((id) => ({ id, name: id }))

const elementNames: Readonly<Record<RequiredElement, string>> = {
  'chart-id': 'The member’s chart id',
  topic: 'The topic',
  interventions: 'The interventions of each who led',
  response: 'The member’s response',
  goal: 'A goal that the session addressed',
  plan: 'The plan',
  'risk-follow-up': 'A signed follow-up, where risk was marked',
}

/** How the clinic keeps its record: what a note is made of, and until when it is signed. */
export function RecordRulesSetting() {
  const read = useRead('record-rules.read', {})
  const { act, failure } = useAct()
  if (read.status === 'failed') return <FailureNotice failure={read.failure} onRetry={read.retry} />
  if (read.status === 'reading') return null
  const rules = read.value
  const change = (changed: Partial<RecordRules>) => void act('record-rules.change', { ...rules, ...changed })
  return (
    <>
      <FailureNotice failure={failure} />
      <div className={styles['setting']}>
        <p>Notes are written as</p>
        <Segments
          label="Notes are written as"
          options={formats}
          selected={rules.format}
          onSelect={(format) => change({ format })}
        />
        <p className={styles['hint']}>
          Four orders of the same parts. Each note can still be written in another one.
        </p>
      </div>
      <fieldset className={styles['setting']}>
        <legend className={styles['legend']}>What a note must have</legend>
        {requiredElementSchema.options.map((element) => (
          <Checkbox
            key={element}
            isSelected={rules.required.includes(element)}
            onChange={(isRequired) => change({ required: withElement(rules.required, element, isRequired) })}
          >
            {elementNames[element]}
          </Checkbox>
        ))}
        <p className={styles['hint']}>
          What the log has stands in every note anyway: times, minutes, marks, check-ins, who led. Signing
          asks about the rest; whoever signs may still decide otherwise, and that is recorded.
        </p>
      </fieldset>
      <DueDays rules={rules} onChange={change} />
    </>
  )
}

/** In the order of the schema, so that the same choice is always the same rule. */
function withElement(
  required: readonly RequiredElement[],
  element: RequiredElement,
  isRequired: boolean,
): RequiredElement[] {
  return requiredElementSchema.options.filter((one) =>
    one === element ? isRequired : required.includes(one),
  )
}

interface DueDaysProps {
  readonly rules: RecordRules
  readonly onChange: (changed: Partial<RecordRules>) => void
}

function DueDays({ rules, onChange }: DueDaysProps) {
  const [days, setDays] = useState<number>(rules.dueBusinessDays)
  const [hours, setHours] = useState<number>(rules.dueHoursAtRisk)
  const isDays = days >= 1 && days <= 30
  const isHours = hours >= 1 && hours <= 168
  return (
    <div className={styles['setting']}>
      <div className={styles['pairs']}>
        <div onBlur={() => isDays && days !== rules.dueBusinessDays && onChange({ dueBusinessDays: days })}>
          <WholeNumberField
            label="Notes are due after"
            unit="business days"
            value={days}
            onChange={setDays}
            error={isDays ? undefined : '1 to 30'}
          />
        </div>
        <div onBlur={() => isHours && hours !== rules.dueHoursAtRisk && onChange({ dueHoursAtRisk: hours })}>
          <WholeNumberField
            label="After a risk"
            unit="hours"
            value={hours}
            onChange={setHours}
            error={isHours ? undefined : '1 to 168'}
          />
        </div>
      </div>
      <p className={styles['hint']}>
        Counted from the session’s end, Monday to Friday. Today shows what is overdue first; a note that is
        signed later says so.
      </p>
    </div>
  )
}
