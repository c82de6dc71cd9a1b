import { useMemo, useRef, useState } from 'react'
import type { PersonId } from '../../shared/ids.ts'
import type { Debrief } from '../../shared/ipc/debrief-calls.ts'
import type { Roster } from '../../shared/ipc/roster-calls.ts'
import type { OpenedSession } from '../../shared/ipc/session-calls.ts'
import { LateEntry } from './LateEntry.tsx'
import { RevealDialog } from '../conceal/RevealDialog.tsx'
import { useConceal } from '../conceal/use-conceal.ts'
import { SafetyOnKey } from '../safety/SafetyOnKey.tsx'
import { DebriefHeader } from './DebriefHeader.tsx'
import { debriefFacts } from './debrief-view.ts'
import { MemberNotes } from './MemberNotes.tsx'
import { Progress } from './Progress.tsx'
import { SharedColumn } from './SharedColumn.tsx'
import { useDebriefKeys } from './use-debrief-keys.ts'
import { useDrafts } from './use-drafts.ts'
import styles from './DebriefScreen.module.css'

interface DebriefPageProps {
  readonly opened: OpenedSession
  readonly debrief: Debrief
  readonly roster: Roster
}

export function DebriefPage({ opened, debrief, roster }: DebriefPageProps) {
  const [isConcealed, setIsConcealed] = useState(false)
  const [openId, setOpenId] = useState<PersonId | null>(null)
  const sharedPart = useRef<HTMLElement>(null)
  const facts = useMemo(() => debriefFacts(opened, roster, isConcealed), [opened, roster, isConcealed])
  const drafts = useDrafts(opened.sessionId, debrief, facts.state.topic)
  const conceal = useConceal({
    isConcealed,
    onConceal() {
      void drafts.flush()
      setIsConcealed(true)
    },
    onReveal: () => setIsConcealed(false),
  })
  useDebriefKeys({
    members: facts.members,
    openId,
    isConcealed,
    onOpen: setOpenId,
    onShared: () => sharedPart.current?.querySelector('textarea')?.focus(),
    onConceal: conceal.toggle,
  })
  return (
    <div className={styles['page']}>
      <DebriefHeader facts={facts} drafts={drafts} isConcealed={isConcealed} onConceal={conceal.toggle} />
      <SharedColumn facts={facts} drafts={drafts} isConcealed={isConcealed} columnRef={sharedPart} />
      <main className={styles['main']}>
        <LateEntry sessionId={opened.sessionId} state={facts.state} zone={opened.now.zone} />
        <MemberNotes
          facts={facts}
          drafts={drafts}
          isConcealed={isConcealed}
          openId={openId}
          onOpen={setOpenId}
        />
      </main>
      <Progress
        sessionId={opened.sessionId}
        facts={facts}
        drafts={drafts}
        isConcealed={isConcealed}
        openId={openId}
        onOpen={setOpenId}
      />
      <SafetyOnKey isConcealed={isConcealed} />
      <RevealDialog conceal={conceal} />
    </div>
  )
}
