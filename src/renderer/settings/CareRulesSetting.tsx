import { useState } from 'react'
import type { CareRules } from '../../shared/care/care-rules.ts'
import { useAct, useRead } from '../app/api.ts'
import { FailureNotice } from '../app/FailureNotice.tsx'
import { WholeNumberField } from '../roster/WholeNumberField.tsx'
import { Checkbox } from '../ui/Checkbox.tsx'
import { Select } from '../ui/Select.tsx'
import styles from './SettingsScreen.module.css'

type Change = (changed: Partial<CareRules>) => void

interface RulesProps {
  readonly rules: CareRules
  readonly onChange: Change
}

/** How the clinic counts hours and places. */
export function CareRulesSetting() {
  const read = useRead('care-rules.read', {})
  const { act, failure } = useAct()
  if (read.status === 'failed') return <FailureNotice failure={read.failure} onRetry={read.retry} />
  if (read.status === 'reading') return null
  const rules = read.value
  const change: Change = (changed) => void act('care-rules.change', { ...rules, ...changed })
  return (
    <>
      <FailureNotice failure={failure} />
      <Hours rules={rules} onChange={change} />
      <div className={styles['setting']}>
        <Checkbox isSelected={rules.countsBreaks} onChange={(countsBreaks) => change({ countsBreaks })}>
          Breaks count as attended
        </Checkbox>
        <p className={styles['hint']}>Some payers leave them out. Pauses count as breaks do.</p>
      </div>
      <div className={styles['setting']}>
        <Select
          label="A week begins on"
          options={weekdays}
          value={String(rules.weekStartsOn)}
          onChange={(weekday) => change({ weekStartsOn: Number(weekday) })}
        />
        <p className={styles['hint']}>A session belongs to the week that it starts in, even past midnight.</p>
      </div>
      <Members rules={rules} onChange={change} />
    </>
  )
}

// Monday to Sunday, as ISO 8601 counts them: the first day of 2024 was a Monday.
const weekdays = Array.from({ length: 7 }, (_, index) => ({
  value: String(index + 1),
  name: new Intl.DateTimeFormat(undefined, { weekday: 'long', timeZone: 'UTC' }).format(
    Date.UTC(2024, 0, index + 1),
  ),
}))

/** A week has 168. */
const mostHours = 100

function Hours({ rules, onChange }: RulesProps) {
  return (
    <div className={styles['setting']}>
      <div className={styles['pairs']}>
        <NumberSetting
          label="Hours a week, adults"
          unit="hours"
          kept={rules.adultMinutes / 60}
          range={[0, mostHours]}
          onChange={(hours) => onChange({ adultMinutes: hours * 60 })}
        />
        <NumberSetting
          label="Adolescents"
          unit="hours"
          kept={rules.adolescentMinutes / 60}
          range={[0, mostHours]}
          onChange={(hours) => onChange({ adolescentMinutes: hours * 60 })}
        />
      </div>
      <p className={styles['hint']}>
        ASAM level 2.1 is nine hours or more a week for adults and six for adolescents. Today and each
        member’s page compare with them; 0 compares with nothing. They are asked of whoever is in a group that
        counts towards them, as each group says.
      </p>
    </div>
  )
}

/** More than a room holds. */
const mostPlaces = 30

function Members({ rules, onChange }: RulesProps) {
  const { fewestMembers, mostMembers } = rules
  return (
    <div className={styles['setting']}>
      <div className={styles['pairs']}>
        <NumberSetting
          label="A group has at least"
          unit="members"
          kept={fewestMembers}
          range={[1, mostMembers]}
          onChange={(count) => onChange({ fewestMembers: count })}
        />
        <NumberSetting
          label="At most"
          unit="members"
          kept={mostMembers}
          range={[fewestMembers, mostPlaces]}
          onChange={(count) => onChange({ mostMembers: count })}
        />
      </div>
      <p className={styles['hint']}>
        Six to twelve are advised (SAMHSA TIP 41), and one Medicare contractor caps group therapy, CPT 90853,
        at twelve. No group is given more places than that.
      </p>
    </div>
  )
}

interface NumberSettingProps {
  readonly label: string
  readonly unit: string
  readonly kept: number
  readonly range: readonly [number, number]
  readonly onChange: (value: number) => void
}

/** Kept when the field is left, and only if it fits. */
function NumberSetting({ label, unit, kept, range: [least, most], onChange }: NumberSettingProps) {
  const [value, setValue] = useState(kept)
  const fits = value >= least && value <= most
  return (
    <div onBlur={() => fits && value !== kept && onChange(value)}>
      <WholeNumberField
        label={label}
        unit={unit}
        value={value}
        onChange={setValue}
        error={fits ? undefined : `${least} to ${most}`}
      />
    </div>
  )
}
