import { useMemo, useRef, useState } from 'react'
import type { Debrief } from '../../shared/ipc/debrief-calls.ts'
import type { SignedEntry } from '../../shared/ipc/note-calls.ts'
import type { Roster } from '../../shared/ipc/roster-calls.ts'
import type { OpenedSession } from '../../shared/ipc/session-calls.ts'
import type { Measure } from '../../shared/measures/measure.ts'
import type { RecordRules } from '../../shared/record/record-rules.ts'
import { LateEntry } from './LateEntry.tsx'
import { RevealDialog } from '../conceal/RevealDialog.tsx'
import { useConceal } from '../conceal/use-conceal.ts'
import { SafetyOnKey } from '../safety/SafetyOnKey.tsx'
import { DebriefHeader } from './DebriefHeader.tsx'
import { debriefFacts } from './debrief-view.ts'
import { Dialogs } from './Dialogs.tsx'
import { MemberNotes } from './MemberNotes.tsx'
import { Progress } from './Progress.tsx'
import { SharedColumn } from './SharedColumn.tsx'
import { useDebriefKeys } from './use-debrief-keys.ts'
import { useDesk } from './use-desk.ts'
import { useDrafts } from './use-drafts.ts'
import styles from './DebriefScreen.module.css'

interface DebriefPageProps {
  readonly opened: OpenedSession
  readonly debrief: Debrief
  readonly roster: Roster
  readonly rules: RecordRules
  readonly measures: readonly Measure[]
  readonly signed: readonly SignedEntry[]
}

export function DebriefPage({ opened, debrief, ...sources }: DebriefPageProps) {
  const { roster } = sources
  const { sessionId } = opened
  const [isConcealed, setIsConcealed] = useState(false)
  const sharedPart = useRef<HTMLElement>(null)
  const facts = useMemo(
    () => debriefFacts(opened, debrief, roster, isConcealed),
    [opened, debrief, roster, isConcealed],
  )
  const drafts = useDrafts(sessionId, debrief, facts.state.topic)
  const conceal = useConceal({
    isConcealed,
    onConceal() {
      void drafts.flush()
      setIsConcealed(true)
    },
    onReveal: () => setIsConcealed(false),
  })
  const { desk, member, asked, ask, toggleGoal } = useDesk({ ...sources, facts, drafts, isConcealed })
  useDebriefKeys({
    desk,
    onShared: () => toSharedOrBack(sharedPart.current),
    onConceal: conceal.toggle,
    onGoal: toggleGoal,
  })
  return (
    <div className={styles['page']}>
      <DebriefHeader facts={facts} drafts={drafts} isConcealed={isConcealed} onConceal={conceal.toggle} />
      <SharedColumn
        facts={facts}
        drafts={drafts}
        isConcealed={isConcealed}
        columnRef={sharedPart}
        remarks={isConcealed ? [] : desk.review.remarks}
      />
      <main className={styles['main']}>
        <LateEntry sessionId={sessionId} state={facts.state} zone={opened.now.zone} />
        <MemberNotes desk={desk} />
      </main>
      <Progress desk={desk} onPrivate={() => ask({ kind: 'private' })} />
      <Dialogs desk={desk} asked={asked} member={member} onClose={() => ask(null)} />
      <SafetyOnKey isConcealed={isConcealed} />
      <RevealDialog conceal={conceal} />
    </div>
  )
}

/** From the shared part the same key leads back to the open note. */
function toSharedOrBack(sharedPart: HTMLElement | null): void {
  const isThere = sharedPart?.contains(document.activeElement) === true
  const open = document.querySelector('main li textarea') ?? document.querySelector('main li fieldset')
  const target = (isThere ? open : null) ?? sharedPart?.querySelector('textarea')
  if (target instanceof HTMLElement) target.focus()
}
