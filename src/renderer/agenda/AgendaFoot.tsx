import { CircleAlert } from 'lucide-react'
import { totalMinutes, type Phase } from '../../shared/agenda/phase.ts'
import { FailureNotice } from '../app/FailureNotice.tsx'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import { balanceWords } from './agenda-edit.ts'
import { BroughtLine } from './BroughtLine.tsx'
import type { AgendaEditing } from './use-agenda-editing.ts'
import styles from './AgendaEditor.module.css'

interface AgendaFootProps {
  readonly lengthMinutes: number
  readonly editing: AgendaEditing
}

/** The minutes, whether they fit, and what can be done with the changes. */
export function AgendaFoot({ lengthMinutes, editing }: AgendaFootProps) {
  const { phases, isChanged, former, brought, failure } = editing
  return (
    <footer className={styles['foot']}>
      <Total phases={phases} lengthMinutes={lengthMinutes} />
      <FailureNotice failure={failure} />
      {brought === null ? null : (
        <BroughtLine brought={brought} lengthMinutes={lengthMinutes} onTakeBack={editing.takeFileBack} />
      )}
      {isChanged ? (
        <div className={styles['footActions']}>
          <Button look="primary" onPress={() => void editing.save()}>
            Save the agenda
          </Button>
          <Button onPress={editing.discard}>Discard changes</Button>
          <span className={styles['unsaved']}>The next session still runs the agenda as it was.</span>
        </div>
      ) : null}
      {former === null ? null : (
        <Notice
          announce="polite"
          actions={
            <Button size="small" onPress={() => void editing.putFormerBack()}>
              Put the former agenda back
            </Button>
          }
        >
          <p>The template is in use again, fitted to {lengthMinutes} minutes.</p>
        </Notice>
      )}
    </footer>
  )
}

function Total({
  phases,
  lengthMinutes,
}: {
  readonly phases: readonly Phase[]
  readonly lengthMinutes: number
}) {
  const total = totalMinutes(phases)
  const isOver = total > lengthMinutes
  return (
    <output className={styles['total']} data-over={isOver || undefined}>
      <strong>
        {total} of {lengthMinutes}
      </strong>{' '}
      minutes
      <span className={styles['balance']}>
        {isOver ? <CircleAlert aria-hidden size={15} strokeWidth={2} /> : null}
        {balanceWords(phases, lengthMinutes)}
        {isOver ? ' This cannot be saved until they fit, or until the group meets for longer.' : null}
      </span>
    </output>
  )
}
