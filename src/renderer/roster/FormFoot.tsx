import type { Failure } from '../../shared/ipc/failure.ts'
import { FailureNotice } from '../app/FailureNotice.tsx'
import { Button } from '../ui/Button.tsx'
import styles from './forms.module.css'

interface FormFootProps {
  readonly submitWords: string
  readonly failure: Failure | null
  readonly onCancel: () => void
}

/** What went wrong, unless a field says it already, and the way out of a form. */
export function FormFoot({ submitWords, failure, onCancel }: FormFootProps) {
  return (
    <>
      {failure?.code === 'bad-input' ? null : <FailureNotice failure={failure} />}
      <div className={styles['actions']}>
        <Button type="submit" look="primary">
          {submitWords}
        </Button>
        <Button onPress={onCancel}>Cancel</Button>
      </div>
    </>
  )
}
