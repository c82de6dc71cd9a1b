import { ValuesTable } from '../plots/ValuesTable.tsx'
import { membersTable, phasesTable } from './score-tables.ts'
import styles from './ScoreTables.module.css'
import type { SessionView } from './session-view.ts'

/** The numbers behind the score. Members stand in the order of their seats, and in no other. */
export function ScoreTables({ view }: { readonly view: SessionView }) {
  return (
    // Scrolled with the keyboard too: nothing in it can be focused.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className={styles['tables']} tabIndex={0} aria-label="The numbers of the session">
      <h2 className={styles['title']}>Phases</h2>
      <ValuesTable label="Phases, planned and as they went" table={phasesTable(view)} />
      <h2 className={styles['title']}>Members</h2>
      <ValuesTable label="Members" table={membersTable(view)} />
    </section>
  )
}
