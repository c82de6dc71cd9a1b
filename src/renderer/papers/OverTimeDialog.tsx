import { useRead } from '../app/api.ts'
import { useNow } from '../app/core-clock.ts'
import { shortDay, timeOfDay } from '../app/time-words.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Choice, paperSizes } from './Choice.tsx'
import { ConsentFields } from './ConsentFields.tsx'
import { FileList } from './FileList.tsx'
import { FolderLine } from './FolderLine.tsx'
import { MakingNotice } from './MakingNotice.tsx'
import styles from './Papers.module.css'
import { PasswordField } from './PasswordField.tsx'
import { useControlEnter } from './use-control-enter.ts'
import { useFreshFiles } from './use-fresh-files.ts'
import { useOverTime, type OverTime } from './use-over-time.ts'

interface OverTimeDialogProps {
  readonly subject: OverTime
  /** The weeks that are shown, in words. */
  readonly weeks: string
  readonly onClose: () => void
}

const titles = { member: 'Progress over time', group: 'Group over time' } as const

/** The paper of the weeks that a page shows, and what was made before. The choices are forgotten when it is closed. */
export function OverTimeDialog({ subject, weeks, onClose }: OverTimeDialogProps) {
  useFreshFiles()
  return (
    <Dialog title={titles[subject.kind]} isOpen onClose={onClose} width="full">
      <div className={styles['beside']}>
        <OverTimeForm subject={subject} weeks={weeks} />
        <MadeBefore subject={subject} />
      </div>
    </Dialog>
  )
}

function OverTimeForm({ subject, weeks }: Omit<OverTimeDialogProps, 'onClose'>) {
  const { choices, choose, make, made, failure, isBusy, wasTried } = useOverTime(subject)
  const { paper, password, consent } = choices
  useControlEnter(() => void make())
  return (
    <form
      aria-label={titles[subject.kind]}
      className={styles['details']}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void make()
      }}
    >
      <p>
        <strong>{weeks}.</strong>{' '}
        {subject.kind === 'member'
          ? 'The plots of this page, goals with what signed notes say of them, and all numbers as tables. In a file of one member no other member exists.'
          : 'The plots of this page, topics, and all numbers as tables, counted in members: none is named, and a line that could name somebody is left out.'}
      </p>
      {subject.kind === 'member' ? (
        <ConsentFields consent={consent} onChange={(next) => choose({ consent: next })} failure={failure} />
      ) : null}
      <Choice
        label="Paper size"
        options={paperSizes}
        selected={paper}
        onSelect={(next) => choose({ paper: next })}
      />
      <PasswordField
        password={password}
        onChange={(next) => choose({ password: next })}
        showsError={wasTried}
      />
      <FolderLine />
      <MakingNotice made={made} failure={failure} onRetry={() => void make()} />
      <div className={styles['make']}>
        <Button look="primary" keys={['Ctrl', 'Enter']} isPending={isBusy} onPress={() => void make()}>
          Make it
        </Button>
      </div>
    </form>
  )
}

function MadeBefore({ subject }: { readonly subject: OverTime }) {
  const zone = useNow(60_000)?.zone ?? 'UTC'
  const listed = useRead(
    'export.list-about',
    subject.kind === 'member' ? { personId: subject.personId } : { groupId: subject.groupId },
  )
  return (
    <FileList
      title={subject.kind === 'member' ? 'Made about this member' : 'Made about this group'}
      listed={listed}
      // Whose they are is known here.
      nameOf={() => undefined}
      timeWords={(wallMs) => `${shortDay(wallMs, zone)}, ${timeOfDay(wallMs, zone)}`}
    />
  )
}
