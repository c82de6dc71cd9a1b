import { useEffect, useRef, useState, type RefObject } from 'react'
import type { ImportId } from '../../shared/ids.ts'
import type { ImportState, ImportTable } from '../../shared/ipc/import-calls.ts'
import { BackButton } from '../app/BackButton.tsx'
import { FailureNotice } from '../app/FailureNotice.tsx'
import { useAct, usePush, useRead } from '../app/api.ts'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ImportDone } from './ImportDone.tsx'
import styles from './ImportPage.module.css'
import { ImportRunning } from './ImportRunning.tsx'
import { ImportTablePart } from './ImportTablePart.tsx'
import { useImportState } from './use-import.ts'

/** Members and groups from a table of another program: looked at first, then taken over whole or not at all. */
export function ImportPage() {
  const { act, isBusy, failure } = useAct()
  const [table, setTable] = useState<ImportTable | null>(null)
  const [freshId, setFreshId] = useState<ImportId | null>(null)
  const chooseButton = useRef<HTMLButtonElement>(null)
  const state = useImportState()
  const last = useRead('import.last', {})
  usePush('import.changed', (changed) => {
    if (changed.stage !== 'done') return
    setTable(null)
    setFreshId(changed.done.importId)
  })
  const choose = async () => {
    const answer = await act('import.choose', {})
    if (answer.ok && answer.value !== null) setTable(answer.value)
  }
  const putAway = async () => {
    await act('import.forget', {})
    setTable(null)
  }
  if (state === null) return <div className={styles['page']} aria-busy />
  const shown = state.stage === 'done' ? state.done : last.status === 'ready' ? last.value : null
  return (
    <div className={styles['page']}>
      <BackButton to={{ name: 'groups' }}>Groups & members</BackButton>
      <h1 className={styles['title']}>Import members and groups</h1>
      <FailureNotice failure={failure} />
      {table === null ? (
        <>
          {shown === null || state.stage === 'running' ? null : (
            <ImportDone
              key={shown.importId}
              done={shown}
              isFresh={shown.importId === freshId}
              onGone={() => chooseButton.current?.focus()}
            />
          )}
          <NoTable state={state} chooseButton={chooseButton} isBusy={isBusy} onChoose={() => void choose()} />
        </>
      ) : (
        <ImportTablePart table={table} state={state} onPutAway={() => void putAway()} />
      )}
    </div>
  )
}

interface NoTableProps {
  readonly state: ImportState
  readonly chooseButton: RefObject<HTMLButtonElement | null>
  readonly isBusy: boolean
  readonly onChoose: () => void
}

/** Also for whoever went to another page while a table was taken over, and came back. */
function NoTable({ state, chooseButton, isBusy, onChoose }: NoTableProps) {
  // What was put away had the keyboard.
  useEffect(() => {
    if (document.activeElement === document.body) chooseButton.current?.focus()
  }, [chooseButton])
  if (state.stage === 'running') {
    return (
      <div className={styles['alone']}>
        <ImportRunning state={state} />
      </div>
    )
  }
  return (
    <>
      <FailureNotice failure={state.stage === 'failed' ? { code: state.code } : null} />
      <EmptyState
        title="A table from another program"
        action={
          <Button ref={chooseButton} look="primary" size="large" isDisabled={isBusy} onPress={onChoose}>
            Choose a CSV file
          </Button>
        }
      >
        One line a member, with their group if you have it there. You see what is in it and what it would
        change before anything is taken over, and the whole of it can be taken back.
      </EmptyState>
    </>
  )
}
