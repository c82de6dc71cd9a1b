import { useQueryClient } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import type { PersonId } from '../../shared/ids.ts'
import type { Goal } from '../../shared/ipc/goal-calls.ts'
import type { Seated } from '../live/seated.ts'
import type { Desk } from './desk.ts'
import { toggledGoal } from './GoalsAddressed.tsx'
import { behaviourSeen } from './note-basis.ts'
import { nextToSign } from './sign-note.ts'
import { noteOf } from './signed-view.ts'
import { useAnswers, type Asked } from './use-answers.ts'
import { useReview } from './use-review.ts'
import { useSign } from './use-sign.ts'

type Sources = Omit<Desk, 'openId' | 'open' | 'next' | 'review' | 'signing' | 'answer'>

interface WorkingDesk {
  readonly desk: Desk
  readonly member: Seated | undefined
  /** What the log has about them, for a judgement to rest on. */
  readonly seen: readonly string[]
  readonly asked: Asked
  readonly ask: (asked: Asked) => void
  readonly toggleGoal: (number: number) => number | null
}

/** The desk with whatever note is open on it. */
export function useDesk(sources: Sources): WorkingDesk {
  const { facts, drafts, isConcealed } = sources
  const [openId, open] = useState<PersonId | null>(null)
  const member = facts.members.find(({ personId }) => personId === openId)
  const isWriting = !isConcealed && openId !== null && noteOf(facts.state, openId) === null
  const writingId = isWriting ? openId : null
  const review = useReview(drafts, writingId)
  const next = nextToSign(facts.state, facts.members, openId)
  const signing = useSign({
    drafts,
    review,
    openId: writingId,
    next,
    onSigned: (after) => open(after?.personId ?? null),
  })
  const seen = useMemo(() => (member === undefined ? [] : behaviourSeen(facts, member)), [facts, member])
  const { asked, ask, answer } = useAnswers(drafts, member, seen)
  return {
    desk: { ...sources, openId, open, next, review, signing, answer },
    member,
    seen,
    asked,
    ask,
    toggleGoal: useGoalToggle(sources, writingId),
  }
}

/** Addresses the goal with a number; answers where its progress stands, or null when it is not addressed now. */
function useGoalToggle({ drafts }: Sources, personId: PersonId | null): (number: number) => number | null {
  const queries = useQueryClient()
  return (number) => {
    if (personId === null) return null
    const saver = drafts.response(personId)
    const value = saver.value()
    const known = queries.getQueryData<readonly Goal[]>(['goals.read', { personId }]) ?? []
    const shown = known.filter(
      ({ goalId, isOpen }) => isOpen || value.goals.some((goal) => goal.goalId === goalId),
    )
    const chosen = shown[number - 1]
    if (chosen === undefined) return null
    const goals = toggledGoal(value.goals, chosen.goalId)
    saver.change({ ...value, goals })
    const index = goals.findIndex(({ goalId }) => goalId === chosen.goalId)
    return index === -1 ? null : index
  }
}
