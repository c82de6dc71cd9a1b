import { FileOutput } from 'lucide-react'
import { useState } from 'react'
import type { ExportedFile } from '../../shared/ipc/export-calls.ts'
import { namesInText } from '../../shared/roster/names-in-text.ts'
import type { Group } from '../../shared/roster/group.ts'
import { MadeFile } from '../app/MadeFile.tsx'
import { useAct, useRead } from '../app/api.ts'
import { FolderLine } from '../papers/FolderLine.tsx'
import { MakingNotice } from '../papers/MakingNotice.tsx'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Notice } from '../ui/Notice.tsx'
import styles from './AgendaEditor.module.css'

interface AgendaFileDialogProps {
  readonly group: Group
  /** What stands on the screen is not what is in use. */
  readonly isChanged: boolean
  readonly onClose: () => void
}

/** Makes a group's agenda into a file that another console reads. */
export function AgendaFileDialog({ group, isChanged, onClose }: AgendaFileDialogProps) {
  const { act, isBusy, failure } = useAct()
  const [file, setFile] = useState<ExportedFile | null>(null)
  const make = async () => {
    const made = await act('export.agenda', { groupId: group.id })
    setFile(made.ok ? made.value : null)
  }
  return (
    <Dialog
      title="This agenda as a file"
      isOpen
      onClose={onClose}
      actions={
        <Button look="primary" icon={FileOutput} isPending={isBusy} onPress={() => void make()}>
          Make the file
        </Button>
      }
    >
      <p className={styles['soft']}>
        For a colleague, or for another computer of yours: Circlekeeper opens it there for any group. In it
        stand the names and the minutes of the phases, the type of the group and how long it meets.
        {isChanged ? ' What you have not saved yet is not in it.' : ''}
      </p>
      <NamedNotice group={group} />
      <p className={styles['soft']}>
        The vault no longer protects the file: whoever gets hold of it can read it.
      </p>
      <FolderLine />
      <MadeFile file={file} />
      <MakingNotice made={null} failure={failure} onRetry={() => void make()} />
    </Dialog>
  )
}

/** Whoever opens the file elsewhere is not to learn who is in this clinic. */
function NamedNotice({ group }: { readonly group: Group }) {
  const roster = useRead('roster.read', {})
  if (roster.status !== 'ready') return null
  const words = group.agenda.map(({ name }) => name).join('\n')
  if (namesInText(words, roster.value.members).length === 0) return null
  return (
    <Notice tone="amber">
      <p>A phase may name a member. Give it another name before you make the file.</p>
    </Notice>
  )
}
