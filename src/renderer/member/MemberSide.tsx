import type { Roster } from '../../shared/ipc/roster-calls.ts'
import type { Member } from '../../shared/roster/member.ts'
import type { Stamp } from '../../shared/session/stamp.ts'
import { useRead } from '../app/api.ts'
import { FailureNotice } from '../app/FailureNotice.tsx'
import { MemberKeeping } from '../keeping/MemberKeeping.tsx'
import { AuthorOnly } from '../reviewer/AuthorOnly.tsx'
import { CarePart } from '../care/CarePart.tsx'
import { ScalesPart } from '../scales/ScalesPart.tsx'
import { FilesAndDisclosures } from './FilesAndDisclosures.tsx'
import { LastNotes } from './LastNotes.tsx'
import styles from './MemberSide.module.css'
import { MemberGoals } from './MemberGoals.tsx'
import { NextNote } from './NextNote.tsx'

interface MemberSideProps {
  readonly member: Member
  readonly roster: Roster
  readonly now: Stamp
  readonly showsNotes: boolean
  readonly onShowNotes: () => void
}

/** What is to be done about this person, what they work towards, and what was written. */
export function MemberSide({ member, roster, now, showsNotes, onShowNotes }: MemberSideProps) {
  const { id: personId } = member
  const notes = useRead('member.notes', { personId })
  const rules = useRead('record-rules.read', {})
  const followUps = useRead('follow-up.list-open', {})
  const failed = [notes, rules, followUps].find(({ status }) => status === 'failed')
  const isReady = notes.status === 'ready' && rules.status === 'ready' && followUps.status === 'ready'
  return (
    <aside className={styles['side']} aria-label={`About ${member.preferredName}`} aria-busy={!isReady}>
      {failed?.status === 'failed' ? <FailureNotice failure={failed.failure} onRetry={failed.retry} /> : null}
      {isReady ? (
        <>
          <NextNote
            notes={notes.value.notes}
            followUps={followUps.value.filter((one) => one.personId === personId)}
            roster={roster}
            basis={{ rules: rules.value, now }}
          />
          {member.role === 'member' ? (
            <MemberGoals personId={personId} progress={notes.value.progress} zone={now.zone} />
          ) : null}
          {notes.value.notes.length === 0 ? null : (
            <LastNotes
              notes={notes.value}
              roster={roster}
              basis={{ rules: rules.value, now }}
              showsNotes={showsNotes}
              onShowNotes={onShowNotes}
            />
          )}
          {member.role === 'member' ? (
            <div className={styles['onScreen']}>
              <ScalesPart personId={personId} />
            </div>
          ) : null}
          <CarePart personId={personId} />
          <AuthorOnly>
            <MemberKeeping member={member} roster={roster} now={now} />
          </AuthorOnly>
          <FilesAndDisclosures personId={personId} files={notes.value.files} now={now} />
        </>
      ) : null}
    </aside>
  )
}
