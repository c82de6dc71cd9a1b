import type { Member } from '../../shared/roster/member.ts'
import { usePlace } from '../app/navigation.tsx'
import { roleNames } from './roster-words.ts'
import styles from './MembersTable.module.css'

/** A name leads to how its person is doing. */
export function MemberName({ member }: { readonly member: Member }) {
  const { go } = usePlace()
  return (
    <button
      type="button"
      className={styles['who']}
      onClick={() => go({ name: 'member', personId: member.id })}
    >
      <bdi aria-hidden className={styles['initials']}>
        {member.initials}
      </bdi>
      <bdi className={styles['preferredName']}>{member.preferredName}</bdi>
      {member.role === 'member' ? null : <span className={styles['role']}>{roleNames[member.role]}</span>}
    </button>
  )
}
