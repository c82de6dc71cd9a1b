import type { SessionEvent } from '../../shared/session/events.ts'
import { SafetyCard } from '../safety/SafetyCard.tsx'
import { LiveFollowUp } from './LiveFollowUp.tsx'
import type { ChangeView, LiveView } from './use-live-view.ts'

interface RiskDialogsProps {
  readonly view: LiveView
  readonly change: ChangeView
  readonly onChanged: (events: readonly SessionEvent[]) => void
}

/** What a risk asks for: the clinic's steps at once, and the follow-up afterwards. */
export function RiskDialogs({ view, change, onChanged }: RiskDialogsProps) {
  return (
    <>
      <LiveFollowUp
        mark={view.followUpMark}
        onClose={() => change({ followUpMark: null })}
        onChanged={onChanged}
      />
      <SafetyCard
        isOpen={view.sheet === 'safety'}
        isConcealed={view.isConcealed}
        onClose={() => change({ sheet: null })}
      />
    </>
  )
}
