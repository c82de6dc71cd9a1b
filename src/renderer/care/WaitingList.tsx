import { useState } from 'react'
import type { PersonId } from '../../shared/ids.ts'
import type { OutputOf } from '../../shared/ipc/contract.ts'
import type { Roster } from '../../shared/ipc/roster-calls.ts'
import { isoDay } from '../../shared/iso-day.ts'
import type { Group } from '../../shared/roster/group.ts'
import { useAct, useRead } from '../app/api.ts'
import { readNow } from '../app/core-clock.ts'
import { memberName } from '../follow-up/follow-up-view.ts'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import { dayWords } from './care-words.ts'
import { FindMember } from './FindMember.tsx'
import { useGone } from './use-gone.ts'
import { EnrolFailure } from './EnrolFailure.tsx'
import styles from './WaitingList.module.css'

type Waiting = OutputOf<'care.waiting'>[number]

interface WaitingListProps {
  readonly group: Group
  readonly roster: Roster
}

/** Who waits for a place in a group, in the order of joining; the next one is offered a place that is free. */
export function WaitingList({ group, roster }: WaitingListProps) {
  const { act, isBusy, failure } = useAct()
  const read = useRead('care.waiting', { groupId: group.id })
  const [asked, setAsked] = useState<PersonId | null>(null)
  const waiting = read.status === 'ready' ? read.value : []
  const [next] = waiting
  const takeIn = async (personId: PersonId, evenIfClosed = false) => {
    if (isBusy) return
    setAsked(personId)
    await act('roster.enrol', { groupId: group.id, personId, evenIfClosed })
  }
  const enter = async (kind: 'waiting' | 'stopped-waiting', personId: PersonId) => {
    const now = readNow()
    if (isBusy || now === null) return
    const day = isoDay(now.wallMs, now.zone)
    await act('care.enter', { personId, act: { kind, groupId: group.id, day, reason: '' } })
  }
  return (
    <section aria-labelledby="waiting" className={styles['part']}>
      <h2 id="waiting" className={styles['title']}>
        Waiting list
        <span className={styles['count']}>{waiting.length === 0 ? 'nobody' : waiting.length}</span>
      </h2>
      {next !== undefined && group.memberIds.length < group.capacity ? (
        <Offer next={next} roster={roster} onTakeIn={() => void takeIn(next.personId)} />
      ) : null}
      <EnrolFailure failure={failure} onTakeIn={() => void (asked === null ? null : takeIn(asked, true))} />
      <ol className={styles['list']}>
        {waiting.map((one, index) => (
          <WaitingRow
            key={one.personId}
            waiting={one}
            number={index + 1}
            roster={roster}
            onTakeOff={() => void enter('stopped-waiting', one.personId)}
          />
        ))}
      </ol>
      <JoinField
        group={group}
        roster={roster}
        waitingIds={waiting.map(({ personId }) => personId)}
        onJoin={(personId) => void enter('waiting', personId)}
      />
    </section>
  )
}

interface OfferProps {
  readonly next: Waiting
  readonly roster: Roster
  readonly onTakeIn: () => void
}

function Offer({ next: { personId, sinceDay }, roster, onTakeIn }: OfferProps) {
  return (
    <Notice
      actions={
        <Button size="small" onPress={onTakeIn}>
          Give them the place
        </Button>
      }
    >
      <p>
        A place is free. Next is <bdi>{memberName(roster, personId)}</bdi>, waiting since {dayWords(sinceDay)}
        .
      </p>
    </Notice>
  )
}

interface WaitingRowProps {
  readonly waiting: Waiting
  readonly number: number
  readonly roster: Roster
  readonly onTakeOff: () => void
}

function WaitingRow({ waiting: { personId, sinceDay }, number, roster, onTakeOff }: WaitingRowProps) {
  const name = memberName(roster, personId)
  return (
    <li>
      <span className={styles['number']}>{number}</span>
      <span className={styles['who']}>
        <bdi>{name}</bdi>
        <span className={styles['soft']}>since {dayWords(sinceDay)}</span>
      </span>
      <Button size="small" look="plain" aria-label={`Take ${name} off the waiting list`} onPress={onTakeOff}>
        Take off
      </Button>
    </li>
  )
}

interface JoinFieldProps extends WaitingListProps {
  readonly waitingIds: readonly PersonId[]
  readonly onJoin: (personId: PersonId) => void
}

function JoinField({ group, roster, waitingIds, onJoin }: JoinFieldProps) {
  const gone = useGone()
  const away = new Set<PersonId>([...group.memberIds, ...waitingIds, ...gone])
  const others = roster.members.filter(({ id }) => !away.has(id))
  if (others.length === 0) return null
  return <FindMember label="Put on the waiting list" members={others} onChoose={({ id }) => onJoin(id)} />
}
