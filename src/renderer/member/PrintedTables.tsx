import { part2Statement2 } from '../../shared/record/part2-statements.ts'
import type { ValuesTableModel } from '../../shared/plots/values.ts'
import { ValuesTable } from '../plots/ValuesTable.tsx'
import { useMedia } from '../ui/use-media.ts'
import styles from './MemberPage.module.css'

interface PrintedTablesProps {
  /** Whether a group that they are or were in is under 42 CFR Part 2. */
  readonly isUnderPart2: boolean
  readonly tables: readonly { readonly name: string; readonly table: () => ValuesTableModel }[]
}

/** On paper nobody can walk through a plot: the numbers follow as tables. They are made when something is printed. */
export function PrintedTables({ isUnderPart2, tables }: PrintedTablesProps) {
  const isPrinting = useMedia('print')
  if (!isPrinting) return null
  return (
    <div className={styles['tables']}>
      {tables.map(({ name, table }) => (
        <section key={name} className={styles['printed']}>
          <h2>
            <bdi>{name}</bdi>
          </h2>
          <ValuesTable label={name} table={table()} />
        </section>
      ))}
      {isUnderPart2 ? <p className={styles['printed']}>{part2Statement2}</p> : null}
    </div>
  )
}
