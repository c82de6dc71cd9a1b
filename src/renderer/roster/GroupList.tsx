import { FileInput, Plus } from 'lucide-react'
import type { Roster } from '../../shared/ipc/roster-calls.ts'
import type { Group } from '../../shared/roster/group.ts'
import { usePlace } from '../app/navigation.tsx'
import { Button } from '../ui/Button.tsx'
import type { Chosen } from './GroupsScreen.tsx'
import { scheduleWords } from './schedule-words.ts'
import styles from './GroupsScreen.module.css'

interface GroupListProps {
  readonly roster: Roster
  readonly chosen: Chosen | null
  readonly ungroupedCount: number
  readonly onChoose: (chosen: Chosen) => void
  readonly onCreate: () => void
}

export function GroupList({ roster, chosen, ungroupedCount, onChoose, onCreate }: GroupListProps) {
  const { go } = usePlace()
  return (
    <nav aria-label="Groups" className={styles['groups']}>
      <ul>
        {roster.groups.map((group) => (
          <li key={group.id}>
            <Entry
              name={group.name}
              words={scheduleWords(group.schedule) || 'No fixed time'}
              count={countWords(group)}
              isChosen={group.id === chosen}
              onChoose={() => onChoose(group.id)}
            />
          </li>
        ))}
        {ungroupedCount === 0 ? null : (
          <li>
            <Entry
              name="In no group"
              words="On file, and nowhere enrolled"
              count={String(ungroupedCount)}
              isChosen={chosen === 'ungrouped'}
              onChoose={() => onChoose('ungrouped')}
            />
          </li>
        )}
      </ul>
      {roster.groups.length === 0 ? null : (
        <Button look="plain" size="small" icon={Plus} onPress={onCreate} className={styles['add'] ?? ''}>
          New group
        </Button>
      )}
      <Button
        look="plain"
        size="small"
        icon={FileInput}
        onPress={() => go({ name: 'import' })}
        className={styles['add'] ?? ''}
      >
        Import from a table
      </Button>
    </nav>
  )
}

function countWords(group: Group): string {
  return `${group.memberIds.length}`
}

interface EntryProps {
  readonly name: string
  readonly words: string
  readonly count: string
  readonly isChosen: boolean
  readonly onChoose: () => void
}

function Entry({ name, words, count, isChosen, onChoose }: EntryProps) {
  return (
    <button
      type="button"
      className={styles['entry']}
      aria-current={isChosen ? 'true' : undefined}
      onClick={onChoose}
    >
      <bdi className={styles['entryName']}>{name}</bdi>
      <span className={styles['entryCount']} aria-label={`${count} members`}>
        {count}
      </span>
      <span className={styles['entryWords']}>{words}</span>
    </button>
  )
}
