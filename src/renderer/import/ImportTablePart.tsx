import { useState } from 'react'
import type { Decision, LineFate } from '../../shared/import/plan-import.ts'
import type { DoneImport, ImportPreview, ImportTable } from '../../shared/ipc/import-calls.ts'
import { FailureNotice } from '../app/FailureNotice.tsx'
import { useAct, useRead } from '../app/api.ts'
import { Button } from '../ui/Button.tsx'
import { ImportColumns } from './ImportColumns.tsx'
import styles from './ImportPage.module.css'
import { ImportLines } from './ImportLines.tsx'
import { countWords } from './import-words.ts'
import { counted } from '../../shared/count.ts'

interface ImportTablePartProps {
  readonly table: ImportTable
  readonly onPutAway: () => void
  readonly onDone: (done: DoneImport) => void
}

/** What is in the columns, what becomes of each line, and the one act that takes it over. */
export function ImportTablePart({ table, onPutAway, onDone }: ImportTablePartProps) {
  const [mapping, setMapping] = useState(table.mapping)
  const [decisions, setDecisions] = useState<readonly Decision[]>([])
  const read = useRead('import.preview', { mapping, decisions: [...decisions] })
  const [kept, setKept] = useState<ImportPreview | null>(null)
  // While it is planned anew, what was shown stays, so that nothing jumps.
  if (read.status === 'ready' && read.value !== kept) setKept(read.value)
  const { act, isBusy, failure } = useAct()
  const decide = (lines: readonly number[], fate: LineFate) => {
    const touched = new Set(lines)
    setDecisions([
      ...decisions.filter(({ line }) => !touched.has(line)),
      ...lines.map((line) => ({ line, fate })),
    ])
  }
  const takeOver = async () => {
    const answer = await act('import.commit', { mapping, decisions: [...decisions] })
    if (answer.ok) onDone(answer.value)
  }
  return (
    <>
      <ImportColumns table={table} mapping={mapping} onChange={setMapping} />
      {read.status === 'failed' ? <FailureNotice failure={read.failure} onRetry={read.retry} /> : null}
      {kept === null ? null : <ImportLines preview={kept} onDecide={decide} />}
      <FailureNotice failure={failure} />
      <div className={styles['foot']}>
        <Button look="plain" onPress={onPutAway}>
          Put the table away
        </Button>
        <output className={styles['footWords']}>
          {kept === null ? 'Reading the lines …' : summaryOf(kept)}
        </output>
        <Button
          look="primary"
          size="large"
          isDisabled={isBusy || kept === null || kept.problemCount > 0 || isEmpty(kept)}
          onPress={() => void takeOver()}
        >
          {kept === null || isEmpty(kept) ? 'Take over' : `Take over ${countWords(kept.counts)}`}
        </Button>
      </div>
    </>
  )
}

function isEmpty({ counts }: ImportPreview): boolean {
  return counts.members + counts.groups + counts.enrolments === 0
}

function summaryOf(preview: ImportPreview): string {
  if (preview.problemCount > 0)
    return `${counted(preview.problemCount, 'line')} to settle or leave out before anything can be taken over.`
  if (isEmpty(preview)) return 'Nothing in this table is new.'
  return 'All of it is taken over, or nothing.'
}
