import type { ValuesTableModel } from '../../../shared/plots/values.ts'

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
        <section key={name}>
          <h3>
            <bdi>{name}</bdi>
          </h3>
          <ValuesTable table={table} />
        </section>
      ))}
    </section>
  )
}

function ValuesTable({ table: { head, rows } }: { readonly table: ValuesTableModel }) {
  return (
    <table>
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
