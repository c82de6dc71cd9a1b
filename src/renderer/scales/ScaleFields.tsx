import type { Failure } from '../../shared/ipc/failure.ts'
import {
  difficultyAnswers,
  difficultyQuestion,
  scaleAnswers,
  scaleAttribution,
  scales,
  type ShippedScale,
} from '../../shared/measures/scales.ts'
import { fieldError } from '../app/field-words.ts'
import { Select } from '../ui/Select.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useFocusOnArrival } from '../ui/use-focus-on-arrival.ts'
import { ItemRows } from './ItemRows.tsx'
import styles from './ScaleEntry.module.css'
import { withAnswer, type ScaleForm } from './scale-form.ts'

interface ScaleFieldsProps {
  readonly form: ScaleForm
  readonly onForm: (form: ScaleForm) => void
  readonly faults: Readonly<Partial<Record<'total' | 'item9' | 'items', string>>>
  readonly failure: Failure | null
  readonly onDone: () => void
}

/** What is entered of one instrument: its items, its total alone, or a score of the clinic's own. */
export function ScaleFields(props: ScaleFieldsProps) {
  const { form, onForm, onDone } = props
  if (form.scale === 'own') return <OwnFields {...props} />
  if (form.isTotalOnly) return <TotalFields {...props} scale={form.scale} />
  const scale = scales[form.scale]
  return (
    <>
      <div className={styles['stem']}>
        <p>{scale.stem}</p>
        <p aria-hidden className={styles['scaleHead']}>
          {scaleAnswers.map((words) => (
            <span key={words}>{words}</span>
          ))}
        </p>
      </div>
      <ItemRows
        key={scale.id}
        scale={scale}
        answers={form.items[scale.id]}
        onAnswer={(index, answer) => onForm(withAnswer(form, index, answer))}
        onDone={onDone}
      />
      <Select
        label={difficultyQuestion}
        isOptional
        options={difficultyAnswers.map((name, value) => ({ value: String(value), name }))}
        value={form.difficulty === null ? null : String(form.difficulty)}
        placeholder="Not answered; it is not scored"
        onChange={(value) => onForm({ ...form, difficulty: Number(value) })}
      />
      <p className={styles['attribution']}>{scaleAttribution}</p>
    </>
  )
}

const item9Options = [
  { value: 'unknown', name: 'Nobody knows' },
  ...scaleAnswers.map((name, value) => ({ value: String(value), name: `${value}: ${name.toLowerCase()}` })),
]

function TotalFields({ form, onForm, faults, scale }: ScaleFieldsProps & { readonly scale: ShippedScale }) {
  const { highest, items } = scales[scale]
  const field = useFocusOnArrival<HTMLInputElement>()
  const item9 = form.item9 === null ? 'unknown' : String(form.item9)
  return (
    <div className={styles['few']}>
      <TextField
        label={`Total, 0 to ${highest}`}
        inputMode="numeric"
        maxLength={2}
        inputRef={field}
        value={form.total}
        onChange={(total) => onForm({ ...form, total: total.replaceAll(/\D/gu, '') })}
        error={faults.total}
      />
      {scale === 'phq-9' ? (
        <Select
          label={`Item 9: ${items.at(-1)?.toLowerCase() ?? ''}`}
          hint="A total does not tell it, and above 0 a risk is to be followed up."
          options={item9Options}
          value={form.item9 === undefined ? null : item9}
          placeholder="How it was answered"
          onChange={(value) => onForm({ ...form, item9: value === 'unknown' ? null : Number(value) })}
          error={faults.item9}
        />
      ) : null}
    </div>
  )
}

function OwnFields({ form, onForm, failure }: ScaleFieldsProps) {
  const nameField = useFocusOnArrival<HTMLInputElement>()
  const error = (name: string) => fieldError(failure, `draft.${name}`)
  const field = (name: 'lowest' | 'highest' | 'total', label: string) => (
    <TextField
      label={label}
      inputMode="decimal"
      maxLength={7}
      value={form[name]}
      onChange={(typed) => onForm({ ...form, [name]: typed.replaceAll(/[^\d.-]/gu, '') })}
      error={error(name)}
    />
  )
  return (
    <div className={styles['few']}>
      <TextField
        label="Name"
        hint="Your clinic’s own name for it. The console keeps the score, and no words of the questionnaire."
        inputRef={nameField}
        value={form.name}
        onChange={(name) => onForm({ ...form, name })}
        error={error('name')}
      />
      <div className={styles['range']}>
        {field('total', 'Score')}
        {field('lowest', 'Lowest possible')}
        {field('highest', 'Highest possible')}
      </div>
    </div>
  )
}
