import type { Roster } from '../../shared/ipc/roster-calls.ts'
import type { Member } from '../../shared/roster/member.ts'
import { MembersTable } from './MembersTable.tsx'
import styles from './GroupPane.module.css'

interface UngroupedPaneProps {
  readonly roster: Roster
  readonly members: readonly Member[]
}

/** People on file whom no group has at present: taken out, or not yet placed. */
export function UngroupedPane({ roster, members }: UngroupedPaneProps) {
  return (
    <article className={styles['group']}>
      <header className={styles['header']}>
        <h2 id="members" className={styles['name']}>
          In no group
        </h2>
        <p className={styles['about']}>
          Their past sessions are kept. Put them into a group from their menu.
        </p>
      </header>
      <MembersTable members={members} roster={roster} />
    </article>
  )
}
