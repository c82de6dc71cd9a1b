import { FileSpreadsheet, FileText } from 'lucide-react'
import { useState } from 'react'
import type { PersonId } from '../../shared/ids.ts'
import type { ExportedFile } from '../../shared/ipc/export-calls.ts'
import type { Paper } from '../../shared/record/tick-sheet.ts'
import { useAct } from '../app/api.ts'
import { MadeFile } from '../app/MadeFile.tsx'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Choice, paperSizes } from '../papers/Choice.tsx'
import { FolderLine } from '../papers/FolderLine.tsx'
import { MakingNotice } from '../papers/MakingNotice.tsx'
import { passwordError } from '../papers/password-error.ts'
import { PasswordField } from '../papers/PasswordField.tsx'
import styles from './DisclosuresScreen.module.css'

interface LedgerExportProps {
  /** Whose ledger; null for the whole one. */
  readonly personId: PersonId | null
  readonly name: string
  readonly onClose: () => void
}

/** Makes the ledger of one member or of all as a PDF or as a table. */
export function LedgerExport({ personId, name, onClose }: LedgerExportProps) {
  const [paper, setPaper] = useState<Paper>('Letter')
  const [password, setPassword] = useState('')
  const { make, again, file, tried, isBusy, failure } = useMakeLedger(personId, paper, password)
  return (
    <Dialog
      title={personId === null ? 'The whole ledger as a file' : `The ledger of ${name} as a file`}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button look="primary" icon={FileText} isPending={isBusy} onPress={() => void make('pdf')}>
            Make the PDF
          </Button>
          <Button icon={FileSpreadsheet} isPending={isBusy} onPress={() => void make('table')}>
            Make a table (CSV)
          </Button>
        </>
      }
    >
      <p className={styles['soft']}>
        {personId === null
          ? 'It names everyone whose record was disclosed: for the clinic alone. For a member who asks, choose them first.'
          : 'It holds all that was entered about this member, and nothing about anybody else.'}
      </p>
      <Choice label="Paper size of the PDF" options={paperSizes} selected={paper} onSelect={setPaper} />
      <PasswordField password={password} onChange={setPassword} showsError={tried === 'pdf'} />
      <p className={styles['soft']}>
        The vault no longer protects such a file: whoever gets hold of it can read it, unless it has a
        password. A table has none.
      </p>
      <FolderLine />
      <MadeFile file={file} />
      <MakingNotice made={null} failure={failure} onRetry={again} />
    </Dialog>
  )
}

function useMakeLedger(personId: PersonId | null, paper: Paper, password: string) {
  const { act, isBusy, failure } = useAct()
  const [file, setFile] = useState<ExportedFile | null>(null)
  const [tried, setTried] = useState<'pdf' | 'table'>('table')
  const make = async (form: 'pdf' | 'table') => {
    setTried(form)
    if (form === 'pdf' && passwordError(password) !== undefined) return
    const made =
      form === 'table'
        ? await act('export.disclosure-table', { personId })
        : await act('export.disclosures', { personId, paper, password: password === '' ? null : password })
    setFile(made.ok ? made.value : null)
  }
  return { make, again: () => void make(tried), file, tried, isBusy, failure }
}
