import { memo } from 'react'
import type { SessionColumn } from '../../shared/review/session-view.ts'
import { ariaSort, SortHeading } from '../ui/SortHeading.tsx'
import { classNames } from '../ui/class-names.ts'
import { columnWords } from './column-words.ts'
import type { SessionTableModel } from './use-session-table.ts'
import styles from './SessionGrid.module.css'

interface GridHeadProps {
  readonly table: SessionTableModel
  readonly columns: readonly SessionColumn[]
}

/** The headings. Each sorts; with Shift it sorts what the others left equal. They stay as they are while lines scroll. */
export const GridHead = memo(function GridHead({ table, columns }: GridHeadProps) {
  const { sorting } = table.state
  return (
    <thead className={styles['head']}>
      <tr aria-rowindex={1} className={styles['headings']}>
        {columns.map((id, place) => {
          const column = table.getColumn(id)
          const order = sorting.findIndex((sort) => sort.id === id)
          const sorted = order === -1 ? false : sorting[order]?.desc === true ? 'desc' : 'asc'
          return (
            <th
              key={id}
              scope="col"
              aria-colindex={place + 1}
              aria-sort={order === 0 ? ariaSort(sorted) : undefined}
              className={classNames(styles['heading'], columnWords[id].isFigure && styles['figure'])}
            >
              <SortHeading sorted={sorted} onSort={column?.getToggleSortingHandler()}>
                {columnWords[id].heading}
                {sorting.length > 1 && order !== -1 ? (
                  <sup className={styles['order']}>{order + 1}</sup>
                ) : null}
              </SortHeading>
            </th>
          )
        })}
      </tr>
    </thead>
  )
})
