import { useMemo } from 'react'
import type { OpenFollowUp } from '../../shared/ipc/follow-up-calls.ts'
import type { Roster } from '../../shared/ipc/roster-calls.ts'
import { foldAll } from '../../shared/session/fold.ts'
import { readLog } from '../../shared/session/log-text.ts'
import { useRead } from '../app/api.ts'
import { FollowUpDialog } from './FollowUpDialog.tsx'
import { memberName, phaseOfMark } from './follow-up-view.ts'

interface FollowUpFromListProps {
  readonly followUp: OpenFollowUp
  readonly roster: Roster
  readonly onClose: () => void
}

/** The dialog of a follow-up whose session is not on the screen. */
export function FollowUpFromList({ followUp, roster, onClose }: FollowUpFromListProps) {
  const { sessionId, mark } = followUp
  const opened = useRead('session.open', { sessionId })
  const phaseName = useMemo(
    () => (opened.status === 'ready' ? phaseOfMark(foldAll(readLog(opened.value.log)), mark) : null),
    [opened, mark],
  )
  return (
    <FollowUpDialog
      followUp={{ ...followUp, personName: memberName(roster, followUp.personId), phaseName }}
      roster={roster}
      onClose={onClose}
    />
  )
}
