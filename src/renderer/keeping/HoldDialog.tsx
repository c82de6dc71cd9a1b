import { useRef, useState, type SubmitEvent } from 'react'
import type { PersonId } from '../../shared/ids.ts'
import type { Failure } from '../../shared/ipc/failure.ts'
import type { Roster } from '../../shared/ipc/roster-calls.ts'
import type { Member } from '../../shared/roster/member.ts'
import { fieldError } from '../app/field-words.ts'
import { FindMember } from '../care/FindMember.tsx'
import { FormFoot } from '../roster/FormFoot.tsx'
import forms from '../roster/forms.module.css'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Segments } from '../ui/Segments.tsx'
import { TextField } from '../ui/TextField.tsx'
import styles from './KeepingScreen.module.css'

type Who = Pick<Member, 'id' | 'preferredName'>

interface HoldDialogProps {
  readonly roster: Roster
  /** Whose chart it is, where that is known before. */
  readonly fixed: Who | null
  /** Answers whether it is placed. */
  readonly onPlace: (personId: PersonId | null, reason: string) => Promise<boolean>
  readonly failure: Failure | null
  readonly onClose: () => void
}

const reaches = [
  { id: 'member', name: 'One member' },
  { id: 'all', name: 'Everything' },
] as const

/** Puts a chart, or everything, on hold; why stands beside it for good. */
export function HoldDialog({ roster, fixed, onPlace, failure, onClose }: HoldDialogProps) {
  const [reach, setReach] = useState<(typeof reaches)[number]['id']>('member')
  const [who, setWho] = useState<Who | null>(fixed)
  const [reason, setReason] = useState('')
  const reasonField = useRef<HTMLInputElement>(null)
  const [wasTried, setWasTried] = useState(false)
  const isReady = reach === 'all' || who !== null
  const choose = (chosen: Who | null) => {
    setWho(chosen)
    // The field that found them is gone.
    if (chosen !== null) reasonField.current?.focus()
  }
  const save = async (event: SubmitEvent) => {
    event.preventDefault()
    setWasTried(true)
    if (isReady && (await onPlace(reach === 'all' ? null : (who?.id ?? null), reason))) onClose()
  }
  return (
    <Dialog title="Place a legal hold" isOpen onClose={onClose}>
      <form className={forms['form']} onSubmit={(event) => void save(event)} noValidate>
        {fixed === null ? (
          <Segments label="What is held" options={reaches} selected={reach} onSelect={setReach} />
        ) : null}
        {reach === 'all' ? (
          <p className={styles['soft']}>Nothing can be erased or destroyed until it is lifted.</p>
        ) : (
          <HeldMember roster={roster} who={who} isFixed={fixed !== null} onWho={choose} />
        )}
        <output className={styles['missing']}>
          {wasTried && !isReady ? 'Please choose whose chart it is.' : ''}
        </output>
        <TextField
          label="Reason"
          hint="The letter or the case, in short. It stands here for good, so name no member in it."
          inputRef={reasonField}
          value={reason}
          onChange={setReason}
          error={fieldError(failure, 'reason')}
        />
        <FormFoot submitWords="Place the hold" failure={failure} onCancel={onClose} />
      </form>
    </Dialog>
  )
}

interface HeldMemberProps {
  readonly roster: Roster
  readonly who: Who | null
  readonly isFixed: boolean
  readonly onWho: (who: Who | null) => void
}

function HeldMember({ roster, who, isFixed, onWho }: HeldMemberProps) {
  if (who === null) return <FindMember label="Whose chart" members={roster.members} onChoose={onWho} />
  return (
    <div>
      <p className={styles['holdHead']}>
        <strong>
          <bdi>{who.preferredName}</bdi>
        </strong>
        {isFixed ? null : (
          <Button size="small" look="plain" onPress={() => onWho(null)}>
            Somebody else
          </Button>
        )}
      </p>
      <p className={styles['soft']}>
        Their chart, the sessions that they were in, and your private notes of those.
      </p>
    </div>
  )
}
