import type { GroupType } from '../../shared/agenda/group-type.ts'
import type { Phase } from '../../shared/agenda/phase.ts'
import { UsualButton } from '../agenda/UsualButton.tsx'
import { useUsualMinutes } from '../agenda/use-usual-minutes.ts'
import { useLive } from './live-context.ts'
import styles from './PhaseRow.module.css'
import type { Seated } from './seated.ts'

/** Before the start, beside what is planned: what the phase usually takes when this person leads. */
export function UsualMinutes({ phaseId }: { readonly phaseId: Phase['id'] }) {
  const { state, seated } = useLive()
  const lead = seated.find(({ progress }) => progress.role === 'lead')
  const phase = state.phases.find(({ id }) => id === phaseId)
  if (state.stage !== 'prepared' || lead === undefined || phase === undefined) return null
  return <Usual phase={phase} groupType={state.groupType} lead={lead} />
}

interface UsualProps {
  /** As it is planned; the rail may show it fitted to a late start. */
  readonly phase: Phase
  readonly groupType: GroupType
  readonly lead: Seated
}

function Usual({ phase, groupType, lead }: UsualProps) {
  const { act } = useLive()
  const minutes = useUsualMinutes(groupType, lead.personId)(phase.name)
  if (minutes === null) return null
  const taken = Math.max(minutes, phase.minimumMinutes)
  return (
    <UsualButton
      phaseName={phase.name}
      minutes={minutes}
      whose={lead.isYou ? 'you' : lead.initials}
      isTaken={taken === phase.minutes}
      className={styles['usual']}
      onTake={() => act({ type: 'replan', minutes: [{ phaseId: phase.id, minutes: taken }] })}
    />
  )
}
