import { groupTypeNames, groupTypeSchema, type GroupType } from '../../shared/agenda/group-type.ts'
import { totalMinutes } from '../../shared/agenda/phase.ts'
import { agendaTemplates } from '../../shared/agenda/templates.ts'
import type { GroupId } from '../../shared/ids.ts'
import type { Group } from '../../shared/roster/group.ts'
import { AgendaEntry } from './AgendaEntry.tsx'
import styles from './AgendasScreen.module.css'

export type ChosenAgenda = { readonly groupId: GroupId } | { readonly type: GroupType }

const templates = groupTypeSchema.options.map((type) => agendaTemplates[type])

interface AgendaListProps {
  readonly groups: readonly Group[]
  readonly chosen: ChosenAgenda
  readonly onChoose: (chosen: ChosenAgenda) => void
}

/** All agendas on one scale of time: the groups' own, then the templates. */
export function AgendaList({ groups, chosen, onChoose }: AgendaListProps) {
  const lengths = [
    ...groups.map(({ agenda }) => totalMinutes(agenda)),
    ...templates.map((t) => t.lengthMinutes),
  ]
  const scaleMinutes = Math.max(...lengths)
  return (
    <nav aria-label="Agendas" className={styles['side']}>
      <h1 className={styles['title']}>Agendas</h1>
      {groups.length === 0 ? null : (
        <section aria-labelledby="own-agendas">
          <h2 id="own-agendas" className={styles['sectionTitle']}>
            Your groups
          </h2>
          <ul className={styles['entries']}>
            {groups.map(({ id, name, agenda }) => (
              <AgendaEntry
                key={id}
                name={name}
                phases={agenda}
                scaleMinutes={scaleMinutes}
                isChosen={'groupId' in chosen && id === chosen.groupId}
                onChoose={() => onChoose({ groupId: id })}
              />
            ))}
          </ul>
        </section>
      )}
      <section aria-labelledby="templates">
        <h2 id="templates" className={styles['sectionTitle']}>
          Templates
        </h2>
        <ul className={styles['entries']}>
          {templates.map(({ type, phases }) => (
            <AgendaEntry
              key={type}
              name={groupTypeNames[type]}
              phases={phases}
              scaleMinutes={scaleMinutes}
              isChosen={'type' in chosen && type === chosen.type}
              onChoose={() => onChoose({ type })}
            />
          ))}
        </ul>
      </section>
    </nav>
  )
}
