import { useMemo } from 'react'
import type { OpenFollowUp } from '../../shared/ipc/follow-up-calls.ts'
import type { Roster } from '../../shared/ipc/roster-calls.ts'
import { foldAll } from '../../shared/session/fold.ts'
import { readLog } from '../../shared/session/log-text.ts'
import { useRead } from '../app/api.ts'
import { FollowUpDialog } from './FollowUpDialog.tsx'
import { memberName, phaseOfMark } from './follow-up-view.ts'
import { item9Words } from './follow-up-words.ts'

interface FollowUpFromListProps<FollowUp extends OpenFollowUp = OpenFollowUp> {
  readonly followUp: FollowUp
  readonly roster: Roster
  readonly onClose: () => void
}

/** The dialog of a follow-up whose session is not on the screen, or which is of none. */
export function FollowUpFromList({ followUp, ...rest }: FollowUpFromListProps) {
  if ('mark' in followUp) return <OfMark followUp={followUp} {...rest} />
  const { personId, item9 } = followUp
  const told = { personName: memberName(rest.roster, personId), phaseName: item9Words(item9) }
  return <FollowUpDialog followUp={{ ...followUp, ...told }} {...rest} />
}

function OfMark({
  followUp,
  roster,
  onClose,
}: FollowUpFromListProps<Extract<OpenFollowUp, { readonly mark: number }>>) {
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
