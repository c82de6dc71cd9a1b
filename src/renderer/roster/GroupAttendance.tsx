import { FileSpreadsheet } from 'lucide-react'
import { useState } from 'react'
import type { ExportedFile } from '../../shared/ipc/export-calls.ts'
import type { SheetNaming } from '../../shared/record/tick-sheet.ts'
import type { Group } from '../../shared/roster/group.ts'
import { useAct } from '../app/api.ts'
import { MadeFile } from '../app/MadeFile.tsx'
import { Choice, namings } from '../papers/Choice.tsx'
import { FolderLine } from '../papers/FolderLine.tsx'
import { MakingNotice } from '../papers/MakingNotice.tsx'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import styles from './forms.module.css'

/** Who attended this group's sessions for how many minutes, for whoever bills them. */
export function GroupAttendance({ group }: { readonly group: Group }) {
  const [isOpen, setIsOpen] = useState(false)
  return (
    <>
      <Button look="plain" size="small" icon={FileSpreadsheet} onPress={() => setIsOpen(true)}>
        Attendance
      </Button>
      {isOpen ? <AttendanceDialog group={group} onClose={() => setIsOpen(false)} /> : null}
    </>
  )
}

interface AttendanceDialogProps {
  readonly group: Group
  readonly onClose: () => void
}

function AttendanceDialog({ group, onClose }: AttendanceDialogProps) {
  const { act, isBusy, failure } = useAct()
  const [naming, setNaming] = useState<SheetNaming>('names')
  const [file, setFile] = useState<ExportedFile | null>(null)
  const make = async () => {
    const made = await act('export.attendance-table', { groupId: group.id, naming })
    setFile(made.ok ? made.value : null)
  }
  return (
    <Dialog
      title={`Attendance of ${group.name}`}
      isOpen
      onClose={onClose}
      actions={
        <Button look="primary" icon={FileSpreadsheet} isPending={isBusy} onPress={() => void make()}>
          Make a table (CSV)
        </Button>
      }
    >
      <p className={styles['choiceWords']}>
        Every session that has ended, with everybody’s minutes as their notes have them. The vault no longer
        protects the file: whoever gets hold of it can read it.
      </p>
      <Choice label="People stand as" options={namings} selected={naming} onSelect={setNaming} />
      <FolderLine />
      <MadeFile file={file} />
      <MakingNotice made={null} failure={failure} onRetry={() => void make()} />
    </Dialog>
  )
}
