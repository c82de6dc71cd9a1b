import type { SessionEvent } from '../../shared/session/events.ts'
import { FollowUpDialog } from '../follow-up/FollowUpDialog.tsx'
import { openFollowUps, ownerOf, phaseOfMark } from '../follow-up/follow-up-view.ts'
import { useLive } from './live-context.ts'
import { nameIn } from './seated.ts'

interface LiveFollowUpProps {
  /** The mark of the follow-up that is looked at; null when none is. */
  readonly mark: number | null
  readonly onClose: () => void
  readonly onChanged: (events: readonly SessionEvent[]) => void
}

export function LiveFollowUp({ mark, onClose, onChanged }: LiveFollowUpProps) {
  const { sessionId, state, seated, roster, isConcealed } = useLive()
  const followUp = openFollowUps(state).find((one) => one.mark === mark)
  if (followUp === undefined || roster === null || isConcealed) return null
  const { openedAtMs } = followUp
  return (
    <FollowUpDialog
      followUp={{
        sessionId,
        mark: followUp.mark,
        personName: nameIn(seated, followUp.personId),
        openedAtMs,
        phaseName: phaseOfMark(state, followUp.mark),
        ownerId: ownerOf(state, followUp),
      }}
      roster={roster}
      onClose={onClose}
      onChanged={onChanged}
    />
  )
}
