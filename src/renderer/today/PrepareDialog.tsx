import { useState } from 'react'
import type { Roster } from '../../shared/ipc/roster-calls.ts'
import type { ComingMeeting } from '../../shared/roster/coming-meetings.ts'
import type { Group } from '../../shared/roster/group.ts'
import { topicMaxLength } from '../../shared/words.ts'
import { useAct } from '../app/api.ts'
import { useNow } from '../app/core-clock.ts'
import { FailureNotice } from '../app/FailureNotice.tsx'
import { usePlace } from '../app/navigation.tsx'
import { timeOfDay } from '../app/time-words.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useFocusOnArrival } from '../ui/use-focus-on-arrival.ts'
import { LeadersFields, type Leaders } from './LeadersFields.tsx'
import styles from './PrepareDialog.module.css'
import { startWords } from './start-words.ts'

interface PrepareDialogProps {
  readonly group: Group
  /** The meeting that this session is for; null for one outside the schedule. */
  readonly meeting: ComingMeeting | null
  readonly roster: Roster
  readonly onClose: () => void
}

/** Topic and facilitators, then on to the pre-flight. Mount it to open it. */
export function PrepareDialog({ group, meeting, roster, onClose }: PrepareDialogProps) {
  const author = roster.facilitators.find(({ isAuthor }) => isAuthor)
  const [topic, setTopic] = useState('')
  const [leaders, setLeaders] = useState<Leaders>({
    leadId: author?.id ?? null,
    coLeadIds: [],
    observerIds: [],
  })
  const { leadId } = leaders
  const { go } = usePlace()
  const { act, isBusy, failure } = useAct()
  const prepare = async () => {
    if (leadId === null || isBusy) return
    const plannedStartMs = meeting?.startMs ?? null
    const input = {
      groupId: group.id,
      topic,
      leadId,
      coLeadIds: [...leaders.coLeadIds],
      observerIds: [...leaders.observerIds],
      plannedStartMs,
    }
    const answer = await act('session.prepare', input)
    if (answer.ok) go({ name: 'live', sessionId: answer.value.sessionId })
  }
  return (
    <Dialog title={group.name} isOpen onClose={onClose}>
      <form
        className={styles['form']}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void prepare()
        }}
      >
        <When meeting={meeting} />
        <TopicField topic={topic} onChange={setTopic} />
        <LeadersFields facilitators={roster.facilitators} leaders={leaders} onChange={setLeaders} />
        <FailureNotice failure={failure} />
        <OpenTheCircle isDisabled={leadId === null || isBusy} />
      </form>
    </Dialog>
  )
}

function OpenTheCircle({ isDisabled }: { readonly isDisabled: boolean }) {
  return (
    <div className={styles['actions']}>
      <Button type="submit" look="primary" size="large" keys="Enter" isDisabled={isDisabled}>
        Open the circle
      </Button>
      <p className={styles['soft']}>The clock does not start yet.</p>
    </div>
  )
}

interface TopicFieldProps {
  readonly topic: string
  readonly onChange: (topic: string) => void
}

function TopicField({ topic, onChange }: TopicFieldProps) {
  const field = useFocusOnArrival<HTMLInputElement>()
  return (
    <TextField
      label="Topic"
      isOptional
      hint="It can be set or changed later."
      maxLength={topicMaxLength}
      inputRef={field}
      value={topic}
      onChange={onChange}
    />
  )
}

function When({ meeting }: { readonly meeting: ComingMeeting | null }) {
  const now = useNow(1_000)
  if (meeting === null || now === null) {
    return <p className={styles['soft']}>Outside the schedule: it begins when you start it.</p>
  }
  const { before, figure, after } = startWords(meeting.startMs, now)
  return (
    <p className={styles['soft']}>
      {timeOfDay(meeting.startMs, now.zone)} to {timeOfDay(meeting.endMs, now.zone)},{' '}
      {`${before} ${figure} ${after}`.trim()}
    </p>
  )
}
