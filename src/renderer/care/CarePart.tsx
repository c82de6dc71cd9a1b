import { AuthorOnly } from '../reviewer/AuthorOnly.tsx'
import { useState } from 'react'
import type { CareEntry } from '../../shared/care/care-entry.ts'
import { standingOf, type Standing } from '../../shared/care/standing.ts'
import type { PersonId } from '../../shared/ids.ts'
import type { Roster } from '../../shared/ipc/roster-calls.ts'
import type { Member } from '../../shared/roster/member.ts'
import { useAct, useRead } from '../app/api.ts'
import { FailureNotice } from '../app/FailureNotice.tsx'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import { useFocusOnArrival } from '../ui/use-focus-on-arrival.ts'
import { CareActDialog } from './CareActDialog.tsx'
import { CareHistory } from './CareHistory.tsx'
import { CareMenu } from './CareMenu.tsx'
import { CareStanding } from './CareStanding.tsx'
import type { AskedKind } from './care-form.ts'
import { takeBack } from './take-back.ts'
import styles from './CarePart.module.css'

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
    <section aria-labelledby="care" className={styles['part']}>
      <div className={styles['titleLine']}>
        <h2 id="care" className={styles['title']}>
          Care
        </h2>
        <AuthorOnly>
          <CareMenu member={member} standing={standing} roster={roster} onAsk={setAsked} />
        </AuthorOnly>
      </div>
      <CareStanding standing={standing} roster={roster} />
      {last === undefined || last.takenBackBy !== null ? null : (
        <Entered key={last.seq} onUndo={() => void undo(last.seq)} onDone={() => setEntered(null)} />
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
    </section>
  )
}

function Entered({ onUndo, onDone }: { readonly onUndo: () => void; readonly onDone: () => void }) {
  const undo = useFocusOnArrival<HTMLButtonElement>()
  return (
    <Notice
      announce="polite"
      actions={
        <>
          <Button ref={undo} size="small" onPress={onUndo}>
            Take it back
          </Button>
          <Button size="small" look="plain" onPress={onDone}>
            That is right
          </Button>
        </>
      }
    >
      <p>It stands in the history.</p>
    </Notice>
  )
}
