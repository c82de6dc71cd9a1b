import { FileSpreadsheet } from 'lucide-react'
import { useState } from 'react'
import { counted } from '../../shared/count.ts'
import type { ExportedFile } from '../../shared/ipc/export-calls.ts'
import type { SessionId } from '../../shared/ids.ts'
import type { SessionColumn } from '../../shared/review/session-view.ts'
import { useAct } from '../app/api.ts'
import { MadeFile } from '../app/MadeFile.tsx'
import { FolderLine } from '../papers/FolderLine.tsx'
import { MakingNotice } from '../papers/MakingNotice.tsx'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { columnWords } from './column-words.ts'
import styles from './SessionsScreen.module.css'

interface TableExportProps {
  /** Those that are chosen, or all that are shown, in the order that they have on the screen. */
  readonly sessionIds: () => readonly SessionId[]
  readonly columns: readonly SessionColumn[]
  readonly count: number
}

/** Makes the table as it is shown into a file. */
export function TableExport({ sessionIds, columns, count }: TableExportProps) {
  const [isOpen, setIsOpen] = useState(false)
  return (
    <>
      <Button
        look="plain"
        size="small"
        icon={FileSpreadsheet}
        isDisabled={count === 0}
        onPress={() => setIsOpen(true)}
      >
        CSV
      </Button>
      {isOpen ? (
        <ExportDialog
          sessionIds={sessionIds}
          columns={columns}
          count={count}
          onClose={() => setIsOpen(false)}
        />
      ) : null}
    </>
  )
}

function ExportDialog({
  sessionIds,
  columns,
  count,
  onClose,
}: TableExportProps & { readonly onClose: () => void }) {
  const { act, isBusy, failure } = useAct()
  const [file, setFile] = useState<ExportedFile | null>(null)
  const make = async () => {
    const made = await act('export.session-table', { sessionIds: [...sessionIds()], columns: [...columns] })
    setFile(made.ok ? made.value : null)
  }
  return (
    <Dialog
      title={`${counted(count, 'session')} as a table`}
      isOpen
      onClose={onClose}
      actions={
        <Button look="primary" icon={FileSpreadsheet} isPending={isBusy} onPress={() => void make()}>
          Make a table (CSV)
        </Button>
      }
    >
      <p className={styles['soft']}>
        As they are shown, in this order, with these columns:{' '}
        {columns.map((column) => columnWords[column].name.toLowerCase()).join(', ')}.
      </p>
      <p className={styles['soft']}>
        Members are counted and not named, unless a topic or the name of a group names somebody. The vault no
        longer protects the file: whoever gets hold of it can read it.
      </p>
      <FolderLine />
      <MadeFile file={file} />
      <MakingNotice made={null} failure={failure} onRetry={() => void make()} />
    </Dialog>
  )
}
