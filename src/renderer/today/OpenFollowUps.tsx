import { ChevronRight, Flag } from 'lucide-react'
import { useState } from 'react'
import type { OpenFollowUp } from '../../shared/ipc/follow-up-calls.ts'
import type { Roster } from '../../shared/ipc/roster-calls.ts'
import type { Stamp } from '../../shared/session/stamp.ts'
import { useRead } from '../app/api.ts'
import { FailureNotice } from '../app/FailureNotice.tsx'
import { memberName, ownerWords } from '../follow-up/follow-up-view.ts'
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
  const shown = open.value.find((one) => keyOf(one) === asked)
  return (
    <section aria-labelledby="open-follow-ups">
      <h2 id="open-follow-ups" className={side['title']}>
        Open follow-ups
      </h2>
      <ul className={side['rows']}>
        {open.value.map((followUp) => (
          <li key={keyOf(followUp)}>
            <RowButton className={styles['row'] ?? ''} onPress={() => setAsked(keyOf(followUp))}>
              <Row followUp={followUp} roster={roster} now={now} />
            </RowButton>
          </li>
        ))}
      </ul>
      {shown === undefined ? null : (
        <FollowUpFromList followUp={shown} roster={roster} onClose={() => setAsked(null)} />
      )}
    </section>
  )
}

function keyOf({ sessionId, mark }: OpenFollowUp): string {
  return `${sessionId} ${mark}`
}

function Row({ followUp, roster, now }: OpenFollowUpsProps & { readonly followUp: OpenFollowUp }) {
  const { groupId, personId, openedAtMs, ownerId } = followUp
  return (
    <>
      <Flag aria-hidden size={16} strokeWidth={2} className={styles['flag']} />
      <span className={side['words']}>
        <bdi className={side['name']}>{memberName(roster, personId)}</bdi>
        <span className={styles['soft']}>
          <bdi>{roster.groups.find(({ id }) => id === groupId)?.name ?? 'A former group'}</bdi>
        </span>
        <span className={styles['soft']}>
          owner <bdi>{ownerWords(roster, ownerId)}</bdi>
        </span>
        <span className={styles['soft']}>{openForWords(openedAtMs, now.wallMs)}</span>
      </span>
      <ChevronRight aria-hidden size={16} strokeWidth={1.75} className={styles['open']} />
    </>
  )
}
