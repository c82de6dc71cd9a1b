import type { Roster } from '../../shared/ipc/roster-calls.ts'
import type { Member } from '../../shared/roster/member.ts'
import { usePlace } from '../app/navigation.tsx'
import { FindMember } from '../care/FindMember.tsx'
import { FormerMembers } from '../care/FormerMembers.tsx'
import { useGone } from '../care/use-gone.ts'
import { MembersTable } from './MembersTable.tsx'
import styles from './GroupPane.module.css'

interface UngroupedPaneProps {
  readonly roster: Roster
  readonly members: readonly Member[]
}

/** Twenty years leave many behind: more than this are found by their names, not listed. */
const shownAtOnce = 60

/** People on file whom no group has at present: taken out, or not yet placed. */
export function UngroupedPane({ roster, members }: UngroupedPaneProps) {
  const { go } = usePlace()
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
      {present.length > shownAtOnce ? (
        <FindMember
          label="Open somebody’s page"
          members={present}
          onChoose={({ id }) => go({ name: 'member', personId: id })}
        />
      ) : present.length === 0 ? null : (
        <MembersTable members={present} roster={roster} />
      )}
      <FormerMembers members={members.filter(({ id }) => gone.has(id))} />
    </article>
  )
}
