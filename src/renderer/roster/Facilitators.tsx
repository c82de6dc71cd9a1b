import { Plus } from 'lucide-react'
import { useState } from 'react'
import type { Facilitator } from '../../shared/roster/member.ts'
import { Button } from '../ui/Button.tsx'
import { FacilitatorDialog } from './FacilitatorDialog.tsx'
import styles from './GroupsScreen.module.css'

/** `new` opens an empty form. */
type Editing = Facilitator | 'new' | null

export function Facilitators({ facilitators }: { readonly facilitators: readonly Facilitator[] }) {
  const [editing, setEditing] = useState<Editing>(null)
  return (
    <section aria-labelledby="facilitators" className={styles['facilitators']}>
      <h2 id="facilitators" className={styles['sectionTitle']}>
        Facilitators
      </h2>
      <ul>
        {facilitators.map((facilitator) => (
          <li key={facilitator.id}>
            <button
              type="button"
              className={styles['facilitator']}
              aria-label={`Edit ${facilitator.name}`}
              onClick={() => setEditing(facilitator)}
            >
              <span aria-hidden className={styles['initials']}>
                {facilitator.initials}
              </span>
              <span className={styles['facilitatorWords']}>
                <bdi className={styles['facilitatorName']}>{facilitator.name}</bdi>
                <span className={styles['entryWords']}>
                  {[facilitator.credentials, facilitator.isAuthor ? 'you' : ''].filter(Boolean).join(' · ')}
                </span>
              </span>
            </button>
          </li>
        ))}
      </ul>
      <Button
        look="plain"
        size="small"
        icon={Plus}
        onPress={() => setEditing('new')}
        className={styles['add'] ?? ''}
      >
        Add a facilitator
      </Button>
      {editing === null ? null : (
        <FacilitatorDialog
          facilitator={editing === 'new' ? null : editing}
          taken={facilitators.map(({ initials }) => initials)}
          onClose={() => setEditing(null)}
        />
      )}
    </section>
  )
}
