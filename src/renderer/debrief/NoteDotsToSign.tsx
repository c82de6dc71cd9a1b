import { Check, Flag, Hourglass } from 'lucide-react'
import { dueAt } from '../../shared/record/due.ts'
import { arrivalOf } from '../../shared/record/member-facts.ts'
import { useNow } from '../app/core-clock.ts'
import { longDay, timeOfDay } from '../app/time-words.ts'
import type { Seated } from '../live/seated.ts'
import { isWritten } from './debrief-view.ts'
import type { Desk } from './desk.ts'
import { hasOpenRisk, noteState, type NoteState } from './note-state.ts'
import { SignedAnnouncer } from './SignedAnnouncer.tsx'
import { noteOf } from './signed-view.ts'
import { useSaver } from './use-drafts.ts'
import styles from './Progress.module.css'

const stateNames: Readonly<Record<NoteState['kind'], string>> = {
  absent: 'did not come',
  'to-write': 'to write',
  written: 'to sign',
  signed: 'signed',
  'awaits-co-sign': 'signed, awaits a co-signature',
}

/** How many notes are signed, a dot each, and until when the others are due. */
export function NoteDotsToSign({ desk }: { readonly desk: Desk }) {
  const { state, members } = desk.facts
  const came = members.filter(({ progress }) => arrivalOf(progress) !== null)
  const states = came.map(({ personId }) => noteState(state, personId, false).kind)
  const signedCount = states.filter((kind) => kind === 'signed' || kind === 'awaits-co-sign').length
  const awaitedCount = states.filter((kind) => kind === 'awaits-co-sign').length
  return (
    <section>
      <h2 className={styles['count']}>
        {came.length === 0 ? (
          'No notes to sign'
        ) : (
          <>
            <strong>
              {signedCount} of {came.length}
            </strong>{' '}
            signed
          </>
        )}
      </h2>
      <SignedAnnouncer signed={state.signed} noteCount={came.length} />
      <ul className={styles['dots']}>
        {came.map((member) => (
          <li key={member.personId}>
            <Dot desk={desk} member={member} />
          </li>
        ))}
      </ul>
      {awaitedCount === 0 ? null : (
        <p className={styles['soft']}>
          {awaitedCount === 1 ? 'One awaits' : `${awaitedCount} await`} a co-signature
        </p>
      )}
      {signedCount < came.length ? <Due desk={desk} came={came} /> : null}
    </section>
  )
}

function Dot({ desk, member }: { readonly desk: Desk; readonly member: Seated }) {
  const { facts, drafts, isConcealed, openId, open } = desk
  const { value } = useSaver(drafts.response(member.personId))
  const { kind } = noteState(facts.state, member.personId, isWritten(value))
  const isRisk =
    !isConcealed && (kind === 'to-write' || kind === 'written') && hasOpenRisk(facts.state, member.personId)
  return (
    <button
      type="button"
      className={styles['dot']}
      data-kind={isRisk ? 'risk' : kind}
      data-open={member.personId === openId || undefined}
      aria-label={`${member.name}: ${stateNames[kind]}${isRisk ? ', follow-up open' : ''}`}
      disabled={isConcealed}
      onClick={() => open(member.personId)}
    >
      {kind === 'signed' ? <Check aria-hidden size={12} strokeWidth={2.5} /> : null}
      {kind === 'awaits-co-sign' ? <Hourglass aria-hidden size={10} strokeWidth={2.5} /> : null}
      {isRisk ? <Flag aria-hidden size={10} strokeWidth={2.5} /> : null}
    </button>
  )
}

interface DueProps {
  readonly desk: Desk
  readonly came: readonly Seated[]
}

/** The day until which all of them are to be signed, and those with a risk, which are due sooner. */
function Due({ desk: { facts, rules, isConcealed }, came }: DueProps) {
  const now = useNow(60_000)
  const { state, zone } = facts
  if (state.endedAtMs === null || now === null) return null
  const unsigned = came.filter(({ personId }) => noteOf(state, personId) === null)
  const dueMs = dueAt(state.endedAtMs, false, rules, zone)
  const atRisk = unsigned.filter(({ personId }) =>
    state.followUps.some((followUp) => followUp.personId === personId),
  )
  const riskMs = dueAt(state.endedAtMs, true, rules, zone)
  // The instant itself is late, so the day that is said is the one that it ends.
  return (
    <>
      {unsigned.length > atRisk.length ? (
        <p className={styles['soft']} data-late={dueMs <= now.wallMs || undefined}>
          {dueMs <= now.wallMs ? 'overdue since' : 'due'} {longDay(dueMs - 1, zone)}
        </p>
      ) : null}
      {atRisk.length === 0 || isConcealed ? null : (
        <p className={styles['soft']} data-late={riskMs <= now.wallMs || undefined}>
          <bdi>{atRisk.map(({ name }) => name).join(', ')}</bdi>:{' '}
          {riskMs <= now.wallMs ? 'overdue since' : 'due'} {longDay(riskMs - 1, zone)},{' '}
          {timeOfDay(riskMs, zone)}
        </p>
      )}
    </>
  )
}
