import { UsersRound } from 'lucide-react'
import { groupTypeNames } from '../../shared/agenda/group-type.ts'
import type { Group } from '../../shared/roster/group.ts'
import { RowButton } from './RowButton.tsx'
import styles from './NothingPlanned.module.css'

interface NothingPlannedProps {
  readonly groups: readonly Group[]
  readonly onStart: (group: Group) => void
}

/** No group has a time of its own: any can start. */
export function NothingPlanned({ groups, onStart }: NothingPlannedProps) {
  return (
    <section className={styles['section']} aria-labelledby="nothing-planned">
      <h2 id="nothing-planned" className={styles['title']}>
        Nothing is planned
      </h2>
      <p className={styles['lead']}>Start a group now, or give it its times under Groups & members.</p>
      <ul className={styles['rows']}>
        {groups.map((group) => (
          <li key={group.id}>
            <RowButton className={styles['row'] ?? ''} onPress={() => onStart(group)}>
              <UsersRound aria-hidden size={18} strokeWidth={1.75} />
              <span className={styles['words']}>
                <bdi className={styles['name']}>{group.name}</bdi>
                <span className={styles['soft']}>{groupTypeNames[group.type]}</span>
              </span>
              <span className={styles['start']}>Start</span>
            </RowButton>
          </li>
        ))}
      </ul>
    </section>
  )
}
