import type { ReactNode } from 'react'
import { ariaSort, SortHeading, type Sorted } from './SortHeading.tsx'
import styles from './TableHead.module.css'
import { VisuallyHidden } from './VisuallyHidden.tsx'

interface Heading {
  readonly id: string
  readonly column: {
    readonly id: string
    readonly getCanSort: () => boolean
    readonly getIsSorted: () => Sorted
    readonly getToggleSortingHandler: () => ((event: unknown) => void) | undefined
  }
}

/** What the head needs of a table, whatever its rows are. */
interface HeadedTable<Header extends Heading> {
  readonly getHeaderGroups: () => readonly { readonly id: string; readonly headers: readonly Header[] }[]
  readonly FlexRender: (props: { readonly header: Header }) => ReactNode
}

interface TableHeadProps<Header extends Heading> {
  readonly table: HeadedTable<Header>
  /** The class of a column; that of what can be done with a row is `acts`. */
  readonly classOf: (columnId: string) => string | undefined
}

/** The headings, of which those that sort are buttons, and an unseen one over what can be done with a row. */
export function TableHead<Header extends Heading>({ table, classOf }: TableHeadProps<Header>) {
  return (
    <thead className={styles['head']}>
      {table.getHeaderGroups().map((group) => (
        <tr key={group.id}>
          {group.headers.map((header) => {
            const { column } = header
            const sorted = column.getIsSorted()
            return (
              <th key={header.id} scope="col" aria-sort={ariaSort(sorted)} className={classOf(column.id)}>
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
          <th scope="col" className={classOf('acts')}>
            <VisuallyHidden>Actions</VisuallyHidden>
          </th>
        </tr>
      ))}
    </thead>
  )
}
