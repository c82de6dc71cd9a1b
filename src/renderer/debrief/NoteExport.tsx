import { Files, FileText } from 'lucide-react'
import { useState } from 'react'
import type { PersonId, SessionId } from '../../shared/ids.ts'
import type { ExportedFile } from '../../shared/ipc/export-calls.ts'
import type { Consent } from '../../shared/record/note-document.ts'
import type { Paper } from '../../shared/record/tick-sheet.ts'
import { FailureNotice } from '../app/FailureNotice.tsx'
import { OpenExported } from '../app/OpenExported.tsx'
import { call, useAct, usePush } from '../app/api.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Segments } from '../ui/Segments.tsx'
import { TextField } from '../ui/TextField.tsx'
import styles from './NoteExport.module.css'

const papers = [
  { id: 'Letter', name: 'Letter' },
  { id: 'A4', name: 'A4' },
] as const

const readers = [
  { id: 'chart', name: 'The chart' },
  { id: 'disclosure', name: 'Somebody else' },
] as const

interface NoteExportProps {
  readonly sessionId: SessionId
  readonly personId: PersonId
  /** As the screen names them. */
  readonly name: string
  readonly isOpen: boolean
  readonly onClose: () => void
}

/** Makes the signed note of one member as a PDF, for their chart or for somebody whom they let have it. */
export function NoteExport({ sessionId, personId, name, isOpen, onClose }: NoteExportProps) {
  const { act, isBusy, failure } = useAct()
  const [paper, setPaper] = useState<Paper>('Letter')
  const [consent, setConsent] = useState<Consent>({ kind: 'chart' })
  const [file, setFile] = useState<ExportedFile | null>(null)
  const make = async () => {
    const made = await act('export.note', { sessionId, personId, paper, consent })
    if (made.ok) setFile(made.value)
  }
  return (
    <Dialog
      title={`The note of ${name} as a PDF`}
      isOpen={isOpen}
      onClose={onClose}
      actions={
        <Button look="primary" icon={FileText} isPending={isBusy} onPress={() => void make()}>
          Make the PDF
        </Button>
      }
    >
      <ConsentFields consent={consent} onChange={setConsent} />
      <Segments label="Paper size" options={papers} selected={paper} onSelect={setPaper} />
      <p className={styles['soft']}>
        The vault no longer protects this file. Whoever has it can read it. No other member is named in it
        unless the signed text names them.
      </p>
      {file === null ? null : (
        <div className={styles['file']}>
          <output>{file.fileName}</output>
          <OpenExported file={file} words="Open" className={styles['actions']} />
        </div>
      )}
      <FailureNotice failure={failure} />
    </Dialog>
  )
}

interface ConsentFieldsProps {
  readonly consent: Consent
  readonly onChange: (consent: Consent) => void
}

function ConsentFields({ consent, onChange }: ConsentFieldsProps) {
  const choose = (kind: Consent['kind']) =>
    onChange(kind === 'chart' ? { kind } : { kind, recipient: '', purpose: '', reference: '' })
  return (
    <>
      <Segments label="For" options={readers} selected={consent.kind} onSelect={choose} />
      {consent.kind === 'disclosure' ? (
        <>
          <TextField
            label="Who gets it"
            value={consent.recipient}
            onChange={(recipient) => onChange({ ...consent, recipient })}
          />
          <TextField
            label="What for"
            value={consent.purpose}
            onChange={(purpose) => onChange({ ...consent, purpose })}
          />
          <TextField
            label="The member’s written consent: its number and date"
            value={consent.reference}
            onChange={(reference) => onChange({ ...consent, reference })}
          />
        </>
      ) : null}
    </>
  )
}

interface NotesExportProps {
  readonly sessionId: SessionId
  /** How many notes are signed. */
  readonly signedCount: number
}

/** Makes every signed note of a session as a PDF for its own chart, and can be stopped. */
export function NotesExport({ sessionId, signedCount }: NotesExportProps) {
  const { act, isBusy, failure } = useAct()
  const [done, setDone] = useState(0)
  const [said, setSaid] = useState('')
  usePush('export.progress', (progress) => setDone(progress.done))
  const make = async () => {
    setSaid('')
    setDone(0)
    const made = await act('export.notes', { sessionId, paper: 'Letter' })
    if (!made.ok) return
    const { files, total, wasCancelled } = made.value
    setSaid(`${files.length} of ${total} notes are in the exports folder${wasCancelled ? '; stopped' : ''}.`)
  }
  return (
    <section aria-label="The notes as PDFs" className={styles['batch']}>
      <Button icon={Files} isDisabled={signedCount === 0} isPending={isBusy} onPress={() => void make()}>
        Export the signed notes
      </Button>
      {isBusy ? (
        <div className={styles['progress']}>
          <progress aria-label="Notes made" value={done} max={signedCount} />
          <Button size="small" onPress={() => void call('export.cancel-notes', {})}>
            Stop
          </Button>
        </div>
      ) : null}
      <output className={styles['soft']}>{said}</output>
      <FailureNotice failure={failure} onRetry={() => void make()} />
    </section>
  )
}
