import type { SessionId } from '../../shared/ids.ts'
import { TouchLine } from '../interaction/TouchLine.tsx'
import { Button } from '../ui/Button.tsx'
import { DebriefKeyList } from './DebriefKeyList.tsx'
import type { Desk } from './desk.ts'
import { NotesExport } from './NoteExport.tsx'
import { NoteDotsToSign } from './NoteDotsToSign.tsx'
import { Remarks } from './Remarks.tsx'
import { SessionFollowUps } from './SessionFollowUps.tsx'
import { SummaryExport } from './SummaryExport.tsx'
import styles from './Progress.module.css'

interface ProgressProps {
  readonly sessionId: SessionId
  readonly desk: Desk
  /** What the log has about whoever's note is open. */
  readonly seen: readonly string[]
  readonly onPrivate: () => void
}

/** How far the signing has come, what to look at before the next one, what can be handed out, and the keys. */
export function Progress({ sessionId, desk, seen, onPrivate }: ProgressProps) {
  const { facts, drafts, isConcealed, openId } = desk
  const privateCount = facts.state.notes.filter(({ isPrivate }) => isPrivate).length
  const signedCount = facts.state.signed.filter(({ kind }) => kind === 'note').length
  return (
    <aside aria-label="Progress and export" className={styles['column']}>
      <NoteDotsToSign desk={desk} />
      {isConcealed || openId === null ? null : (
        <Remarks review={desk.review} seen={seen} onAnswer={desk.answer} />
      )}
      {isConcealed ? null : <SessionFollowUps sessionId={sessionId} facts={facts} />}
      {isConcealed || privateCount === 0 ? null : (
        <section aria-labelledby="private-title" className={styles['export']}>
          <h2 id="private-title" className={styles['label']}>
            Private notes
          </h2>
          <Button onPress={onPrivate}>
            {privateCount === 1 ? 'Your private note' : `Your ${privateCount} private notes`}
          </Button>
        </section>
      )}
      <SummaryExport sessionId={sessionId} facts={facts} drafts={drafts} isConcealed={isConcealed} />
      {isConcealed || signedCount === 0 ? null : (
        <NotesExport sessionId={sessionId} signedCount={signedCount} />
      )}
      {isConcealed ? null : (
        <TouchLine sessionId={sessionId} state={facts.state} timeWords={facts.timeWords} />
      )}
      <DebriefKeyList next={desk.next} />
    </aside>
  )
}
