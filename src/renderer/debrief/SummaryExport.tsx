import { CircleAlert, FileText } from 'lucide-react'
import { useState } from 'react'
import type { SessionId } from '../../shared/ids.ts'
import type { ExportedFile } from '../../shared/ipc/export-calls.ts'
import type { Failure } from '../../shared/ipc/failure.ts'
import { FailureNotice } from '../app/FailureNotice.tsx'
import { OpenExported } from '../app/OpenExported.tsx'
import { useAct, useRead } from '../app/api.ts'
import { Button } from '../ui/Button.tsx'
import { summaryText, type DebriefFacts } from './debrief-view.ts'
import { namesInText } from '../../shared/roster/names-in-text.ts'
import type { SaveStatus } from './saver.ts'
import { useSaver, type Drafts } from './use-drafts.ts'
import styles from './Progress.module.css'

interface SummaryExportProps {
  readonly sessionId: SessionId
  readonly facts: DebriefFacts
  readonly drafts: Drafts
  readonly isConcealed: boolean
}

/** The group summary as a PDF: made from what is on disk, so everything is saved first. */
export function SummaryExport({ sessionId, facts, drafts, isConcealed }: SummaryExportProps) {
  const { act, failure } = useAct()
  const exported = useRead('export.list', { sessionId })
  const [isMaking, setIsMaking] = useState(false)
  const { value: shared, status } = useSaver(drafts.shared)
  const { value: topic, status: topicStatus } = useSaver(drafts.topic)
  const named = namesInText(summaryText(topic, shared), facts.nameable).length
  const make = async () => {
    setIsMaking(true)
    const saved = await Promise.all([drafts.topic.flush(), drafts.shared.flush()])
    if (saved.every(Boolean)) await act('export.group-summary', { sessionId })
    setIsMaking(false)
  }
  const latest =
    exported.status === 'ready' ? exported.value.find(({ kind }) => kind === 'group-summary') : undefined
  const unsaved = failureOf(topicStatus) ?? failureOf(status)
  return (
    <section aria-labelledby="export-title" className={styles['export']}>
      <h2 id="export-title" className={styles['label']}>
        Group summary
      </h2>
      <p className={styles['soft']}>
        Facts of the log and the shared part. It has no place for a member’s name.
      </p>
      {named > 0 && !isConcealed ? (
        <p className={styles['named']}>
          <CircleAlert aria-hidden size={15} strokeWidth={2} />
          The shared part may name {named === 1 ? 'a member' : `${named} members`}. Look at it before you
          export.
        </p>
      ) : null}
      <Button look="primary" icon={FileText} isPending={isMaking} onPress={() => void make()}>
        {isMaking ? 'Making the PDF' : 'Export the group summary'}
      </Button>
      {isMaking ? <progress aria-label="Making the PDF" className={styles['bar']} /> : null}
      {latest === undefined || isMaking ? null : <ExportedPdf file={latest} facts={facts} />}
      <FailureNotice failure={failure ?? unsaved} onRetry={() => void make()} />
    </section>
  )
}

function failureOf(status: SaveStatus): Failure | null {
  return status.kind === 'failed' ? status.failure : null
}

function ExportedPdf({ file, facts }: { readonly file: ExportedFile; readonly facts: DebriefFacts }) {
  return (
    <div className={styles['file']}>
      <output>
        <span className={styles['fileName']}>{file.fileName}</span>{' '}
        <span className={styles['made']}>made at {facts.timeWords(file.exportedAtMs)}</span>
      </output>
      <p className={styles['soft']}>The vault no longer protects this file. Whoever has it can read it.</p>
      <OpenExported file={file} words="Open" className={styles['fileActions']} />
    </div>
  )
}
