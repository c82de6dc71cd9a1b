import { FileDown } from 'lucide-react'
import { useState } from 'react'
import type { Failure } from '../../shared/ipc/failure.ts'
import type { KitFile } from '../../shared/ipc/kit-calls.ts'
import type { Paper } from '../../shared/record/tick-sheet.ts'
import { useAct } from '../app/api.ts'
import { failureWords } from '../app/failure-words.ts'
import { paperSizes } from '../papers/Choice.tsx'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Segments } from '../ui/Segments.tsx'
import styles from './KitPaper.module.css'

interface KitPaperProps {
  readonly code: string
  readonly onMade?: (file: KitFile) => void
}

/** The same code as a page to print, for whom a pen is not enough. */
export function KitPaper({ code, onMade }: KitPaperProps) {
  const [paper, setPaper] = useState<Paper>('Letter')
  const [file, setFile] = useState<KitFile | null>(null)
  const { act, isBusy, failure } = useAct()
  const make = async () => {
    const made = await act('kit.make', { recoveryCode: code, paper })
    if (!made.ok || made.value === null) return
    setFile(made.value)
    onMade?.(made.value)
  }
  return (
    <div className={styles['kit']}>
      <div className={styles['row']}>
        <Button size="small" icon={FileDown} isDisabled={code === '' || isBusy} onPress={() => void make()}>
          {isBusy ? 'Making the page' : 'Make a page to print'}
        </Button>
        <Segments label="Paper size" options={paperSizes} selected={paper} onSelect={setPaper} />
      </div>
      <output className={styles['said']}>{file === null ? null : <Made file={file} />}</output>
      {failure === null || isBusy ? null : <NotMade failure={failure} />}
    </div>
  )
}

function Made({ file: { fileName, folderName } }: { readonly file: KitFile }) {
  return (
    <>
      <b>{fileName}</b> is in the folder <b>{folderName}</b>. Print it, then delete the file: whoever opens it
      has the code.
    </>
  )
}

function NotMade({ failure }: { readonly failure: Failure }) {
  const { happened, next } = words(failure)
  return (
    <Notice tone="amber" announce="assertive" title={happened}>
      <p>The code on this screen is the same as before. {next}</p>
    </Notice>
  )
}

function words(failure: Failure): { readonly happened: string; readonly next: string } {
  if (failure.code !== 'folder-unfit') return failureWords(failure)
  return {
    happened: 'The page cannot be written there.',
    next: 'Choose another folder, best on a drive that you take to the printer; the console’s own folders take no kit.',
  }
}
