import { Printer } from 'lucide-react'
import { useState } from 'react'
import type { SessionId } from '../../shared/ids.ts'
import type { ExportedFile } from '../../shared/ipc/export-calls.ts'
import type { Paper, SheetNaming } from '../../shared/record/tick-sheet.ts'
import { isUnderPart2, type Part2 } from '../../shared/session/vocabulary.ts'
import { useAct } from '../app/api.ts'
import { FailureNotice } from '../app/FailureNotice.tsx'
import { OpenExported } from '../app/OpenExported.tsx'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Segments } from '../ui/Segments.tsx'
import styles from './PrintSheetDialog.module.css'

interface PrintSheetDialogProps {
  readonly sessionId: SessionId
  readonly part2: Part2
  readonly isOpen: boolean
  readonly onClose: () => void
}

const namings = [
  { id: 'initials', name: 'Initials' },
  { id: 'names', name: 'Names' },
] as const

const papers = [
  { id: 'Letter', name: 'Letter' },
  { id: 'A4', name: 'A4' },
] as const

/** Makes the sheet of a session as a PDF. Initials are proposed: a list of names tells who is in the group. */
export function PrintSheetDialog({ sessionId, part2, isOpen, onClose }: PrintSheetDialogProps) {
  const { act, isBusy, failure } = useAct()
  const [naming, setNaming] = useState<SheetNaming>('initials')
  const [paper, setPaper] = useState<Paper>('Letter')
  const [file, setFile] = useState<ExportedFile | null>(null)
  const print = async () => {
    const printed = await act('export.tick-sheet', { sessionId, choices: { naming, paper } })
    if (printed.ok) setFile(printed.value)
  }
  return (
    <Dialog
      title="Print the tick sheet"
      isOpen={isOpen}
      onClose={onClose}
      actions={
        <Button look="primary" icon={Printer} isPending={isBusy} onPress={() => void print()}>
          Make the sheet
        </Button>
      }
    >
      <p>One page to run the session by without the computer: agenda, seats, attendance and marks.</p>
      <div className={styles['choices']}>
        <Segments label="People stand as" options={namings} selected={naming} onSelect={setNaming} />
        <Segments label="Paper size" options={papers} selected={paper} onSelect={setPaper} />
      </div>
      <p className={styles['soft']}>
        {isUnderPart2(part2)
          ? 'Who is in this group is protected by 42 CFR Part 2, so the sheet carries the notice. '
          : ''}
        The vault no longer protects what is printed. Keep it locked away, and destroy it once it is entered.
      </p>
      {file === null ? null : <MadeSheet file={file} />}
      <FailureNotice failure={failure} />
    </Dialog>
  )
}

function MadeSheet({ file }: { readonly file: ExportedFile }) {
  return (
    <div className={styles['file']}>
      <output>{file.fileName}</output>
      <OpenExported file={file} words="Open it to print" className={styles['actions']} />
    </div>
  )
}
