import { Plus } from 'lucide-react'
import type { Stamp } from '../../shared/session/stamp.ts'
import { usePlace } from '../app/navigation.tsx'
import { longDay } from '../app/time-words.ts'
import { Button } from '../ui/Button.tsx'
import { Opening } from './Opening.tsx'
import styles from './TodayScreen.module.css'

/** An empty vault: the circle is drawn, and nobody sits in it yet. */
export function FirstGroup({ now }: { readonly now: Stamp }) {
  const { go } = usePlace()
  return (
    <div className={styles['first']}>
      <p className={styles['date']}>{longDay(now.wallMs, now.zone)}</p>
      <Opening
        memberCount={0}
        facilitatorCount={1}
        before=""
        figure="0"
        after="groups"
        when="Welcome"
        title="Create your first group"
        level={1}
        what="A name, a type and the times that it meets; then its members. Its next session will wait here, with the agenda of its type."
      >
        <Button look="primary" size="large" icon={Plus} onPress={() => go({ name: 'groups', isNew: true })}>
          New group
        </Button>
      </Opening>
    </div>
  )
}
