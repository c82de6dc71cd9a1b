import { ChevronRight, Flag } from 'lucide-react'
import { useState } from 'react'
import type { OpenFollowUp } from '../../shared/ipc/follow-up-calls.ts'
import type { Roster } from '../../shared/ipc/roster-calls.ts'
import type { Stamp } from '../../shared/session/stamp.ts'
import { useRead } from '../app/api.ts'
import { FailureNotice } from '../app/FailureNotice.tsx'
import { MemberLink } from '../app/MemberLink.tsx'
import { followUpKey, memberName, ownerWords } from '../follow-up/follow-up-view.ts'
import { openForWords } from '../follow-up/follow-up-words.ts'
import { FollowUpFromList } from '../follow-up/FollowUpFromList.tsx'
import styles from './OpenFollowUps.module.css'
import { RowButton } from './RowButton.tsx'
import side from './Side.module.css'

interface OpenFollowUpsProps {
  readonly roster: Roster
  readonly now: Stamp
}

/** Risks that nobody has signed for yet, oldest first. */
export function OpenFollowUps({ roster, now }: OpenFollowUpsProps) {
  const open = useRead('follow-up.list-open', {})
  const [asked, setAsked] = useState<string | null>(null)
  if (open.status === 'failed') return <FailureNotice failure={open.failure} onRetry={open.retry} />
  if (open.status === 'reading' || open.value.length === 0) return null
  const shown = open.value.find((one) => followUpKey(one) === asked)
  return (
    <section aria-labelledby="open-follow-ups">
      <h2 id="open-follow-ups" className={side['title']}>
        Open risk follow-ups
      </h2>
      <ul className={side['rows']}>
        {open.value.map((followUp) => (
          <li key={followUpKey(followUp)} className={styles['followUp']}>
            <Flag aria-hidden size={16} strokeWidth={2} className={styles['flag']} />
            <FollowUpLine
              followUp={followUp}
              roster={roster}
              now={now}
              onOpen={() => setAsked(followUpKey(followUp))}
            />
          </li>
        ))}
      </ul>
      {shown === undefined ? null : (
        <FollowUpFromList followUp={shown} roster={roster} onClose={() => setAsked(null)} />
      )}
    </section>
  )
}

interface FollowUpLineProps extends OpenFollowUpsProps {
  readonly followUp: OpenFollowUp
  readonly onOpen: () => void
}

/** The name leads to its member; the rest to what is to be done. */
function FollowUpLine({ followUp, roster, now, onOpen }: FollowUpLineProps) {
  const { personId, openedAtMs, ownerId } = followUp
  const name = memberName(roster, personId)
  return (
    <div className={styles['lines']}>
      <MemberLink personId={personId} name={name} />
      <RowButton className={styles['row'] ?? ''} aria-label={`Follow-up of ${name}`} onPress={onOpen}>
        <span className={side['words']}>
          <bdi>{whyWords(followUp, roster)}</bdi>
          <span className={styles['soft']}>
            owner <bdi>{ownerWords(roster, ownerId)}</bdi>
          </span>
          <span className={styles['soft']}>{openForWords(openedAtMs, now.wallMs)}</span>
        </span>
        <ChevronRight aria-hidden size={16} strokeWidth={1.75} className={styles['open']} />
      </RowButton>
    </div>
  )
}

function whyWords(followUp: OpenFollowUp, { groups }: Roster): string {
  if ('item9' in followUp) return 'PHQ-9, item 9 above zero'
  return groups.find(({ id }) => id === followUp.groupId)?.name ?? 'A former group'
}
