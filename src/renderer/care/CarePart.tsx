import { AuthorOnly } from '../reviewer/AuthorOnly.tsx'
import { useState } from 'react'
import type { CareEntry } from '../../shared/care/care-entry.ts'
import { standingOf, type Standing } from '../../shared/care/standing.ts'
import type { PersonId } from '../../shared/ids.ts'
import type { Roster } from '../../shared/ipc/roster-calls.ts'
import type { Member } from '../../shared/roster/member.ts'
import { AboutPart } from '../app/AboutPart.tsx'
import { useAct, useRead } from '../app/api.ts'
import { FailureNotice } from '../app/FailureNotice.tsx'
import { UndoNotice } from '../ui/UndoNotice.tsx'
import { CareActDialog } from './CareActDialog.tsx'
import { CareHistory } from './CareHistory.tsx'
import { CareMenu } from './CareMenu.tsx'
import { CareStanding } from './CareStanding.tsx'
import type { AskedKind } from './care-form.ts'
import { takeBack } from './take-back.ts'

interface CarePartProps {
  readonly personId: PersonId
}

/** How a member stands in care, what led there, and everything that changes it. */
export function CarePart({ personId }: CarePartProps) {
  const roster = useRead('roster.read', {})
  const care = useRead('care.read', { personId })
  if (care.status === 'failed') return <FailureNotice failure={care.failure} onRetry={care.retry} />
  if (care.status === 'reading' || roster.status !== 'ready') return null
  const member = roster.value.members.find(({ id }) => id === personId)
  if (member === undefined) return null
  return <Care member={member} roster={roster.value} entries={care.value} />
}

interface CareProps {
  readonly member: Member
  readonly roster: Roster
  readonly entries: readonly CareEntry[]
}

function Care({ member, roster, entries }: CareProps) {
  const [asked, setAsked] = useState<AskedKind | null>(null)
  const [entered, setEntered] = useState<number | null>(null)
  const { act, failure } = useAct()
  // Groups that somebody was put into before such entries were kept are in no entry.
  const standing: Standing = { ...standingOf(entries), groupIds: member.groupIds }
  const last = entries.find(({ seq }) => seq === entered)
  const undo = async (seq: number) => {
    const answer = await takeBack(act, member.id, seq)
    if (answer.ok) setEntered(null)
  }
  return (
    <AboutPart
      title="Care"
      actions={
        <AuthorOnly>
          <CareMenu member={member} standing={standing} roster={roster} onAsk={setAsked} />
        </AuthorOnly>
      }
    >
      <CareStanding standing={standing} roster={roster} />
      {last === undefined || last.takenBackBy !== null ? null : (
        <UndoNotice
          key={last.seq}
          undoWords="Take it back"
          onUndo={() => void undo(last.seq)}
          onDone={() => setEntered(null)}
        >
          <p>It stands in the history.</p>
        </UndoNotice>
      )}
      <FailureNotice failure={failure} />
      <CareHistory entries={entries} roster={roster} onTakeBack={(seq) => void undo(seq)} />
      {asked === null ? null : (
        <CareActDialog
          kind={asked}
          member={member}
          standing={standing}
          roster={roster}
          onClose={() => setAsked(null)}
          onEntered={(seq) => {
            setEntered(seq)
            setAsked(null)
          }}
        />
      )}
    </AboutPart>
  )
}
