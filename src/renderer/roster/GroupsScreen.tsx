import { useState } from 'react'
import { FailureNotice } from '../app/FailureNotice.tsx'
import { useRead } from '../app/api.ts'
import { usePlace } from '../app/navigation.tsx'
import type { Roster } from '../../shared/ipc/roster-calls.ts'
import type { GroupId } from '../../shared/ids.ts'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Facilitators } from './Facilitators.tsx'
import { GroupDialog } from './GroupDialog.tsx'
import { GroupList } from './GroupList.tsx'
import { GroupPane } from './GroupPane.tsx'
import { UngroupedPane } from './UngroupedPane.tsx'
import styles from './GroupsScreen.module.css'

/** Who belongs where, and who has agreed to what. */
export function GroupsScreen() {
  const roster = useRead('roster.read', {})
  switch (roster.status) {
    case 'reading':
      return <div className={styles['screen']} aria-busy />
    case 'failed':
      return (
        <div className={styles['screen']}>
          <FailureNotice failure={roster.failure} onRetry={roster.retry} />
        </div>
      )
    case 'ready':
      return <Groups roster={roster.value} />
  }
}

/** `ungrouped` stands for the members whom no group has. */
export type Chosen = GroupId | 'ungrouped'

function Groups({ roster }: { readonly roster: Roster }) {
  const { place } = usePlace()
  const asked = place.name === 'groups' ? place : null
  const [chosen, setChosen] = useState<Chosen | null>(asked?.groupId ?? null)
  const [isCreating, setIsCreating] = useState(asked?.isNew === true)
  const ungrouped = roster.members.filter(({ groupIds }) => groupIds.length === 0)
  const group = roster.groups.find(({ id }) => id === chosen) ?? roster.groups[0]
  const showsUngrouped = ungrouped.length > 0 && (chosen === 'ungrouped' || group === undefined)
  return (
    <div className={styles['screen']}>
      <aside className={styles['side']}>
        <h1 className={styles['title']}>Groups &amp; members</h1>
        <GroupList
          roster={roster}
          chosen={showsUngrouped ? 'ungrouped' : (group?.id ?? null)}
          ungroupedCount={ungrouped.length}
          onChoose={setChosen}
          onCreate={() => setIsCreating(true)}
        />
        <Facilitators facilitators={roster.facilitators} />
      </aside>
      <div className={styles['pane']}>
        {showsUngrouped ? (
          <UngroupedPane roster={roster} members={ungrouped} />
        ) : group === undefined ? (
          <NoGroup onCreate={() => setIsCreating(true)} />
        ) : (
          <GroupPane key={group.id} roster={roster} group={group} />
        )}
      </div>
      {isCreating ? (
        <GroupDialog group={null} onClose={() => setIsCreating(false)} onCreated={setChosen} />
      ) : null}
    </div>
  )
}

function NoGroup({ onCreate }: { readonly onCreate: () => void }) {
  return (
    <div className={styles['empty']}>
      <EmptyState
        title="Begin with a group"
        action={
          <Button look="primary" size="large" onPress={onCreate}>
            Create the first group
          </Button>
        }
      >
        A group has a type, a time and its members. The agenda comes with the type, and you can change it
        later.
      </EmptyState>
    </div>
  )
}
