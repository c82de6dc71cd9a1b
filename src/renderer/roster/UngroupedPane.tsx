import type { Roster } from '../../shared/ipc/roster-calls.ts'
import type { Member } from '../../shared/roster/member.ts'
import { FormerMembers } from '../care/FormerMembers.tsx'
import { useGone } from '../care/use-gone.ts'
import { MembersTable } from './MembersTable.tsx'
import styles from './GroupPane.module.css'

interface UngroupedPaneProps {
  readonly roster: Roster
  readonly members: readonly Member[]
}

/** People on file whom no group has at present: taken out, or not yet placed. */
export function UngroupedPane({ roster, members }: UngroupedPaneProps) {
  const gone = useGone()
  const present = members.filter(({ id }) => !gone.has(id))
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
      {present.length === 0 ? null : <MembersTable members={present} roster={roster} />}
      <FormerMembers members={members.filter(({ id }) => gone.has(id))} />
    </article>
  )
}
