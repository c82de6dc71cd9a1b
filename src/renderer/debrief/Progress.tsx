import { TouchLine } from '../interaction/TouchLine.tsx'
import { PapersPart } from '../papers/PapersPart.tsx'
import { Button } from '../ui/Button.tsx'
import { DebriefKeyList } from './DebriefKeyList.tsx'
import type { Desk } from './desk.ts'
import { NoteDotsToSign } from './NoteDotsToSign.tsx'
import { Remarks } from './Remarks.tsx'
import { SessionFollowUps } from './SessionFollowUps.tsx'
import { SidePart } from './SidePart.tsx'
import styles from './Progress.module.css'

interface ProgressProps {
  readonly desk: Desk
  readonly onPrivate: () => void
}

/** How far the signing has come, what to look at before the next one, what can be handed out, and the keys. */
export function Progress({ desk, onPrivate }: ProgressProps) {
  const { facts, isConcealed, openId, amendedId, seen } = desk
  const { sessionId } = desk.drafts
  const privateCount = facts.state.notes.filter(({ isPrivate }) => isPrivate).length
  return (
    <aside aria-label="Progress and export" className={styles['column']}>
      <NoteDotsToSign desk={desk} />
      {isConcealed || openId === null || amendedId !== null ? null : (
        <Remarks review={desk.review} around={{ seen, members: facts.members }} onAnswer={desk.answer} />
      )}
      {isConcealed ? null : <SessionFollowUps sessionId={sessionId} facts={facts} />}
      {isConcealed || privateCount === 0 ? null : (
        <SidePart title="Private notes">
          <Button onPress={onPrivate}>
            {privateCount === 1 ? 'Your private note' : `Your ${privateCount} private notes`}
          </Button>
        </SidePart>
      )}
      <PapersPart desk={desk} />
      {isConcealed ? null : (
        <TouchLine sessionId={sessionId} state={facts.state} timeWords={facts.timeWords} />
      )}
      <DebriefKeyList next={amendedId === null ? desk.next : null} />
    </aside>
  )
}
