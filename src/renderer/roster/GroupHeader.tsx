import { ListOrdered, Pencil, ShieldCheck, ShieldOff, ShieldQuestionMark } from 'lucide-react'
import { useState } from 'react'
import { groupTypeNames } from '../../shared/agenda/group-type.ts'
import type { Group } from '../../shared/roster/group.ts'
import { usePlace } from '../app/navigation.tsx'
import { Button } from '../ui/Button.tsx'
import { CheckInNumbers } from './CheckInNumbers.tsx'
import { GroupDialog } from './GroupDialog.tsx'
import { part2Words } from './roster-words.ts'
import { scheduleWords } from './schedule-words.ts'
import { StartButton } from './StartButton.tsx'
import styles from './GroupPane.module.css'

const part2Icons = { part2: ShieldCheck, none: ShieldOff, unsure: ShieldQuestionMark } as const

export function GroupHeader({ group }: { readonly group: Group }) {
  const { go } = usePlace()
  const [isEditing, setIsEditing] = useState(false)
  const Part2Icon = part2Icons[group.part2]
  const words = [
    groupTypeNames[group.type],
    `${group.lengthMinutes} minutes`,
    scheduleWords(group.schedule),
    // Open is how groups are, and counted; that one is not has to be known.
    group.membership === 'closed' ? 'closed to new members' : '',
    group.countsHours ? '' : 'not counted towards weekly hours',
  ]
  return (
    <header className={styles['header']}>
      <div className={styles['titleLine']}>
        <h2 id="group-name" className={styles['name']}>
          <bdi>{group.name}</bdi>
        </h2>
        <Button look="plain" size="small" icon={Pencil} onPress={() => setIsEditing(true)}>
          Edit group
        </Button>
      </div>
      <p className={styles['about']}>{words.filter(Boolean).join(' · ')}</p>
      <p className={styles['part2']}>
        <Part2Icon aria-hidden size={16} strokeWidth={1.75} />
        <span>
          <strong>{part2Words[group.part2].name}.</strong> {part2Words[group.part2].effect}
        </span>
      </p>
      <div className={styles['actions']}>
        <StartButton group={group} />
        <Button look="plain" icon={ListOrdered} onPress={() => go({ name: 'agendas', groupId: group.id })}>
          Agenda
        </Button>
        <CheckInNumbers group={group} />
      </div>
      {isEditing ? <GroupDialog group={group} onClose={() => setIsEditing(false)} /> : null}
    </header>
  )
}
