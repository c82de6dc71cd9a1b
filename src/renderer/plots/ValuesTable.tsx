import styles from './ValuesTable.module.css'
import type { ValuesTableModel } from '../../shared/plots/values.ts'

interface ValuesTableProps {
  readonly label: string
  readonly table: ValuesTableModel
}

/** The numbers behind a plot, for whoever would rather read them, hear them, or have them on paper. */
export function ValuesTable({ label, table: { head, rows } }: ValuesTableProps) {
  return (
    <table className={styles['table']} aria-label={label}>
      <thead>
        <tr>
          {head.map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, cells: [first, ...others] }) => (
          <tr key={key}>
            <th scope="row">
              <bdi>{first}</bdi>
            </th>
            {others.map((cell, index) => (
              <td key={head[index + 1]}>
                <bdi>{cell}</bdi>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
