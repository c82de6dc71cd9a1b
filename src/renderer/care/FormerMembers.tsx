import type { Member } from '../../shared/roster/member.ts'
import { counted } from '../../shared/count.ts'
import { usePlace } from '../app/navigation.tsx'
import { FindMember } from './FindMember.tsx'
import styles from './WaitingList.module.css'

/** Who was discharged or removed. They are found by name, since twenty years make many of them. */
export function FormerMembers({ members }: { readonly members: readonly Member[] }) {
  const { go } = usePlace()
  if (members.length === 0) return null
  return (
    <section aria-labelledby="former" className={styles['part']}>
      <h3 id="former" className={styles['title']}>
        No longer in care
        <span className={styles['count']}>{counted(members.length, 'member')}</span>
      </h3>
      <FindMember
        label="Open somebody’s page"
        members={members}
        onChoose={({ id }) => go({ name: 'member', personId: id })}
      />
    </section>
  )
}
