import type { ValuesTableModel } from '../../../shared/plots/values.ts'
import { LongTable } from '../parts.tsx'

export interface NamedTable {
  readonly name: string
  readonly table: ValuesTableModel
}

/** The numbers behind the plots, on pages of their own: nobody can walk through a plot on paper. */
export function ValuesTables({ tables }: { readonly tables: readonly NamedTable[] }) {
  const shown = tables.filter(({ table }) => table.rows.length > 0)
  if (shown.length === 0) return null
  return (
    <section className="numbers">
      <h2>The numbers</h2>
      {shown.map(({ name, table }) => (
        <ValuesTable key={name} name={name} table={table} />
      ))}
    </section>
  )
}

function ValuesTable({ name, table: { head, rows } }: NamedTable) {
  return (
    <LongTable name={name} level={3} columns={head}>
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
    </LongTable>
  )
}
