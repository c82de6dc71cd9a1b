import { ariaSort, SortHeading } from '../ui/SortHeading.tsx'
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
                  <SortHeading sorted={sorted} onSort={column.getToggleSortingHandler()}>
                    <table.FlexRender header={header} />
                  </SortHeading>
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
