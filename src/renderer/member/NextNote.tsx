import { AuthorOnly } from '../reviewer/AuthorOnly.tsx'
import { Flag } from 'lucide-react'
import { useState } from 'react'
import type { OpenFollowUp } from '../../shared/ipc/follow-up-calls.ts'
import type { MemberNote } from '../../shared/ipc/member-calls.ts'
import type { Roster } from '../../shared/ipc/roster-calls.ts'
import { usePlace } from '../app/navigation.tsx'
import { shortDay, weekdayName } from '../app/time-words.ts'
import { ownerWords } from '../follow-up/follow-up-view.ts'
import { openForWords } from '../follow-up/follow-up-words.ts'
import { FollowUpFromList } from '../follow-up/FollowUpFromList.tsx'
import { useRole } from '../reviewer/role.tsx'
import { Button } from '../ui/Button.tsx'
import { isoDay } from '../../shared/iso-day.ts'
import styles from './MemberSide.module.css'
import { NoteStateMark } from './LastNotes.tsx'
import { noteState, noteThatMatters, type NoteBasis } from './note-that-matters.ts'

interface NextNoteProps {
  readonly notes: readonly MemberNote[]
  /** Of this person. */
  readonly followUps: readonly OpenFollowUp[]
  readonly roster: Roster
  readonly basis: NoteBasis
}

/** What is open about this person, and the one note that the page leads to. */
export function NextNote({ notes, followUps, roster, basis }: NextNoteProps) {
  const { go } = usePlace()
  const isAuthor = useRole() === 'author'
  const matters = noteThatMatters(notes, followUps, basis)
  // What is not signed yet is its author's to write.
  const next = isAuthor || matters?.act === 'open' ? matters : null
  if (followUps.length === 0 && next === null) return null
  return (
    <section className={styles['next']} aria-label="What is next">
      {followUps.length === 0 ? null : (
        <FollowUps notes={notes} followUps={followUps} roster={roster} basis={basis} />
      )}
      {next === null || next.act === 'open' ? null : (
        <p className={styles['which']}>
          <bdi>{roster.groups.find(({ id }) => id === next.note.groupId)?.name ?? 'A former group'}</bdi>
          <NoteStateMark state={noteState(next.note, basis)} />
        </p>
      )}
      {next === null ? null : (
        <Button
          look="primary"
          className={styles['primary'] ?? ''}
          onPress={() => go({ name: 'debrief', sessionId: next.note.sessionId })}
        >
          {`${next.act === 'finish' ? 'Finish' : 'Open'} ${dayWords(next.note.startedAtMs, basis.now)} note`}
        </Button>
      )}
    </section>
  )
}

function FollowUps({ notes, followUps, roster, basis: { now } }: NextNoteProps) {
  const [asked, setAsked] = useState<OpenFollowUp | null>(null)
  return (
    <>
      <h2 className={styles['risk']}>
        <Flag aria-hidden size={16} strokeWidth={2} />
        {followUps.length === 1 ? 'One open follow-up' : `${followUps.length} open follow-ups`}
      </h2>
      <ul className={styles['followUps']}>
        {followUps.map((followUp) => (
          <li key={keyOf(followUp)}>
            <p>
              {reasonWords(followUp, notes, now.zone)} Owner <bdi>{ownerWords(roster, followUp.ownerId)}</bdi>
              , {openForWords(followUp.openedAtMs, now.wallMs)}.
            </p>
            <AuthorOnly>
              <Button size="small" onPress={() => setAsked(followUp)}>
                Sign what was done
              </Button>
            </AuthorOnly>
          </li>
        ))}
      </ul>
      {asked === null ? null : (
        <FollowUpFromList followUp={asked} roster={roster} onClose={() => setAsked(null)} />
      )}
    </>
  )
}

function keyOf(followUp: OpenFollowUp): string {
  return 'followUpId' in followUp ? followUp.followUpId : `${followUp.sessionId} ${followUp.mark}`
}

function reasonWords(followUp: OpenFollowUp, notes: readonly MemberNote[], zone: string): string {
  if ('followUpId' in followUp) return `Item 9 of a PHQ-9 was answered with ${followUp.item9}.`
  const held = notes.find(({ sessionId }) => sessionId === followUp.sessionId)
  return held === undefined ? 'Risk was marked.' : `Risk was marked on ${shortDay(held.startedAtMs, zone)}.`
}

const weekMs = 6 * 86_400_000

/** `Monday’s`, or `the 3 Nov` once that is longer ago than a week. */
function dayWords(startedAtMs: number, { wallMs, zone }: NoteBasis['now']): string {
  if (isoDay(startedAtMs, zone) === isoDay(wallMs, zone)) return 'today’s'
  if (wallMs - startedAtMs < weekMs) return `${weekdayName(startedAtMs, zone)}’s`
  return `the ${shortDay(startedAtMs, zone)}`
}
