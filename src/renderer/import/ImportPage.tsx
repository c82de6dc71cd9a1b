import { useState } from 'react'
import type { DoneImport, ImportTable } from '../../shared/ipc/import-calls.ts'
import { BackButton } from '../app/BackButton.tsx'
import { FailureNotice } from '../app/FailureNotice.tsx'
import { useAct, useRead } from '../app/api.ts'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ImportDone } from './ImportDone.tsx'
import styles from './ImportPage.module.css'
import { ImportTablePart } from './ImportTablePart.tsx'

/** Members and groups from a table of another program: looked at first, then taken over whole or not at all. */
export function ImportPage() {
  const { act, isBusy, failure } = useAct()
  const [table, setTable] = useState<ImportTable | null>(null)
  const [done, setDone] = useState<DoneImport | null>(null)
  const last = useRead('import.last', {})
  const choose = async () => {
    const answer = await act('import.choose', {})
    if (!answer.ok || answer.value === null) return
    setTable(answer.value)
    setDone(null)
  }
  const putAway = async () => {
    await act('import.forget', {})
    setTable(null)
  }
  const shown = done ?? (last.status === 'ready' ? last.value : null)
  return (
    <div className={styles['page']}>
      <BackButton to={{ name: 'groups' }}>Groups & members</BackButton>
      <h1 className={styles['title']}>Import members and groups</h1>
      <FailureNotice failure={failure} />
      {shown === null || table !== null ? null : (
        <ImportDone key={shown.importId} done={shown} isFresh={done !== null} onGone={() => setDone(null)} />
      )}
      {table === null ? (
        <NoTable isBusy={isBusy} onChoose={() => void choose()} />
      ) : (
        <ImportTablePart
          table={table}
          onPutAway={() => void putAway()}
          onDone={(value) => {
            setTable(null)
            setDone(value)
          }}
        />
      )}
    </div>
  )
}

interface NoTableProps {
  readonly isBusy: boolean
  readonly onChoose: () => void
}

function NoTable({ isBusy, onChoose }: NoTableProps) {
  return (
    <EmptyState
      title="A table from another program"
      action={
        <Button look="primary" size="large" isDisabled={isBusy} onPress={onChoose}>
          Choose a CSV file
        </Button>
      }
    >
      One line a member, with their group if you have it there. You see what is in it and what it would change
      before anything is taken over, and the whole of it can be taken back.
    </EmptyState>
  )
}
