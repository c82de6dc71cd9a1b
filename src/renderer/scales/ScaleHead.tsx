import type { Failure } from '../../shared/ipc/failure.ts'
import type { Member } from '../../shared/roster/member.ts'
import { fieldError } from '../app/field-words.ts'
import { DateField } from '../ui/DateField.tsx'
import { Segments } from '../ui/Segments.tsx'
import type { ScaleForm } from './scale-form.ts'
import styles from './ScaleEntry.module.css'

interface ScaleHeadProps {
  readonly member: Member
  /** What is corrected stays the questionnaire that it is. */
  readonly isCorrection: boolean
  readonly form: ScaleForm
  readonly onForm: (form: ScaleForm) => void
  readonly failure: Failure | null
}

const instruments = [
  { id: 'phq-9', name: 'PHQ-9' },
  { id: 'gad-7', name: 'GAD-7' },
  { id: 'own', name: 'Another' },
] as const

const ways = [
  { id: 'items', name: 'Item by item' },
  { id: 'total', name: 'Total only' },
] as const

/** Whose questionnaire it is, which, how it is entered, and of which day. */
export function ScaleHead({ member, isCorrection, form, onForm, failure }: ScaleHeadProps) {
  return (
    <div className={styles['head']}>
      <p className={styles['whose']}>
        <bdi>{member.preferredName}</bdi>
      </p>
      {isCorrection ? null : (
        <Segments
          label="Questionnaire"
          options={instruments}
          selected={form.scale}
          onSelect={(scale) => onForm({ ...form, scale })}
        />
      )}
      {form.scale === 'own' ? null : (
        <Segments
          label="How it is entered"
          options={ways}
          selected={form.isTotalOnly ? 'total' : 'items'}
          onSelect={(way) => onForm({ ...form, isTotalOnly: way === 'total' })}
        />
      )}
      <DateField
        label="Filled in on"
        value={form.takenOn}
        onChange={(takenOn) => onForm({ ...form, takenOn })}
        error={fieldError(failure, 'draft.takenOn')}
      />
    </div>
  )
}
