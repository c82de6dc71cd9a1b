import { Plus, X } from 'lucide-react'
import type { Failure } from '../../shared/ipc/failure.ts'
import type { GroupDraft, Meeting } from '../../shared/roster/group.ts'
import { fieldError } from '../app/field-words.ts'
import { Button } from '../ui/Button.tsx'
import { Select } from '../ui/Select.tsx'
import { TextField } from '../ui/TextField.tsx'
import { withMeeting } from './group-draft.ts'
import { weekdayName } from './schedule-words.ts'
import styles from './forms.module.css'

const weekdays = [1, 2, 3, 4, 5, 6, 7]

interface ScheduleFieldsProps {
  readonly draft: GroupDraft
  readonly onChange: (draft: GroupDraft) => void
  readonly failure: Failure | null
  /** Where the draft lies in the call's input. */
  readonly path: string
}

export function ScheduleFields({ draft, onChange, failure, path }: ScheduleFieldsProps) {
  const { schedule } = draft
  const change = (index: number, meeting: Meeting) =>
    onChange({ ...draft, schedule: schedule.with(index, meeting) })
  return (
    <fieldset>
      <legend className={styles['legend']}>Meets on</legend>
      <div className={styles['meetings']}>
        {schedule.map((meeting, index) => (
          // Two meetings can be alike while they are typed; only their place tells them apart.
          // oxlint-disable-next-line react/no-array-index-key
          <div key={index} className={styles['meeting']}>
            <Select
              label={`Day ${index + 1}`}
              className={styles['unlabelled'] ?? ''}
              options={weekdays.map((weekday) => ({ value: String(weekday), name: weekdayName(weekday) }))}
              value={String(meeting.weekday)}
              onChange={(weekday) => change(index, { ...meeting, weekday: Number(weekday) })}
            />
            <TextField
              label={`Time ${index + 1}`}
              className={styles['unlabelled'] ?? ''}
              type="time"
              value={meeting.time}
              onChange={(time) => change(index, { ...meeting, time })}
              error={
                fieldError(failure, `${path}schedule.${index}.time`) === undefined
                  ? undefined
                  : 'Set a time of day.'
              }
            />
            <Button
              look="plain"
              icon={X}
              aria-label={`Remove ${weekdayName(meeting.weekday)} ${meeting.time}`}
              onPress={() => onChange({ ...draft, schedule: schedule.toSpliced(index, 1) })}
            />
          </div>
        ))}
        {schedule.length === 7 ? null : (
          <div>
            <Button look="plain" size="small" icon={Plus} onPress={() => onChange(withMeeting(draft))}>
              {schedule.length === 0 ? 'Add a day and time' : 'Add another'}
            </Button>
          </div>
        )}
      </div>
    </fieldset>
  )
}
