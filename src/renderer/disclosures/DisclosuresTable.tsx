import { FlexRender } from '@tanstack/react-table'
import type { Disclosure } from '../../shared/record/disclosure.ts'
import { Button } from '../ui/Button.tsx'
import { TableHead } from '../ui/TableHead.tsx'
import type { DisclosuresTableModel } from './use-disclosures-table.tsx'
import styles from './DisclosuresTable.module.css'

export interface DisclosuresTableProps {
  readonly table: DisclosuresTableModel
  readonly onCorrect: (entry: Disclosure) => void
}

/** One line a disclosure. What was corrected stays, says so, and can be corrected no more. */
export function DisclosuresTable({ table, onCorrect }: DisclosuresTableProps) {
  return (
    <table className={styles['table']} aria-label="Disclosures">
      <TableHead table={table} classOf={(columnId) => styles[columnId]} />
      <tbody>
        {table.getRowModel().rows.map((row) => {
          const { entry, member } = row.original
          const isCorrected = entry.correctedById !== null
          return (
            <tr key={row.id} className={styles['row']} data-corrected={isCorrected || undefined}>
              {row.getAllCells().map((cell) => (
                <td key={cell.id} className={styles[cell.column.id]}>
                  <FlexRender cell={cell} />
                </td>
              ))}
              <td className={styles['acts']}>
                {isCorrected ? null : (
                  <Button
                    look="plain"
                    size="small"
                    aria-label={`Correct the entry of ${entry.disclosedOn} about ${member}, to ${entry.recipient}`}
                    onPress={() => onCorrect(entry)}
                  >
                    Correct
                  </Button>
                )}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
