import type { PersonId } from '../../shared/ids.ts'
import styles from './MemberLink.module.css'
import { usePlace } from './navigation.tsx'

interface MemberLinkProps {
  readonly personId: PersonId
  readonly name: string
}

/** A name in a sentence or a list that leads to its member. */
export function MemberLink({ personId, name }: MemberLinkProps) {
  const { go } = usePlace()
  return (
    <button type="button" className={styles['link']} onClick={() => go({ name: 'member', personId })}>
      <bdi>{name}</bdi>
    </button>
  )
}
