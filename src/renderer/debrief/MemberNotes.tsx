import type { Seated } from '../live/seated.ts'
import type { Desk } from './desk.ts'
import { MemberLine } from './MemberLine.tsx'
import { OpenNote } from './OpenNote.tsx'
import { SignedBand } from './SignedBand.tsx'
import { noteOf, signedView } from './signed-view.ts'
import styles from './MemberNotes.module.css'

/** A line a member, of which one is open as a band of paper. */
export function MemberNotes({ desk }: { readonly desk: Desk }) {
  const { facts, isConcealed, openId, open } = desk
  return (
    <section aria-labelledby="notes-title" className={styles['notes']}>
      <div className={styles['heads']}>
        <h2 id="notes-title" className={styles['headName']}>
          Members
        </h2>
        <span>Present</span>
        <span>Check-ins</span>
        <span>Marks</span>
        <span>Goal addressed</span>
        <span className={styles['headState']}>Note</span>
      </div>
      {facts.members.length > 0 ? null : (
        <p className={styles['nobody']}>
          Nobody was in the circle, so there is no note to sign. What you write at the side goes into the
          group summary.
        </p>
      )}
      <ul>
        {facts.members.map((member) => {
          const isOpen = !isConcealed && member.personId === openId
          return (
            <li key={member.personId} className={styles['member']} data-open={isOpen || undefined}>
              <MemberLine
                desk={desk}
                member={member}
                isOpen={isOpen}
                onToggle={() => open(isOpen ? null : member.personId)}
              />
              {isOpen ? <Band desk={desk} member={member} /> : null}
            </li>
          )
        })}
      </ul>
    </section>
  )
}

/** Signed, it is read; until then it is written. */
function Band({ desk, member }: { readonly desk: Desk; readonly member: Seated }) {
  if (noteOf(desk.facts.state, member.personId) === null) return <OpenNote desk={desk} member={member} />
  const view = signedView(desk.signed, desk.facts.state, member.personId)
  return view === null ? null : <SignedBand desk={desk} member={member} view={view} />
}
