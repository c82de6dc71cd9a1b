import {
  columnFilteringFeature,
  createColumnHelper,
  createFilteredRowModel,
  createSortedRowModel,
  filterFn_includesString,
  globalFilteringFeature,
  rowSortingFeature,
  tableFeatures,
  useTable,
} from '@tanstack/react-table'
import type { PersonId } from '../../shared/ids.ts'
import type { LedgerRow } from './disclosure-words.ts'
import { DayCell, WhatCell, WordsCell } from './LedgerCells.tsx'

const features = tableFeatures({
  columnFilteringFeature,
  globalFilteringFeature,
  filteredRowModel: createFilteredRowModel(),
  filterFns: { includesString: filterFn_includesString },
  rowSortingFeature,
  sortedRowModel: createSortedRowModel(),
})
const helper = createColumnHelper<typeof features, LedgerRow>()
const byName = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' })

const columns = helper.columns([
  helper.accessor(({ entry }) => entry.disclosedOn, {
    id: 'day',
    header: 'Date',
    sortFn: (a, b) => a.original.entry.disclosedOn.localeCompare(b.original.entry.disclosedOn),
    cell: ({ row }) => <DayCell day={row.original.entry.disclosedOn} />,
  }),
  helper.accessor(({ member }) => member, {
    id: 'member',
    header: 'Whose record',
    sortFn: (a, b) => byName.compare(a.original.member, b.original.member),
    filterFn: (row, _, personId) => row.original.entry.personId === personId,
    cell: ({ row }) => <WordsCell words={row.original.member} />,
  }),
  helper.accessor(({ entry }) => entry.what, {
    id: 'what',
    header: 'What',
    enableSorting: false,
    cell: ({ row }) => <WhatCell row={row.original} />,
  }),
  helper.accessor(({ entry }) => entry.recipient, {
    id: 'recipient',
    header: 'Recipient',
    sortFn: (a, b) => byName.compare(a.original.entry.recipient, b.original.entry.recipient),
    cell: ({ row }) => <WordsCell words={row.original.entry.recipient} />,
  }),
  helper.accessor(({ entry }) => entry.purpose, {
    id: 'purpose',
    header: 'Purpose',
    enableSorting: false,
    cell: ({ row }) => <WordsCell words={row.original.entry.purpose} />,
  }),
  helper.accessor(({ entry }) => entry.consentReference, {
    id: 'consent',
    header: 'Consent',
    enableSorting: false,
    cell: ({ row }) => <WordsCell words={row.original.entry.consentReference} />,
  }),
])

export type DisclosuresTableModel = ReturnType<typeof useDisclosuresTable>

/** The ledger, the last day first; of one member at first where `personId` names one. */
export function useDisclosuresTable(rows: readonly LedgerRow[], personId: PersonId | null) {
  return useTable({
    features,
    columns,
    data: rows,
    getRowId: ({ entry }) => entry.disclosureId,
    enableSortingRemoval: false,
    globalFilterFn: 'includesString',
    initialState: {
      sorting: [{ id: 'day', desc: true }],
      columnFilters: personId === null ? [] : [{ id: 'member', value: personId }],
    },
  })
}
