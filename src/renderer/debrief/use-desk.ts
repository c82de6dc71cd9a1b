import { useQueryClient } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import type { NoteId, PersonId } from '../../shared/ids.ts'
import type { Goal } from '../../shared/ipc/goal-calls.ts'
import type { SessionState } from '../../shared/session/state.ts'
import type { Seated } from '../live/seated.ts'
import type { Desk } from './desk.ts'
import { numberedGoals, toggledGoal } from './GoalsAddressed.tsx'
import { behaviourSeen } from './note-basis.ts'
import { amendmentKindsOf, ownRole } from './own-role.ts'
import { nextToSign } from './sign-note.ts'
import { signableAmendment, signableNote, type Signable } from './signable.ts'
import { noteOf } from './signed-view.ts'
import { useAnswers, type Asked } from './use-answers.ts'
import { useReview } from './use-review.ts'
import { useSign } from './use-sign.ts'

type Sources = Omit<
  Desk,
  'openId' | 'open' | 'amendedId' | 'amend' | 'next' | 'seen' | 'writing' | 'review' | 'signing' | 'answer'
>

interface WorkingDesk {
  readonly desk: Desk
  readonly member: Seated | undefined
  readonly asked: Asked
  readonly ask: (asked: Asked) => void
  readonly toggleGoal: (number: number) => number | null
}

/** The desk with whatever note is open on it. */
export function useDesk(sources: Sources): WorkingDesk {
  const { facts, drafts, isConcealed } = sources
  const { openId, amendedId, open, amend } = useOpened(facts.state)
  const member = facts.members.find(({ personId }) => personId === openId)
  const isWriting = !isConcealed && openId !== null && noteOf(facts.state, openId) === null
  const writing = useWriting(sources, openId, amendedId)
  const review = useReview(drafts, writing)
  const next = nextToSign(facts.state, facts.members, openId)
  const signing = useSign({
    drafts,
    review,
    writing,
    // The last one stays open, as it reads now; so does a note that something was added to.
    onSigned: () => (amendedId === null ? open(next?.personId ?? openId) : amend(null)),
  })
  const seen = useMemo(() => (member === undefined ? [] : behaviourSeen(facts, member)), [facts, member])
  const { asked, ask, answer } = useAnswers(drafts, writing, seen)
  return {
    desk: { ...sources, openId, open, amendedId, amend, next, seen, writing, review, signing, answer },
    member,
    asked,
    ask,
    toggleGoal: useGoalToggle(sources, isWriting ? openId : null),
  }
}

/** Whose note is open, and whether something is being added to it. */
function useOpened(state: Pick<SessionState, 'signed'>) {
  const [openId, setOpenId] = useState<PersonId | null>(null)
  const [amending, amend] = useState<NoteId | null>(null)
  const noteId = openId === null ? null : (noteOf(state, openId)?.noteId ?? null)
  const open = (personId: PersonId | null) => {
    setOpenId(personId)
    if (personId !== openId) amend(null)
  }
  return { openId, amendedId: amending === noteId ? amending : null, open, amend }
}

function useWriting(
  { facts: { state }, drafts, roster, isConcealed }: Sources,
  openId: PersonId | null,
  amendedId: NoteId | null,
): Signable | null {
  const isSigned = openId !== null && noteOf(state, openId) !== null
  const addedCount = state.signed.filter(({ amends }) => amends !== null && amends === amendedId).length
  const role = ownRole(state, roster.facilitators)
  return useMemo(() => {
    if (isConcealed || openId === null) return null
    if (!isSigned) return signableNote(drafts, openId)
    if (amendedId === null) return null
    const kinds = amendmentKindsOf(role)
    return signableAmendment(drafts, { personId: openId, amends: amendedId, addedCount, kinds })
  }, [drafts, isConcealed, openId, isSigned, amendedId, addedCount, role])
}

/** Addresses the goal with a number; answers where its progress stands, or null when it is not addressed now. */
function useGoalToggle({ drafts }: Sources, personId: PersonId | null): (number: number) => number | null {
  const queries = useQueryClient()
  return (number) => {
    if (personId === null) return null
    const saver = drafts.response(personId)
    const value = saver.value()
    const known = queries.getQueryData<readonly Goal[]>(['goals.read', { personId }]) ?? []
    const chosen = numberedGoals(known, value.goals)[number - 1]
    if (chosen === undefined) return null
    const goals = toggledGoal(value.goals, chosen.goalId)
    saver.change({ ...value, goals })
    const index = goals.findIndex(({ goalId }) => goalId === chosen.goalId)
    return index === -1 ? null : index
  }
}
