import { useQueryClient } from '@tanstack/react-query'
import { MemberDialog } from '../roster/MemberDialog.tsx'
import type { Seated } from '../live/seated.ts'
import { CompareDialog } from './CompareDialog.tsx'
import type { Desk } from './desk.ts'
import { PrivateNotes } from '../private/PrivateNotes.tsx'
import type { Asked } from './use-answers.ts'

interface DialogsProps {
  readonly desk: Desk
  readonly asked: Asked
  /** Whose note is open. */
  readonly member: Seated | undefined
  readonly onClose: () => void
}

/** What an answer opens. Once it is closed, the guards look again. */
export function Dialogs({ desk, asked, member, onClose }: DialogsProps) {
  const queries = useQueryClient()
  const { facts, drafts, roster, review, isConcealed } = desk
  if (asked === null || isConcealed) return null
  const close = () => {
    onClose()
    void review.ask()
  }
  switch (asked.kind) {
    case 'compare':
      return member === undefined ? null : (
        <CompareDialog desk={desk} remark={asked.remark} personId={member.personId} onClose={onClose} />
      )
    case 'member': {
      const onFile = roster.members.find(({ id }) => id === member?.personId)
      return onFile === undefined ? null : <MemberDialog member={onFile} onClose={close} />
    }
    case 'private':
      return (
        <PrivateNotes
          sessionId={drafts.sessionId}
          state={facts.state}
          timeWords={facts.timeWords}
          onMoved={() => void queries.invalidateQueries({ queryKey: ['session.open'] })}
          onClose={close}
        />
      )
  }
}
