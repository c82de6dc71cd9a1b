import { Check, Flag, Hourglass } from 'lucide-react'
import { useMemo } from 'react'
import type { PersonId } from '../../shared/ids.ts'
import type { GoalAddressed } from '../../shared/record/note.ts'
import { memberFacts, type MemberFacts } from '../../shared/record/member-facts.ts'
import { useRead } from '../app/api.ts'
import type { Seated } from '../live/seated.ts'
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx'
import { isWritten } from './debrief-view.ts'
import type { Desk } from './desk.ts'
import { hasOpenRisk, noteState, type NoteState } from './note-state.ts'
import { useSaver } from './use-drafts.ts'
import styles from './MemberNotes.module.css'

interface MemberLineProps {
  readonly desk: Desk
  readonly member: Seated
  readonly isOpen: boolean
  readonly onToggle: () => void
}

/** What the log has about one member, in a line, and how far their note has come. */
export function MemberLine({ desk, member, isOpen, onToggle }: MemberLineProps) {
  const { facts, drafts, measures, isConcealed, next } = desk
  const { value } = useSaver(drafts.response(member.personId))
  const words = useMemo(
    () => memberFacts(facts.state, member.progress, facts.timeWords, measures),
    [facts, member, measures],
  )
  const state = noteState(facts.state, member.personId, isWritten(value))
  return (
    <button
      type="button"
      className={styles['line']}
      aria-expanded={isOpen}
      data-done={state.kind === 'signed' || state.kind === 'awaits-co-sign' || undefined}
      disabled={isConcealed}
      onClick={onToggle}
    >
      <span className={styles['seat']}>{member.seat}</span>
      <bdi className={styles['name']}>{member.name}</bdi>
      <FactCells words={words} member={member} goals={value.goals} isConcealed={isConcealed} />
      <span className={styles['state']}>
        {isOpen && (state.kind === 'to-write' || state.kind === 'written' || state.kind === 'absent') ? (
          <strong>writing</strong>
        ) : (
          <StateWords
            state={state}
            isNext={next?.personId === member.personId}
            timeWords={facts.timeWords}
            hasOpenRisk={!isConcealed && hasOpenRisk(facts.state, member.personId)}
          />
        )}
      </span>
    </button>
  )
}

interface FactCellsProps {
  readonly words: MemberFacts
  readonly member: Seated
  readonly goals: readonly GoalAddressed[]
  readonly isConcealed: boolean
}

function FactCells({ words, member, goals, isConcealed }: FactCellsProps) {
  return (
    <>
      <span className={styles['present']}>
        <span className={words.hasCome ? styles['minutes'] : styles['away']}>{words.attendance}</span>
        <span className={styles['remarks']}>{words.remarks.join(', ')}</span>
      </span>
      <Numbers numbers={isConcealed ? [] : words.numbers} />
      <span className={styles['marks']}>
        {isConcealed ? '' : words.marks.join(', ')}
        {words.hasRisk && !isConcealed ? (
          <span className={styles['risk']}>
            <Flag aria-hidden size={14} strokeWidth={2} /> risk
          </span>
        ) : null}
      </span>
      <span className={styles['goal']}>
        {isConcealed || goals.length === 0 ? null : <GoalWords personId={member.personId} goals={goals} />}
      </span>
    </>
  )
}

/** As many as a line has room for; the open note has them all. */
const shownNumbers = 2

function Numbers({ numbers }: { readonly numbers: readonly string[] }) {
  const shown = numbers.length > shownNumbers + 1 ? numbers.slice(0, shownNumbers) : numbers
  const rest = numbers.length - shown.length
  return (
    <span className={styles['numbers']} data-several={numbers.length > 1 || undefined}>
      {shown.map((number) => (
        <span key={number}>{shortNumber(number, numbers)}</span>
      ))}
      {rest === 0 ? null : <span className={styles['more']}>and {rest} more</span>}
    </span>
  )
}

/** Where the clinic asks for one number alone, its name need not be said ten times. */
function shortNumber(number: string, all: readonly string[]): string {
  return all.length > 1 ? number : number.replace(/^.*?(?=\d)/u, '')
}

interface GoalWordsProps {
  readonly personId: PersonId
  readonly goals: readonly GoalAddressed[]
}

function GoalWords({ personId, goals }: GoalWordsProps) {
  const read = useRead('goals.read', { personId })
  const texts = read.status === 'ready' ? read.value : []
  return goals
    .map(({ goalId }) => texts.find((goal) => goal.goalId === goalId)?.text ?? '')
    .filter((text) => text !== '')
    .join(', ')
}

interface StateWordsProps {
  readonly state: NoteState
  readonly isNext: boolean
  readonly hasOpenRisk: boolean
  readonly timeWords: (wallMs: number) => string
}

function StateWords({ state, isNext, hasOpenRisk: isRisk, timeWords }: StateWordsProps) {
  switch (state.kind) {
    case 'signed':
      return (
        <>
          <Check aria-hidden size={15} strokeWidth={2.25} />
          <VisuallyHidden>signed</VisuallyHidden> {timeWords(state.atMs)}
        </>
      )
    case 'awaits-co-sign':
      return (
        <>
          <Hourglass aria-hidden size={14} strokeWidth={2} /> to co-sign
        </>
      )
    case 'to-write':
    case 'written':
      if (isRisk) {
        return (
          <span className={styles['risk']}>
            <Flag aria-hidden size={14} strokeWidth={2} /> follow-up open
          </span>
        )
      }
      if (isNext) return 'next'
      return state.kind === 'written' ? 'to sign' : 'to write'
    case 'absent':
      return null
  }
}
