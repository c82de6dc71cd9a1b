import type { PersonId } from '../../shared/ids.ts'
import type { Member } from '../../shared/roster/member.ts'
import { Select } from '../ui/Select.tsx'
import { TextField } from '../ui/TextField.tsx'
import type { DisclosuresTableModel } from './use-disclosures-table.tsx'
import styles from './DisclosuresScreen.module.css'

interface LedgerFiltersProps {
  readonly table: DisclosuresTableModel
  readonly members: readonly Member[]
  readonly whose: PersonId | null
}

const all = { value: 'all', name: 'All members' } as const

/** Which entries the table shows: of whom, and with what words. */
export function LedgerFilters({ table, members, whose }: LedgerFiltersProps) {
  const search: unknown = table.state.globalFilter
  return (
    <>
      <Select
        label="Whose record"
        className={styles['whose'] ?? ''}
        options={[all, ...members.map(({ id, preferredName }) => ({ value: id, name: preferredName }))]}
        value={whose ?? all.value}
        onChange={(value) =>
          table.getColumn('member')?.setFilterValue(value === all.value ? undefined : value)
        }
      />
      <TextField
        label="Search"
        type="search"
        className={styles['search'] ?? ''}
        value={typeof search === 'string' ? search : ''}
        onChange={(words) => table.setGlobalFilter(words)}
      />
    </>
  )
}
