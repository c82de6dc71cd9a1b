import { agendaTemplates } from '../../shared/agenda/templates.ts'
import { openGap } from '../../shared/session/apply-gap.ts'
import { closingOf } from '../../shared/session/closing.ts'
import { useNow } from '../app/core-clock.ts'
import { EditorFoot } from './agenda/EditorFoot.tsx'
import { InsertPhaseDialog } from './agenda/InsertPhaseDialog.tsx'
import { RailMenu } from './agenda/RailMenu.tsx'
import { RailRows } from './agenda/RailRows.tsx'
import styles from './AgendaRail.module.css'
import { GapCard } from './GapCard.tsx'
import { LateStartCard } from './LateStartCard.tsx'
import { chosenPlan, startChoice } from './late-start.ts'
import { useAdvanced, useLive } from './live-context.ts'
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
  const closing = closingOf(useAdvanced(5_000))
  const isEditing = view.agendaDraft !== null
  const plan =
    state.stage === 'prepared' && now !== null && !isEditing
      ? chosenPlan(startChoice(state, now), view.startWish)
      : null
  const isFitted =
    plan?.phases?.some((phase, index) => phase.minutes !== state.phases[index]?.minutes) === true
  const { prompt } = agendaTemplates[state.groupType]
  return (
    <aside className={styles['rail']} aria-label="Agenda">
      <div className={styles['head']}>
        <h2 className={styles['heading']}>
          Agenda{isFitted && plan !== null ? `, fitted to ${plan.lengthMinutes} min` : null}
        </h2>
        <RailMenu view={view} change={change} className={styles['more'] ?? ''} />
      </div>
      {prompt === undefined ? null : <p className={styles['prompt']}>{prompt}</p>}
      <RailRows
        phases={plan?.phases ?? state.phases}
        isCloseShort={closing?.fit === 'short'}
        view={view}
        change={change}
      />
      <RailCard view={view} change={change} />
      {view.insertion === null ? null : <InsertPhaseDialog insertion={view.insertion} change={change} />}
    </aside>
  )
}

/** What the agenda asks now: one thing at a time. */
function RailCard({ view, change }: AgendaRailProps) {
  const { state } = useLive()
  if (state.stage === 'ended') return null
  if (view.agendaDraft !== null) return <EditorFoot view={view} change={change} draft={view.agendaDraft} />
  const gap = openGap(state)
  if (gap !== undefined) return <GapCard gap={gap} />
  return state.stage === 'prepared' ? (
    <LateStartCard view={view} change={change} />
  ) : (
    <TrimCard view={view} change={change} />
  )
}
