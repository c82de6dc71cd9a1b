import { useQueryClient } from '@tanstack/react-query'
import { Flag } from 'lucide-react'
import { useState } from 'react'
import type { SessionId } from '../../shared/ids.ts'
import type { Roster } from '../../shared/ipc/roster-calls.ts'
import type { FollowUp } from '../../shared/session/state.ts'
import { useRead } from '../app/api.ts'
import { useNow } from '../app/core-clock.ts'
import { FollowUpDialog } from '../follow-up/FollowUpDialog.tsx'
import { ownerOf, ownerWords, phaseOfMark } from '../follow-up/follow-up-view.ts'
import { openForWords } from '../follow-up/follow-up-words.ts'
import { Signature } from '../follow-up/Signature.tsx'
import { nameIn } from '../live/seated.ts'
import { Button } from '../ui/Button.tsx'
import type { DebriefFacts } from './debrief-view.ts'
import { SidePart } from './SidePart.tsx'
import styles from './SessionFollowUps.module.css'

interface SessionFollowUpsProps {
  readonly sessionId: SessionId
  readonly facts: DebriefFacts
}

/** The session's risks: what is still to be signed for, and what was signed by whom. */
export function SessionFollowUps({ sessionId, facts }: SessionFollowUpsProps) {
  const roster = useRead('roster.read', {})
  const closings = useRead('follow-up.closings', { sessionId })
  if (facts.state.followUps.length === 0 || roster.status !== 'ready') return null
  const texts = closings.status === 'ready' ? closings.value : []
  return (
    <SidePart title="Follow-ups">
      <ul className={styles['list']}>
        {facts.state.followUps.map((followUp) => (
          <li
            key={followUp.mark}
            className={styles['followUp']}
            data-follow-up={followUp.closed === null ? 'open' : undefined}
          >
            <Heading name={nameIn(facts.members, followUp.personId)} isOpen={followUp.closed === null} />
            {followUp.closed === null ? (
              <StillOpen sessionId={sessionId} facts={facts} roster={roster.value} followUp={followUp} />
            ) : (
              <Signed
                closed={followUp.closed}
                text={texts.find(({ noteId }) => noteId === followUp.closed?.noteId)?.text ?? ''}
                roster={roster.value}
              />
            )}
          </li>
        ))}
      </ul>
    </SidePart>
  )
}

function Heading({ name, isOpen }: { readonly name: string; readonly isOpen: boolean }) {
  return (
    <p className={styles['name']} data-open={isOpen || undefined}>
      <Flag aria-hidden size={14} strokeWidth={2} />
      <strong>
        <bdi>{name}</bdi>
      </strong>
      {isOpen ? null : <span className={styles['soft']}>signed</span>}
    </p>
  )
}

interface StillOpenProps extends SessionFollowUpsProps {
  readonly roster: Roster
  readonly followUp: FollowUp
}

function StillOpen({ sessionId, facts: { state, members }, roster, followUp }: StillOpenProps) {
  const queries = useQueryClient()
  const now = useNow(5_000)
  const [isAsked, setIsAsked] = useState(false)
  const { mark, openedAtMs, personId } = followUp
  const ownerId = ownerOf(state, followUp)
  return (
    <>
      <p className={styles['soft']}>
        {now === null ? null : `${openForWords(openedAtMs, now.wallMs)} · `}owner{' '}
        <bdi>{ownerWords(roster, ownerId)}</bdi>
      </p>
      <Button size="small" className={styles['write'] ?? ''} onPress={() => setIsAsked(true)}>
        Write and sign
      </Button>
      {isAsked ? (
        <FollowUpDialog
          followUp={{
            sessionId,
            mark,
            openedAtMs,
            ownerId,
            personName: nameIn(members, personId),
            phaseName: phaseOfMark(state, mark),
          }}
          roster={roster}
          onClose={() => setIsAsked(false)}
          // The page shows the log as it was read; now there is more of it.
          onChanged={() => void queries.invalidateQueries({ queryKey: ['session.open'] })}
        />
      ) : null}
    </>
  )
}

interface SignedProps {
  readonly closed: NonNullable<FollowUp['closed']>
  readonly text: string
  readonly roster: Roster
}

function Signed({ closed: { signedById, wallMs }, text, roster }: SignedProps) {
  const now = useNow(60_000)
  return (
    <>
      <p dir="auto" className={styles['text']}>
        {text}
      </p>
      <p className={styles['soft']}>
        <Signature
          signer={roster.facilitators.find(({ id }) => id === signedById)}
          atMs={wallMs}
          zone={now?.zone ?? 'UTC'}
        />
      </p>
    </>
  )
}
