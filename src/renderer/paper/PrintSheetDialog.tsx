import { Printer } from 'lucide-react'
import { useState } from 'react'
import type { SessionId } from '../../shared/ids.ts'
import type { ExportedFile } from '../../shared/ipc/export-calls.ts'
import type { Paper, SheetNaming } from '../../shared/record/tick-sheet.ts'
import { isUnderPart2, type Part2 } from '../../shared/session/vocabulary.ts'
import { useAct } from '../app/api.ts'
import { OpenExported } from '../app/OpenExported.tsx'
import { Choice, namings, paperSizes } from '../papers/Choice.tsx'
import { FolderLine } from '../papers/FolderLine.tsx'
import { MakingNotice } from '../papers/MakingNotice.tsx'
import { passwordError } from '../papers/password-error.ts'
import { PasswordField } from '../papers/PasswordField.tsx'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { sheetWords, type SheetKind } from './sheet-words.ts'
import styles from './PrintSheetDialog.module.css'

interface PrintSheetDialogProps {
  readonly kind: SheetKind
  readonly sessionId: SessionId
  readonly part2: Part2
  readonly onClose: () => void
}

/** Makes a sheet for a session that is still to come. Initials are proposed: a list of names tells who is in the group. */
export function PrintSheetDialog({ kind, sessionId, part2, onClose }: PrintSheetDialogProps) {
  const [naming, setNaming] = useState<SheetNaming>('initials')
  const [paper, setPaper] = useState<Paper>('Letter')
  const [password, setPassword] = useState('')
  const { make, file, wasTried, isBusy, failure } = useMakeSheet(kind, sessionId, { naming, paper, password })
  const words = sheetWords[kind]
  return (
    <Dialog
      title={words.title}
      isOpen
      onClose={onClose}
      actions={
        <Button look="primary" icon={Printer} isPending={isBusy} onPress={() => void make()}>
          {words.make}
        </Button>
      }
    >
      <p>{words.about}</p>
      <div className={styles['choices']}>
        <Choice
          label="People stand as"
          options={namings.toReversed()}
          selected={naming}
          onSelect={setNaming}
        />
        <Choice label="Paper size" options={paperSizes} selected={paper} onSelect={setPaper} />
      </div>
      <PasswordField password={password} onChange={setPassword} showsError={wasTried} />
      <p className={styles['soft']}>
        {isUnderPart2(part2)
          ? 'Who is in this group is protected by 42 CFR Part 2, so the paper carries the notice. '
          : ''}
        The vault no longer protects what is printed. {words.after}
      </p>
      <FolderLine />
      {file === null ? null : <MadeSheet file={file} />}
      <MakingNotice made={null} failure={failure} onRetry={() => void make()} />
    </Dialog>
  )
}

interface SheetChoices {
  readonly naming: SheetNaming
  readonly paper: Paper
  /** Empty for none. */
  readonly password: string
}

function useMakeSheet(kind: SheetKind, sessionId: SessionId, { password, ...choices }: SheetChoices) {
  const { act, isBusy, failure } = useAct()
  const [file, setFile] = useState<ExportedFile | null>(null)
  const [wasTried, setWasTried] = useState(false)
  const make = async () => {
    setWasTried(true)
    if (passwordError(password) !== undefined) return
    const printed = await act(sheetWords[kind].call, {
      sessionId,
      ...choices,
      password: password === '' ? null : password,
    })
    setFile(printed.ok ? printed.value : null)
  }
  return { make, file, wasTried, isBusy, failure }
}

function MadeSheet({ file }: { readonly file: ExportedFile }) {
  return (
    <div className={styles['file']}>
      <output>{file.fileName}</output>
      <OpenExported file={file} words="Open it to print" className={styles['actions']} />
    </div>
  )
}
