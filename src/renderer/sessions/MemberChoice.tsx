import type { PersonId } from '../../shared/ids.ts'
import type { Member } from '../../shared/roster/member.ts'
import { FindMember } from '../care/FindMember.tsx'
import styles from './FilterWords.module.css'

interface MemberChoiceProps {
  readonly members: readonly Member[]
  readonly onChoose: (personId: PersonId) => void
}

/** One of the members on file, of whom there are too many to list. */
export function MemberChoice({ members, onChoose }: MemberChoiceProps) {
  return (
    <div className={styles['find']}>
      {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- it was opened to be typed into */}
      <FindMember label="Member" members={members} autoFocus onChoose={({ id }) => onChoose(id)} />
    </div>
  )
}
