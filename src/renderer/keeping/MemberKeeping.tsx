import { useState } from 'react'
import type { RetentionOfMember } from '../../shared/ipc/retention-calls.ts'
import type { Roster } from '../../shared/ipc/roster-calls.ts'
import { isoDay } from '../../shared/iso-day.ts'
import type { Member } from '../../shared/roster/member.ts'
import type { Stamp } from '../../shared/session/stamp.ts'
import { AboutPart } from '../app/AboutPart.tsx'
import { useRead } from '../app/api.ts'
import { FailureNotice } from '../app/FailureNotice.tsx'
import { Button } from '../ui/Button.tsx'
import { HoldDialog } from './HoldDialog.tsx'
import { HoldDone } from './HoldDone.tsx'
import { HoldLine } from './HoldLine.tsx'
import styles from './KeepingScreen.module.css'
import { keptWords } from './kept-words.ts'
import { OfAgeDialog } from './OfAgeDialog.tsx'
import { useHolds } from './use-holds.ts'

interface MemberKeepingProps {
  readonly member: Member
  readonly roster: Roster
  readonly now: Stamp
}

/** Until when a member's chart is kept, and whether it is on legal hold. */
export function MemberKeeping({ member, roster, now }: MemberKeepingProps) {
  const read = useRead('retention.of-member', { personId: member.id })
  if (read.status === 'failed') return <FailureNotice failure={read.failure} onRetry={read.retry} />
  if (read.status === 'reading') return null
  return <Kept kept={read.value} member={member} roster={roster} today={isoDay(now.wallMs, now.zone)} />
}

interface KeptProps extends Omit<MemberKeepingProps, 'now'> {
  readonly kept: RetentionOfMember
  readonly today: string
}

function Kept({ kept, member, roster, today }: KeptProps) {
  const { place, lift, done, forget, failure } = useHolds()
  const [asked, setAsked] = useState<'hold' | 'of-age' | null>(null)
  const { chart, holds } = kept
  const close = () => setAsked(null)
  const asksAge = chart.standing === 'age-unknown' || chart.ofAgeOn !== null
  return (
    <AboutPart
      title="Keeping"
      actions={
        <Button size="small" look="plain" onPress={() => setAsked('hold')}>
          Place a hold
        </Button>
      }
    >
      <p className={styles['kept']}>{keptWords(kept, today)}</p>
      {asksAge ? (
        <Button size="small" onPress={() => setAsked('of-age')}>
          {chart.ofAgeOn === null ? 'Enter when they come of age' : 'Change when they come of age'}
        </Button>
      ) : null}
      {holds.length === 0 ? null : (
        <ul className={styles['holds']} aria-label="Legal holds">
          {holds.map((hold) => (
            <HoldLine
              key={hold.holdId}
              hold={hold}
              what={
                <strong>{hold.personId === null ? 'Everything is on legal hold' : 'On legal hold'}</strong>
              }
              name={hold.personId === null ? 'everything' : member.preferredName}
              today={today}
              onLift={() => void lift(hold)}
            />
          ))}
        </ul>
      )}
      <HoldDone done={done} onForget={forget} />
      {asked === null ? <FailureNotice failure={failure} /> : null}
      {asked === 'hold' ? (
        <HoldDialog roster={roster} fixed={member} onPlace={place} failure={failure} onClose={close} />
      ) : null}
      {asked === 'of-age' ? <OfAgeDialog chart={chart} onClose={close} /> : null}
    </AboutPart>
  )
}
