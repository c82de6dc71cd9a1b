import { memo, useRef } from 'react'
import type { PhaseProgress, SessionState } from '../../../shared/session/state.ts'
import type { MenuEntry } from '../../ui/Menu.tsx'
import { useKept } from '../../ui/use-kept.ts'
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx'
import rail from '../AgendaRail.module.css'
import { useLive, type Live } from '../live-context.ts'
import { PhaseRow } from '../PhaseRow.tsx'
import type { ChangeView, LiveView } from '../use-live-view.ts'
import { canRelease, isOpen, release, setDraftMinutes } from './agenda-draft.ts'
import { EditableRow } from './EditableRow.tsx'
import { phaseEntries } from './phase-entries.ts'
import { phasesAhead } from './order-commands.ts'
import { usePhaseOrder } from './use-phase-order.ts'

interface RailRowsProps {
  /** As the session would hold them when it began now; the session's own where nothing is to be fitted. */
  readonly phases: readonly PhaseProgress[]
  readonly isCloseShort: boolean
  readonly view: LiveView
  readonly change: ChangeView
}

/** The phases, to look at or to change. What happens in the room beside the agenda draws none of them again. */
export function RailRows({ phases, isCloseShort, view, change }: RailRowsProps) {
  const { state, act } = useLive()
  return (
    <Rows
      phases={useKept(phases, areSamePhases)}
      state={useKept(state, isSameAgenda)}
      draft={view.agendaDraft}
      act={act}
      isCloseShort={isCloseShort}
      change={change}
    />
  )
}

function isSameAgenda(one: SessionState, other: SessionState): boolean {
  return one.stage === other.stage && areSamePhases(one.phases, other.phases)
}

/** The time that the current phase has had moves on by itself, where it is shown. */
function areSamePhases(one: readonly PhaseProgress[], other: readonly PhaseProgress[]): boolean {
  return (
    one.length === other.length &&
    one.every((phase, index) => {
      const now = other[index]
      if (phase === now || now === undefined) return phase === now
      const isSame = ([key, value]: readonly [string, unknown]) =>
        key === 'actualMs' || Object.is(value, Reflect.get(now, key))
      return phase.status === 'current' && Object.entries(phase).every(isSame)
    })
  )
}

interface RowsProps extends Omit<RailRowsProps, 'view'> {
  /** True as to the agenda. */
  readonly state: SessionState
  readonly draft: LiveView['agendaDraft']
  readonly act: Live['act']
}

/** Their order can be changed either way. */
const Rows = memo(function Rows({ phases, isCloseShort, state, act, change, ...props }: RowsProps) {
  const live = { state, act }
  const list = useRef<HTMLOListElement>(null)
  const order = usePhaseOrder(list, live)
  // The end may come while minutes are being tried out.
  const draft = state.stage === 'ended' ? null : props.draft
  const firstAhead = phasesAhead(state)[0]?.id
  const entriesOf = (phase: PhaseProgress): readonly MenuEntry[] => {
    if (phase.status !== 'ahead' || state.stage === 'ended') return []
    return phaseEntries(phase, {
      live,
      onMove: (by) => order.move(phase.id, by),
      onInsertBefore: () => change({ insertion: { beforePhaseId: phase.id } }),
      onRelease:
        draft !== null && canRelease(draft, phase)
          ? () => change({ agendaDraft: release(draft, phase.id) })
          : undefined,
    })
  }
  return (
    <>
      <ol ref={list} className={rail['phases']} onKeyDownCapture={order.onKeyDownCapture}>
        {phases.map((phase) =>
          draft !== null && isOpen(phase) ? (
            <EditableRow
              key={phase.id}
              phase={phase}
              draft={draft}
              drag={order.drag}
              entries={entriesOf(phase)}
              hasFocus={phase.id === firstAhead}
              onMinutes={(minutes) => change({ agendaDraft: setDraftMinutes(draft, phase.id, minutes) })}
            />
          ) : (
            <PhaseRow
              key={phase.id}
              phase={phase}
              isShort={isCloseShort && phase.isProtected && phase.status === 'ahead'}
              entries={entriesOf(phase)}
            />
          ),
        )}
      </ol>
      <output>
        <VisuallyHidden>{order.place}</VisuallyHidden>
      </output>
    </>
  )
})
