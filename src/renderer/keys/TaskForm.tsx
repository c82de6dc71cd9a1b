import type { ReactNode } from 'react'
import type { Failure } from '../../shared/ipc/failure.ts'
import { Button } from '../ui/Button.tsx'
import entry from '../vault/Entry.module.css'
import { EntryForm } from '../vault/EntryForm.tsx'
import { ChangeFailure } from './ChangeFailure.tsx'
import { KeysPage } from './KeysPage.tsx'

interface TaskFormProps {
  readonly title: string
  readonly lead: string
  readonly ring: ReactNode
  readonly isBusy: boolean
  readonly submitWords: string
  /** In the place of `submitWords` while it takes a moment. */
  readonly busyWords: string
  readonly backWords?: string
  /** What no field tells of. */
  readonly failure: Failure | null
  readonly onSubmit: () => void
  readonly onBack: () => void
  readonly children: ReactNode
  readonly otherAction?: ReactNode
  /** What comes next, below. */
  readonly below?: ReactNode
}

/** One thing to do with the vault's lock: what is typed, the act itself, and what went wrong. */
export function TaskForm(props: TaskFormProps) {
  const { title, lead, ring, isBusy, submitWords, busyWords, failure, children, below } = props
  return (
    <KeysPage ring={ring}>
      <EntryForm title={title} lead={lead} isBusy={isBusy} onSubmit={props.onSubmit}>
        {children}
        <div className={entry['actions']}>
          <Button type="submit" look="primary" size="large" keys="Enter" isDisabled={isBusy}>
            {isBusy ? busyWords : submitWords}
          </Button>
          <Button look="plain" isDisabled={isBusy} onPress={props.onBack}>
            {props.backWords ?? 'Not now'}
          </Button>
          {props.otherAction}
        </div>
        <div className={entry['notice']}>
          <ChangeFailure failure={isBusy ? null : failure} />
        </div>
      </EntryForm>
      {below}
    </KeysPage>
  )
}
