import { Ellipsis } from 'lucide-react'
import { agendaTemplates } from '../../shared/agenda/templates.ts'
import { useNow } from '../app/core-clock.ts'
import { Button } from '../ui/Button.tsx'
import { Menu } from '../ui/Menu.tsx'
import styles from './AgendaRail.module.css'
import { LateStartCard } from './LateStartCard.tsx'
import { chosenPlan, startChoice } from './late-start.ts'
import { useLive } from './live-context.ts'
import { PhaseRow } from './PhaseRow.tsx'
import { TrimCard } from './TrimCard.tsx'
import type { ChangeView, LiveView } from './use-live-view.ts'

interface AgendaRailProps {
  readonly view: LiveView
  readonly change: ChangeView
}

/** Where we are in the agenda, and how to end well. */
export function AgendaRail({ view, change }: AgendaRailProps) {
  const { state } = useLive()
  const now = useNow(5_000)
  const plan =
    state.stage === 'prepared' && now !== null ? chosenPlan(startChoice(state, now), view.startWish) : null
  const isFitted =
    plan?.phases?.some((phase, index) => phase.minutes !== state.phases[index]?.minutes) === true
  const { prompt } = agendaTemplates[state.groupType]
  return (
    <aside className={styles['rail']} aria-label="Agenda">
      <div className={styles['head']}>
        <h2 className={styles['heading']}>
          Agenda{isFitted && plan !== null ? `, fitted to ${plan.lengthMinutes} min` : null}
        </h2>
        <AgendaMenu />
      </div>
      {prompt === undefined ? null : <p className={styles['prompt']}>{prompt}</p>}
      <ol className={styles['phases']}>
        {(plan?.phases ?? state.phases).map((phase) => (
          <PhaseRow key={phase.id} phase={phase} />
        ))}
      </ol>
      {state.stage === 'prepared' ? (
        <LateStartCard wish={view.startWish} onWish={(startWish) => change({ startWish })} />
      ) : (
        <TrimCard
          dismissedAt={view.trimDismissedAt}
          onDismiss={(trimDismissedAt) => change({ trimDismissedAt })}
        />
      )}
    </aside>
  )
}

function AgendaMenu() {
  const { state, act } = useLive()
  if (state.stage !== 'running' && state.stage !== 'paused') return null
  return (
    <Menu
      label="More about the agenda"
      trigger={
        <Button
          look="plain"
          icon={Ellipsis}
          aria-label="More about the agenda"
          className={styles['more'] ?? ''}
        />
      }
      entries={[
        {
          id: 'back',
          name: 'Back to the phase before',
          keys: 'B',
          onChoose: () => act({ type: 'previous-phase' }),
        },
        {
          id: 'end',
          name: 'End the session now',
          hint: 'Can be taken back with Z',
          onChoose: () => act({ type: 'end' }),
        },
      ]}
    />
  )
}
