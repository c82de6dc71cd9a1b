import { useRef } from 'react'
import type { FollowUpId, ScaleResultId } from '../../shared/ids.ts'
import type { ScaleResult } from '../../shared/measures/scale-result.ts'
import type { Member } from '../../shared/roster/member.ts'
import { FailureNotice } from '../app/FailureNotice.tsx'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { ScaleFields } from './ScaleFields.tsx'
import { ScaleHead } from './ScaleHead.tsx'
import { ScaleScore } from './ScaleScore.tsx'
import styles from './ScaleEntry.module.css'
import { useScaleEntry } from './use-scale-entry.ts'

export interface EnteredScale {
  readonly resultId: ScaleResultId
  readonly followUpId: FollowUpId | null
}

export interface ScaleEntryDialogProps {
  readonly member: Member
  /** The entry that is to be corrected; null for a new one. */
  readonly corrects: ScaleResult | null
  readonly onClose: () => void
  readonly onEntered: (entered: EnteredScale) => void
}

/** Enters a questionnaire, or how one that was entered wrongly has to read. By keyboard it takes a digit an item. */
export function ScaleEntryDialog(props: ScaleEntryDialogProps) {
  const { member, corrects, onClose } = props
  const { form, setForm, faults, failure, save } = useScaleEntry(props)
  const submit = useRef<HTMLButtonElement>(null)
  return (
    <Dialog
      title={corrects === null ? 'Enter a questionnaire' : `Correct the ${corrects.name}`}
      width="full"
      isOpen
      onClose={onClose}
    >
      <form className={styles['form']} onSubmit={(event) => void save(event)} noValidate>
        <ScaleHead
          member={member}
          isCorrection={corrects !== null}
          form={form}
          onForm={setForm}
          failure={failure}
        />
        <ScaleFields
          form={form}
          onForm={setForm}
          faults={faults}
          failure={failure}
          onDone={() => submit.current?.focus()}
        />
        {failure?.code === 'bad-input' ? null : <FailureNotice failure={failure} />}
        <div className={styles['foot']}>
          <div className={styles['actions']}>
            <Button ref={submit} type="submit" look="primary">
              {corrects === null ? 'Enter it' : 'Enter the correction'}
            </Button>
            <Button onPress={onClose}>Cancel</Button>
            <ScaleScore form={form} fault={faults.items} />
          </div>
        </div>
      </form>
    </Dialog>
  )
}
