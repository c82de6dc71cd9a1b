import { useEffect, useRef, useState } from 'react'
import type { Decision, LineFate } from '../../shared/import/plan-import.ts'
import type { ImportPreview, ImportState, ImportTable } from '../../shared/ipc/import-calls.ts'
import { counted } from '../../shared/count.ts'
import { FailureNotice } from '../app/FailureNotice.tsx'
import { useAct, useRead } from '../app/api.ts'
import { Button } from '../ui/Button.tsx'
import { ImportColumns } from './ImportColumns.tsx'
import { ImportLines } from './ImportLines.tsx'
import styles from './ImportPage.module.css'
import { ImportRunning } from './ImportRunning.tsx'
import { countWords } from './import-words.ts'

interface ImportTablePartProps {
  readonly table: ImportTable
  readonly state: ImportState
  readonly onPutAway: () => void
}

/** What is in the columns, what becomes of each line, and the one act that takes it over. */
export function ImportTablePart({ table, state, onPutAway }: ImportTablePartProps) {
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
  const isRunning = state.stage === 'running'
  return (
    <>
      <div className={styles['table']} inert={isRunning}>
        <ImportColumns table={table} mapping={mapping} onChange={setMapping} />
        {read.status === 'failed' ? <FailureNotice failure={read.failure} onRetry={read.retry} /> : null}
        {kept === null ? null : <ImportLines preview={kept} onDecide={decide} />}
      </div>
      <FailureNotice failure={failure ?? (state.stage === 'failed' ? { code: state.code } : null)} />
      <div className={styles['foot']}>
        {isRunning ? (
          <ImportRunning state={state} />
        ) : (
          <TakeOver
            preview={kept}
            isBusy={isBusy}
            onPutAway={onPutAway}
            onTakeOver={() => void act('import.commit', { mapping, decisions: [...decisions] })}
          />
        )}
      </div>
    </>
  )
}

interface TakeOverProps {
  /** Null while the lines are read. */
  readonly preview: ImportPreview | null
  readonly isBusy: boolean
  readonly onPutAway: () => void
  readonly onTakeOver: () => void
}

function TakeOver({ preview, isBusy, onPutAway, onTakeOver }: TakeOverProps) {
  const canTake = preview !== null && preview.problemCount === 0 && !isEmpty(preview)
  const putAway = useRef<HTMLButtonElement>(null)
  // After a cancelled one, the keyboard was on a button that is gone.
  useEffect(() => {
    if (document.activeElement === document.body) putAway.current?.focus()
  }, [])
  return (
    <>
      <Button ref={putAway} look="plain" onPress={onPutAway}>
        Put the table away
      </Button>
      <output className={styles['footWords']}>
        {preview === null ? 'Reading the lines …' : summaryOf(preview)}
      </output>
      <Button look="primary" size="large" isDisabled={isBusy || !canTake} onPress={onTakeOver}>
        {preview === null || isEmpty(preview) ? 'Take over' : `Take over ${countWords(preview.counts)}`}
      </Button>
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
