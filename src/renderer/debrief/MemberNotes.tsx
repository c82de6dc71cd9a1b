import { Check, Flag } from 'lucide-react'
import { useMemo } from 'react'
import type { PersonId } from '../../shared/ids.ts'
import { useRead } from '../app/api.ts'
import type { Seated } from '../live/seated.ts'
import { isWritten, type DebriefFacts } from './debrief-view.ts'
import { memberFacts } from './member-facts.ts'
import { OpenNote } from './OpenNote.tsx'
import { useSaver, type Drafts } from './use-drafts.ts'
import styles from './MemberNotes.module.css'

interface MemberNotesProps {
  readonly facts: DebriefFacts
  readonly drafts: Drafts
  readonly isConcealed: boolean
  readonly openId: PersonId | null
  readonly onOpen: (personId: PersonId | null) => void
}

/** A line a member, of which one is open as a band of paper. */
export function MemberNotes({ facts, drafts, isConcealed, openId, onOpen }: MemberNotesProps) {
  return (
    <section aria-labelledby="notes-title" className={styles['notes']}>
      <div className={styles['heads']}>
        <h2 id="notes-title" className={styles['headName']}>
          Members
        </h2>
        <span>Present</span>
        <span>Marks</span>
        <span className={styles['headState']}>Response</span>
      </div>
      <ul>
        {facts.members.map((member) => {
          const isOpen = !isConcealed && member.personId === openId
          return (
            <li key={member.personId} className={styles['member']} data-open={isOpen || undefined}>
              <MemberLine
                facts={facts}
                drafts={drafts}
                member={member}
                isConcealed={isConcealed}
                isOpen={isOpen}
                onToggle={() => onOpen(isOpen ? null : member.personId)}
              />
              {isOpen ? (
                <OpenNote facts={facts} member={member} saver={drafts.response(member.personId)} />
              ) : null}
            </li>
          )
        })}
      </ul>
    </section>
  )
}

interface MemberLineProps extends Pick<MemberNotesProps, 'facts' | 'drafts' | 'isConcealed'> {
  readonly member: Seated
  readonly isOpen: boolean
  readonly onToggle: () => void
}

function MemberLine({ facts, drafts, member, isConcealed, isOpen, onToggle }: MemberLineProps) {
  const { value } = useSaver(drafts.response(member.personId))
  const read = useRead('measures.read', {})
  const measures = read.status === 'ready' ? read.value.measures : undefined
  const words = useMemo(
    () => memberFacts(facts.state, member.progress, facts.timeWords, measures),
    [facts, member, measures],
  )
  const isDone = isWritten(value)
  return (
    <button
      type="button"
      className={styles['line']}
      aria-expanded={isOpen}
      data-done={isDone || undefined}
      disabled={isConcealed}
      onClick={onToggle}
    >
      <span className={styles['seat']}>{member.seat}</span>
      <bdi className={styles['name']}>{member.name}</bdi>
      <span className={styles['present']}>
        <span className={words.hasCome ? styles['minutes'] : styles['away']}>{words.attendance}</span>
        <span className={styles['remarks']}>{words.remarks.join(', ')}</span>
      </span>
      <span className={styles['marks']}>
        {isConcealed ? '' : words.marks.join(', ')}
        {words.hasRisk && !isConcealed ? (
          <span className={styles['risk']}>
            <Flag aria-hidden size={14} strokeWidth={2} /> risk
          </span>
        ) : null}
        {words.numbers.length === 0 || isConcealed ? null : (
          <span className={styles['numbers']}>{words.numbers.join(', ')}</span>
        )}
      </span>
      <span className={styles['state']}>
        {isOpen ? <strong>writing</strong> : isDone ? <Written /> : words.hasCome ? 'to write' : ''}
      </span>
    </button>
  )
}

function Written() {
  return (
    <>
      <Check aria-hidden size={15} strokeWidth={2.25} /> written
    </>
  )
}
