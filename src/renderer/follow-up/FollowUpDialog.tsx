import { Flag } from 'lucide-react'
import { useId } from 'react'
import type { PersonId } from '../../shared/ids.ts'
import type { Failure } from '../../shared/ipc/failure.ts'
import type { FollowUpKey } from '../../shared/ipc/follow-up-calls.ts'
import type { Roster } from '../../shared/ipc/roster-calls.ts'
import { succeed, type Result } from '../../shared/result.ts'
import type { SessionEvent } from '../../shared/session/events.ts'
import { useAct, type Act } from '../app/api.ts'
import { useNow } from '../app/core-clock.ts'
import { FailureNotice } from '../app/FailureNotice.tsx'
import { SaveMark } from '../debrief/SaveMark.tsx'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Select } from '../ui/Select.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import { useFocusOnArrival } from '../ui/use-focus-on-arrival.ts'
import styles from './FollowUpDialog.module.css'
import { useFollowUpDrafts } from './follow-up-drafts.tsx'
import type { FollowUpView } from './follow-up-view.ts'
import { openForWords, sinceWords, whyUnsigned } from './follow-up-words.ts'
import { Signature } from './Signature.tsx'

interface FollowUpDialogProps {
  readonly followUp: FollowUpView
  readonly roster: Roster
  readonly onClose: () => void
  /** Takes what the session's log has gained. */
  readonly onChanged?: (events: readonly SessionEvent[]) => void
}

/** What was done about a risk, and the signature without which it stays open. Closing the dialog keeps the words. */
export function FollowUpDialog({ followUp, roster, onClose, onChanged }: FollowUpDialogProps) {
  const work = useFollowUp(followUp, { onClose, onChanged })
  const reasonId = useId()
  const why = whyUnsigned(work.text)
  const signer = roster.facilitators.find(({ isAuthor }) => isAuthor)
  return (
    <Dialog
      title="Risk follow-up"
      isOpen
      width="wide"
      onClose={onClose}
      actions={
        <>
          <Button
            look="primary"
            isDisabled={why !== null || work.isBusy}
            aria-describedby={reasonId}
            onPress={() => void work.sign()}
          >
            Sign and close
          </Button>
          <Button onPress={onClose}>Leave it open</Button>
          <p id={reasonId} className={styles['reason']}>
            {why}
          </p>
          <SaveMark status={work.status} />
        </>
      }
    >
      <About followUp={followUp} />
      <Select
        label="Owner"
        hint="Sees to it that it is done. Anyone can do it; it is signed by you."
        options={roster.facilitators.map(({ id, name, credentials }) => ({
          value: id,
          name,
          ...(credentials === '' ? {} : { hint: credentials }),
        }))}
        value={followUp.ownerId}
        isDisabled={work.isBusy}
        onChange={(ownerId) => void work.assign(ownerId)}
      />
      <Words text={work.text} isFixed={work.isBusy || !work.isReady} onText={work.setText} />
      {signer === undefined ? null : <Signing signer={signer} />}
      <FailureNotice failure={work.failure} />
    </Dialog>
  )
}

function useFollowUp(
  followUp: FollowUpView,
  {
    onClose,
    onChanged,
  }: Pick<FollowUpDialogProps, 'onClose'> & {
    readonly onChanged: FollowUpDialogProps['onChanged']
  },
) {
  const { act, isBusy, failure } = useAct()
  const { isReady, textOf, statusOf, change, flush, tellSigned } = useFollowUpDrafts()
  const text = textOf(followUp)
  return {
    text,
    isReady,
    isBusy,
    failure,
    status: statusOf(followUp),
    setText: (words: string) => change(followUp, words),
    async assign(ownerId: PersonId) {
      if (ownerId === followUp.ownerId) return
      const answer = await assignTo(act, followUp, ownerId)
      if (answer.ok) onChanged?.(answer.value)
    },
    async sign() {
      if (isBusy || whyUnsigned(text) !== null) return
      // What is still on its way to the disk would arrive after the signature.
      await flush()
      const answer = await closeWith(act, followUp, text)
      if (!answer.ok) return
      change(followUp, '')
      tellSigned()
      onChanged?.(answer.value)
      onClose()
    },
  }
}

type Changed = Result<readonly SessionEvent[], Failure>

async function assignTo(act: Act['act'], about: FollowUpKey, ownerId: PersonId): Promise<Changed> {
  if ('mark' in about) {
    const command = { type: 'assign-follow-up', mark: about.mark, ownerId } as const
    return act('session.act', { sessionId: about.sessionId, command })
  }
  const answer = await act('scale-follow-up.assign', { followUpId: about.followUpId, ownerId })
  return answer.ok ? succeed([]) : answer
}

async function closeWith(act: Act['act'], about: FollowUpKey, text: string): Promise<Changed> {
  if ('mark' in about) return act('follow-up.close', { sessionId: about.sessionId, mark: about.mark, text })
  const answer = await act('scale-follow-up.close', { followUpId: about.followUpId, text })
  return answer.ok ? succeed([]) : answer
}

function About({ followUp: { personName, openedAtMs, phaseName } }: Pick<FollowUpDialogProps, 'followUp'>) {
  const now = useNow(5_000)
  return (
    <p className={styles['about']}>
      <Flag aria-hidden size={18} strokeWidth={2} />
      <strong>
        <bdi>{personName}</bdi>
      </strong>
      <span className={styles['soft']}>
        {now === null ? null : `since ${sinceWords(openedAtMs, now.wallMs, now.zone)}`}
        {phaseName === null ? null : (
          <>
            , <bdi>{phaseName}</bdi>
          </>
        )}
        {now === null ? null : ` · ${openForWords(openedAtMs, now.wallMs)}`}
      </span>
    </p>
  )
}

interface WordsProps {
  readonly text: string
  /** What is being signed stays as it is until the answer. */
  readonly isFixed: boolean
  readonly onText: (text: string) => void
}

function Words({ text, isFixed, onText }: WordsProps) {
  const field = useFocusOnArrival<HTMLTextAreaElement>()
  return (
    <TextArea
      label="What was done"
      hint="Whom you spoke to, what was agreed, who takes over. It goes into the record."
      textRef={field}
      className={styles['words'] ?? ''}
      value={text}
      isReadOnly={isFixed}
      onChange={onText}
    />
  )
}

function Signing({ signer }: { readonly signer: Roster['facilitators'][number] }) {
  const now = useNow(1_000)
  if (now === null) return null
  return (
    <p className={styles['signing']}>
      <Signature signer={signer} atMs={now.wallMs} zone={now.zone} /> It cannot be changed afterwards.
    </p>
  )
}
