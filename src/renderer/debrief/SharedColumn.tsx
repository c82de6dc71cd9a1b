import type { RefObject } from 'react'
import { FailureNotice } from '../app/FailureNotice.tsx'
import { ConcealedWords } from './ConcealedWords.tsx'
import type { DebriefFacts, Material } from './debrief-view.ts'
import type { TimeWords } from '../../shared/record/member-facts.ts'
import { ModalityField } from './ModalityField.tsx'
import { NamingRemark } from './NamingRemark.tsx'
import type { Remark } from './remark.ts'
import { SaveMark } from './SaveMark.tsx'
import type { SaveStatus } from './saver.ts'
import { SharedFields } from './SharedFields.tsx'
import { TopicLine } from './TopicLine.tsx'
import { useSaver, type Drafts } from './use-drafts.ts'
import styles from './SharedColumn.module.css'

interface SharedColumnProps {
  readonly facts: DebriefFacts
  readonly drafts: Drafts
  readonly isConcealed: boolean
  readonly columnRef: RefObject<HTMLElement | null>
  readonly remarks: readonly Remark[]
}

/** What is written once and belongs to every note and to the group summary. */
export function SharedColumn({ facts, drafts, isConcealed, columnRef, remarks }: SharedColumnProps) {
  const { value: shared, status } = useSaver(drafts.shared)
  const topic = useSaver(drafts.topic)
  const save = () => void drafts.shared.flush()
  return (
    <aside ref={columnRef} className={styles['column']} aria-labelledby="shared-title">
      <h2 id="shared-title" className={styles['title']}>
        Shared by all notes <SaveMark status={statesSave(topic.status, status) ? topic.status : status} />
      </h2>
      {isConcealed ? (
        <ConcealedWords />
      ) : (
        <>
          <div className={styles['fields']}>
            <SignedWith count={facts.state.signed.filter(({ kind }) => kind === 'note').length} />
            <TopicLine saver={drafts.topic} remarks={remarks} />
            <SharedFields
              facts={facts}
              shared={shared}
              onChange={drafts.shared.change}
              onLeave={save}
              remarks={remarks}
            />
            {status.kind === 'failed' ? <FailureNotice failure={status.failure} onRetry={save} /> : null}
            <ModalityField sessionId={drafts.sessionId} modality={facts.modality} />
            <MaterialList material={facts.material} timeWords={facts.timeWords} />
          </div>
          <NamingRemark facts={facts} topic={topic.value} shared={shared} />
        </>
      )}
    </aside>
  )
}

/** Whether the mark is the topic's: while it is on its way or refused, and after it where nothing else was written. */
function statesSave(topic: SaveStatus, shared: SaveStatus): boolean {
  if (topic.kind === 'saving' || topic.kind === 'failed') return true
  return topic.kind === 'saved' && shared.kind === 'untouched'
}

/** What is signed keeps the shared part as it was. */
function SignedWith({ count }: { readonly count: number }) {
  if (count === 0) return null
  return (
    <p className={styles['signedWith']}>
      {count === 1 ? 'One note is' : `${count} notes are`} signed with these words as they were then. What you
      change here goes into the others.
    </p>
  )
}

interface MaterialListProps {
  readonly material: readonly Material[]
  readonly timeWords: TimeWords
}

/** The record notes of the session, to write from. Private notes are not shown here. */
function MaterialList({ material, timeWords }: MaterialListProps) {
  if (material.length === 0) return null
  return (
    <section aria-labelledby="material-title" className={styles['material']}>
      <h3 id="material-title" className={styles['label']}>
        Record notes of the session
      </h3>
      <ol>
        {material.map(({ noteId, wallMs, phase, text }) => (
          <li key={noteId} className={styles['note']}>
            <time className={styles['noteTime']}>{timeWords(wallMs)}</time>
            <div>
              <p dir="auto" className={styles['noteText']}>
                {text}
              </p>
              <p className={styles['notePhase']}>{phase}</p>
            </div>
          </li>
        ))}
      </ol>
    </section>
  )
}
