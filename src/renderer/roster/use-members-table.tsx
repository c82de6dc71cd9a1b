import {
  createColumnHelper,
  createSortedRowModel,
  rowSortingFeature,
  tableFeatures,
  useTable,
} from '@tanstack/react-table'
import { useMemo } from 'react'
import type { Member } from '../../shared/roster/member.ts'
import { AgreementCell } from './AgreementCell.tsx'
import { MemberName } from './MemberName.tsx'

const features = tableFeatures({ rowSortingFeature, sortedRowModel: createSortedRowModel() })
const helper = createColumnHelper<typeof features, MemberRow>()
const byName = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' })

/** A member with the number of their seat, which sorting does not change. */
interface MemberRow {
  readonly seat: number
  readonly member: Member
}

const columns = helper.columns([
  helper.accessor('seat', { header: 'Seat', cell: ({ row }) => row.original.seat }),
  helper.accessor(({ member }) => member.preferredName, {
    id: 'name',
    header: 'Name',
    sortFn: (a, b) => byName.compare(a.original.member.preferredName, b.original.member.preferredName),
    cell: ({ row }) => <MemberName member={row.original.member} />,
  }),
  helper.accessor(({ member }) => member.chartId, {
    id: 'chart',
    header: 'Chart',
    enableSorting: false,
    cell: ({ row }) => <bdi>{row.original.member.chartId}</bdi>,
  }),
  helper.accessor(({ member }) => member.agreedOn ?? '', {
    id: 'agreement',
    header: 'Confidentiality',
    // Whoever has yet to agree comes first: that is what one sorts for.
    sortFn: (a, b) => (a.original.member.agreedOn ?? '').localeCompare(b.original.member.agreedOn ?? ''),
    sortDescFirst: false,
    cell: ({ row }) => <AgreementCell member={row.original.member} />,
  }),
])

/** Members with their seats, sorted by one column at a time; by seat at first. */
export function useMembersTable(members: readonly Member[]) {
  const data = useMemo(() => members.map((member, index) => ({ seat: index + 1, member })), [members])
  return useTable({
    features,
    columns,
    data,
    getRowId: (row) => row.member.id,
    enableSortingRemoval: false,
    initialState: { sorting: [{ id: 'seat', desc: false }] },
  })
}
