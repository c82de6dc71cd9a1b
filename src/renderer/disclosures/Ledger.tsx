import { FileOutput, Plus } from 'lucide-react'
import { useMemo, useState } from 'react'
import { personIdSchema, type PersonId } from '../../shared/ids.ts'
import type { Roster } from '../../shared/ipc/roster-calls.ts'
import type { Disclosure } from '../../shared/record/disclosure.ts'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { countWords, ledgerRows } from './disclosure-words.ts'
import { DisclosureDialog } from './DisclosureDialog.tsx'
import { DisclosuresTable, type DisclosuresTableProps } from './DisclosuresTable.tsx'
import { LedgerExport } from './LedgerExport.tsx'
import { LedgerFilters } from './LedgerFilters.tsx'
import { useDisclosuresTable } from './use-disclosures-table.tsx'
import styles from './DisclosuresScreen.module.css'

interface LedgerProps {
  readonly entries: readonly Disclosure[]
  readonly roster: Roster
  /** Whose ledger is shown at first; null for all. */
  readonly personId: PersonId | null
}

type Open = { readonly kind: 'enter' | 'export' } | { readonly kind: 'correct'; readonly entry: Disclosure }

export function Ledger({ entries, roster, personId }: LedgerProps) {
  const [open, setOpen] = useState<Open | null>(null)
  const rows = useMemo(() => ledgerRows(entries, roster), [entries, roster])
  const table = useDisclosuresTable(rows, personId)
  const whose = personIdSchema.nullable().catch(null).parse(table.getColumn('member')?.getFilterValue())
  const name = roster.members.find(({ id }) => id === whose)?.preferredName ?? ''
  const ofWhose = whose === null ? entries : entries.filter((entry) => entry.personId === whose)
  const close = () => setOpen(null)
  return (
    <>
      <div className={styles['tools']}>
        <LedgerFilters table={table} members={roster.members} whose={whose} />
        <div className={styles['buttons']}>
          <Button look="primary" icon={Plus} onPress={() => setOpen({ kind: 'enter' })}>
            Enter a disclosure
          </Button>
          <Button icon={FileOutput} onPress={() => setOpen({ kind: 'export' })}>
            Export
          </Button>
        </div>
      </div>
      <output className={styles['count']}>
        {ofWhose.length === 0 ? null : countWords(table.getRowModel().rows.length, ofWhose.length)}
      </output>
      <Entries
        table={table}
        isEmpty={ofWhose.length === 0}
        name={name}
        onCorrect={(entry) => setOpen({ kind: 'correct', entry })}
      />
      {open === null ? null : open.kind === 'export' ? (
        <LedgerExport personId={whose} name={name} onClose={close} />
      ) : (
        <DisclosureDialog
          members={roster.members}
          personId={whose}
          corrects={open.kind === 'correct' ? open.entry : null}
          onClose={close}
        />
      )}
    </>
  )
}

interface EntriesProps extends DisclosuresTableProps {
  readonly isEmpty: boolean
  /** Whose entries they are; empty for all. */
  readonly name: string
}

function Entries({ isEmpty, name, table, onCorrect }: EntriesProps) {
  if (isEmpty) {
    return (
      <EmptyState title={name === '' ? 'No disclosure is entered' : `No disclosure about ${name} is entered`}>
        A note that is made for somebody else stands here by itself. What went out by telephone, post or fax,
        you enter.
      </EmptyState>
    )
  }
  if (table.getRowModel().rows.length === 0) {
    return <p className={styles['nothing']}>No entry has these words.</p>
  }
  return <DisclosuresTable table={table} onCorrect={onCorrect} />
}
