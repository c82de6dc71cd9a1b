import { useState } from 'react'
import { agendaTemplates } from '../../shared/agenda/templates.ts'
import type { GroupId } from '../../shared/ids.ts'
import type { Group } from '../../shared/roster/group.ts'
import { FailureNotice } from '../app/FailureNotice.tsx'
import { useRead } from '../app/api.ts'
import { usePlace } from '../app/navigation.tsx'
import { AgendaEditor } from './AgendaEditor.tsx'
import { AgendaList, type ChosenAgenda } from './AgendaList.tsx'
import { TemplateView } from './TemplateView.tsx'
import styles from './AgendasScreen.module.css'

/** How each group runs, and the ten ways that groups usually run. */
export function AgendasScreen() {
  const roster = useRead('roster.read', {})
  switch (roster.status) {
    case 'reading':
      return <div className={styles['screen']} aria-busy />
    case 'failed':
      return (
        <div className={styles['failed']}>
          <FailureNotice failure={roster.failure} onRetry={roster.retry} />
        </div>
      )
    case 'ready':
      return <Agendas groups={roster.value.groups} />
  }
}

function Agendas({ groups }: { readonly groups: readonly Group[] }) {
  const { place } = usePlace()
  const askedId = place.name === 'agendas' ? place.groupId : undefined
  const [chosen, setChosen] = useState(() => firstChoice(askedId, groups))
  const group = 'groupId' in chosen ? groups.find(({ id }) => id === chosen.groupId) : undefined
  return (
    <div className={styles['screen']}>
      <AgendaList groups={groups} chosen={chosen} onChoose={setChosen} />
      <div className={styles['pane']}>
        {group === undefined ? (
          <TemplateView
            template={agendaTemplates['type' in chosen ? chosen.type : 'relapse-prevention']}
            hasGroups={groups.length > 0}
          />
        ) : (
          <AgendaEditor key={group.id} group={group} />
        )}
      </div>
    </div>
  )
}

function firstChoice(askedId: GroupId | undefined, groups: readonly Group[]): ChosenAgenda {
  const groupId = askedId ?? groups[0]?.id
  return groupId === undefined ? { type: 'relapse-prevention' } : { groupId }
}
