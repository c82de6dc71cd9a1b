import { Button as Pressable } from 'react-aria-components'
import { counted } from '../../shared/count.ts'
import type { GroupId } from '../../shared/ids.ts'
import { useRead } from '../app/api.ts'
import { usePlace } from '../app/navigation.tsx'
import { PagePart } from '../app/PagePart.tsx'
import styles from './page.module.css'

/** In which sessions somebody has written what whoever is here has not read. */
export function NewComments() {
  const { go } = usePlace()
  const unread = useRead('comments.unread', {})
  if (unread.status !== 'ready' || unread.value.length === 0) return null
  return (
    <PagePart title="Comments that you have not read">
      <ul className={styles['rows']}>
        {unread.value.map(({ sessionId, groupId, number, count }) => (
          <li key={sessionId}>
            <Pressable className={styles['row'] ?? ''} onPress={() => go({ name: 'session', sessionId })}>
              <UnreadIn groupId={groupId} number={number} count={count} />
            </Pressable>
          </li>
        ))}
      </ul>
    </PagePart>
  )
}

interface UnreadInProps {
  readonly groupId: GroupId
  readonly number: number
  readonly count: number
}

function UnreadIn({ groupId, number, count }: UnreadInProps) {
  const roster = useRead('roster.current', {})
  const group = roster.status === 'ready' ? roster.value.groups.find(({ id }) => id === groupId) : undefined
  return (
    <>
      <span className={styles['name']}>{counted(count, 'comment')}</span>
      <span className={styles['line']}>
        <bdi>{group?.name ?? 'A former group'}</bdi>, session {number}
      </span>
    </>
  )
}
