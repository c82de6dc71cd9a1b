import { useMemo } from 'react'
import type { Debrief } from '../../shared/ipc/debrief-calls.ts'
import type { OpenedSession } from '../../shared/ipc/session-calls.ts'
import { useRead } from '../app/api.ts'
import { FailureNotice } from '../app/FailureNotice.tsx'
import { debriefFacts } from '../debrief/debrief-view.ts'
import { useDrafts } from '../debrief/use-drafts.ts'
import { PapersDialog } from '../papers/PapersDialog.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import type { SessionView } from './session-view.ts'

/** Which of the papers is looked at first. */
export type OpenPapers = 'group-summary' | 'attendance-sheet'

interface SessionPapersProps {
  readonly view: SessionView
  readonly first: OpenPapers
  readonly onClose: () => void
}

/** The papers of the session: the same as in its debrief. */
export function SessionPapers(props: SessionPapersProps) {
  const debrief = useRead('debrief.read', { sessionId: props.view.sessionId })
  if (debrief.status === 'ready')
    return <Papers {...props} debrief={debrief.value} opened={props.view.opened} />
  return (
    <Dialog title="Papers of this session" isOpen onClose={props.onClose} width="full">
      {debrief.status === 'failed' ? (
        <FailureNotice failure={debrief.failure} onRetry={debrief.retry} />
      ) : (
        <p aria-busy>One moment</p>
      )}
    </Dialog>
  )
}

interface PapersProps extends SessionPapersProps {
  readonly debrief: Debrief
  readonly opened: OpenedSession
}

function Papers({ view: { roster, sessionId, state }, first, debrief, opened, onClose }: PapersProps) {
  const facts = useMemo(() => debriefFacts(opened, debrief, roster, false), [opened, debrief, roster])
  const drafts = useDrafts(sessionId, debrief, state.topic)
  const desk = useMemo(() => ({ facts, drafts }), [facts, drafts])
  return <PapersDialog desk={desk} personId={null} first={first} onClose={onClose} />
}
