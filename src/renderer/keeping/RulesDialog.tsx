import { useState, type SubmitEvent } from 'react'
import { stateRules } from '../../shared/retention/state-rules.ts'
import { jurisdictionMaxLength, type RetentionRules } from '../../shared/retention/retention-rules.ts'
import { useAct } from '../app/api.ts'
import { fieldError } from '../app/field-words.ts'
import { FormFoot } from '../roster/FormFoot.tsx'
import forms from '../roster/forms.module.css'
import { WholeNumberField } from '../roster/WholeNumberField.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Select } from '../ui/Select.tsx'
import { TextField } from '../ui/TextField.tsx'
import styles from './KeepingScreen.module.css'

interface RulesDialogProps {
  readonly rules: RetentionRules
  readonly onClose: () => void
}

type YearsField = Exclude<keyof RetentionRules, 'jurisdiction'>

interface YearsWords {
  readonly label: string
  readonly unit: string
  readonly hint: string
  readonly least: number
}

/** More than any state asks for. */
const mostYears = 50

const yearsFields: Readonly<Record<YearsField, YearsWords>> = {
  adultYears: {
    label: 'Charts',
    unit: 'years',
    hint: 'After the last contact.',
    least: 1,
  },
  minorYears: {
    label: 'Adolescents’ charts',
    unit: 'years',
    hint: 'After they come of age, if that is later.',
    least: 0,
  },
  disclosureYears: {
    label: 'After a disclosure',
    unit: 'years',
    hint: 'Six at least: a member may ask whom you told (45 CFR 164.528).',
    least: 6,
  },
  privateYears: {
    label: 'Private notes',
    unit: 'years',
    hint: 'After their session; 0 lets them go at any time.',
    least: 0,
  },
}
const fieldNames: readonly YearsField[] = ['adultYears', 'minorYears', 'disclosureYears', 'privateYears']

/** How long this clinic keeps what. Changing it erases nothing. */
export function RulesDialog({ rules, onClose }: RulesDialogProps) {
  const { act, isBusy, failure } = useAct()
  const [draft, setDraft] = useState(rules)
  const misfits = fieldNames.filter((name) => misfit(draft, name) !== undefined)
  const save = async (event: SubmitEvent) => {
    event.preventDefault()
    if (isBusy || misfits.length > 0) return
    if ((await act('retention.change-rules', { rules: draft })).ok) onClose()
  }
  return (
    <Dialog title="How long is kept" width="wide" isOpen onClose={onClose}>
      <form className={forms['form']} onSubmit={(event) => void save(event)} noValidate>
        <p className={styles['soft']}>
          What your state, your licence and your payers ask for is yours to look up. Changing this erases
          nothing.
        </p>
        <Proposals onChoose={(rule) => setDraft({ ...draft, ...rule })} />
        <TextField
          label="Whose rule it is"
          hint="Your state, or the paragraph. While this is empty, nothing is past its date."
          maxLength={jurisdictionMaxLength}
          value={draft.jurisdiction}
          onChange={(jurisdiction) => setDraft({ ...draft, jurisdiction })}
          error={fieldError(failure, 'rules.jurisdiction')}
        />
        <div className={forms['halves']}>
          {fieldNames.map((name) => (
            <WholeNumberField
              key={name}
              {...yearsFields[name]}
              value={draft[name]}
              onChange={(years) => setDraft({ ...draft, [name]: years })}
              error={misfit(draft, name) ?? fieldError(failure, `rules.${name}`)}
            />
          ))}
        </div>
        <FormFoot submitWords="Keep it so" failure={failure} onCancel={onClose} />
      </form>
    </Dialog>
  )
}

function misfit(rules: RetentionRules, name: YearsField): string | undefined {
  const { least } = yearsFields[name]
  const fits = rules[name] >= least && rules[name] <= mostYears
  return fits ? undefined : `${least} to ${mostYears}`
}

interface ProposalsProps {
  readonly onChoose: (rule: Pick<RetentionRules, 'jurisdiction' | 'adultYears' | 'minorYears'>) => void
}

const proposals = stateRules.map((rule, at) => ({ ...rule, value: String(at) }))

/** Rules that were read in their own text. They fill the fields, which stay the clinic's to change. */
function Proposals({ onChoose }: ProposalsProps) {
  const [chosen, setChosen] = useState<string | null>(null)
  const rule = proposals.find(({ value }) => value === chosen)
  return (
    <Select
      label="Begin with a rule"
      isOptional
      placeholder="Of a state"
      options={proposals.map(({ value, state, licence, adultYears, minorYears }) => ({
        value,
        name: state,
        hint: `${licence}: ${adultYears} years, ${minorYears} after coming of age`,
      }))}
      value={chosen}
      onChange={(value) => {
        setChosen(value)
        const found = proposals.find((one) => one.value === value)
        if (found === undefined) return
        const { state, licence, adultYears, minorYears } = found
        onChoose({ jurisdiction: `${state}, ${licence}`, adultYears, minorYears })
      }}
      hint={
        rule === undefined
          ? 'A help in looking it up, and no advice.'
          : `${rule.citation}, as read in ${rule.readIn}. Look it up: it may have changed, and others may ask for more.`
      }
    />
  )
}
