import type { SortDirection } from '@tanstack/react-table'
import { ArrowDown, ArrowUp } from 'lucide-react'
import { classNames } from '../ui/class-names.ts'
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx'
import type { MembersTableModel } from './use-members-table.tsx'
import styles from './MembersTable.module.css'

/** The headings; those that sort are buttons. */
export function MembersHead({ table }: { readonly table: MembersTableModel }) {
  return (
    <thead>
      {table.getHeaderGroups().map((group) => (
        <tr key={group.id}>
          {group.headers.map((header) => {
            const { column } = header
            const sorted = column.getIsSorted()
            return (
              <th key={header.id} scope="col" aria-sort={ariaSort(sorted)} className={styles[column.id]}>
                {column.getCanSort() ? (
                  <button type="button" className={styles['sort']} onClick={column.getToggleSortingHandler()}>
                    <table.FlexRender header={header} />
                    <SortArrow sorted={sorted} />
                  </button>
                ) : (
                  <table.FlexRender header={header} />
                )}
              </th>
            )
          })}
          <th scope="col" className={styles['menu']}>
            <VisuallyHidden>Actions</VisuallyHidden>
          </th>
        </tr>
      ))}
    </thead>
  )
}

function ariaSort(sorted: false | SortDirection) {
  if (sorted === false) return undefined
  return sorted === 'asc' ? 'ascending' : 'descending'
}

function SortArrow({ sorted }: { readonly sorted: false | SortDirection }) {
  const Arrow = sorted === 'desc' ? ArrowDown : ArrowUp
  return (
    <Arrow
      aria-hidden
      size={13}
      strokeWidth={2}
      className={classNames(styles['arrow'], sorted === false && styles['unsorted'])}
    />
  )
}
