import type { SessionEvent } from '../../shared/session/events.ts'
import { SafetyCard } from '../safety/SafetyCard.tsx'
import { LiveFollowUp } from './LiveFollowUp.tsx'
import type { ChangeView, LiveView } from './use-live-view.ts'

interface RiskDialogsProps {
  readonly mark: LiveView['followUpMark']
  readonly isSafetyOpen: boolean
  readonly isConcealed: boolean
  readonly change: ChangeView
  readonly onChanged: (events: readonly SessionEvent[]) => void
}

/** What a risk asks for: the clinic's steps at once, and the follow-up afterwards. */
export function RiskDialogs({ mark, isSafetyOpen, isConcealed, change, onChanged }: RiskDialogsProps) {
  return (
    <>
      <LiveFollowUp mark={mark} onClose={() => change({ followUpMark: null })} onChanged={onChanged} />
      <SafetyCard isOpen={isSafetyOpen} isConcealed={isConcealed} onClose={() => change({ sheet: null })} />
    </>
  )
}
