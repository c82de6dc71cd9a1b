import { useState } from 'react'
import type { Member } from '../../shared/roster/member.ts'
import { MemberDialog } from './MemberDialog.tsx'
import { roleNames } from './roster-words.ts'
import styles from './MembersTable.module.css'

/** A name is the way into what is known of its person. */
export function MemberName({ member }: { readonly member: Member }) {
  const [isEditing, setIsEditing] = useState(false)
  return (
    <>
      <button type="button" className={styles['who']} onClick={() => setIsEditing(true)}>
        <bdi aria-hidden className={styles['initials']}>
          {member.initials}
        </bdi>
        <bdi className={styles['preferredName']}>{member.preferredName}</bdi>
        {member.role === 'member' ? null : <span className={styles['role']}>{roleNames[member.role]}</span>}
      </button>
      {isEditing ? <MemberDialog member={member} onClose={() => setIsEditing(false)} /> : null}
    </>
  )
}
