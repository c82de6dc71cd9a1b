import { useState } from 'react'
import type { ShortOfHours as Short } from '../../shared/ipc/hours-calls.ts'
import type { Roster } from '../../shared/ipc/roster-calls.ts'
import { hoursAndMinutes } from '../../shared/record/document-times.ts'
import { useRead } from '../app/api.ts'
import { FailureNotice } from '../app/FailureNotice.tsx'
import { usePlace } from '../app/navigation.tsx'
import { weekdayName } from '../app/time-words.ts'
import { memberName } from '../follow-up/follow-up-view.ts'
import { Button } from '../ui/Button.tsx'
import { hoursOfWeekWords } from './hours-words.ts'
import { RowButton } from './RowButton.tsx'
import styles from './ShortOfHours.module.css'
import side from './Side.module.css'

type ShortPerson = Short['people'][number]

/** As many as fit beside the rest of the day; the alphabet alone says who they are. */
const shownCount = 6

/** Who will not reach the week's hours even with all that is planned, A to Z. */
export function ShortOfHours({ roster }: { readonly roster: Roster }) {
  const short = useRead('hours.short', {})
  const [showsAll, setShowsAll] = useState(false)
  if (short.status === 'failed') return <FailureNotice failure={short.failure} onRetry={short.retry} />
  if (short.status === 'reading' || short.value.people.length === 0) return null
  const { people, endsOn } = short.value
  const targets = new Set(people.map(({ targetMs }) => targetMs))
  const [target] = targets
  const isOneTarget = targets.size === 1 && target !== undefined
  const shown = showsAll || people.length <= shownCount + 1 ? people : people.slice(0, shownCount)
  return (
    <section aria-labelledby="short-of-hours">
      <h2 id="short-of-hours" className={side['title']}>
        Short of {isOneTarget ? hoursOfWeekWords(target) : 'their hours'} this week
      </h2>
      <p className={styles['until']}>
        Even with all that is planned until {weekdayName(Date.parse(endsOn), 'UTC')}.
      </p>
      <ul className={styles['people']}>
        {shown.map((person) => (
          <li key={person.personId}>
            <Person person={person} name={memberName(roster, person.personId)} saysTarget={!isOneTarget} />
          </li>
        ))}
      </ul>
      {people.length <= shownCount + 1 ? null : (
        <Button
          look="plain"
          size="small"
          className={styles['all'] ?? ''}
          onPress={() => setShowsAll(!showsAll)}
        >
          {showsAll ? 'Show fewer' : `Show all ${people.length}`}
        </Button>
      )}
    </section>
  )
}

interface PersonProps {
  readonly person: ShortPerson
  readonly name: string
  readonly saysTarget: boolean
}

function Person({ person, name, saysTarget }: PersonProps) {
  const { go } = usePlace()
  const { personId, attendedMs, plannedMs, targetMs, toFindMs } = person
  return (
    <RowButton className={styles['person'] ?? ''} onPress={() => go({ name: 'member', personId })}>
      <span className={styles['line']}>
        <bdi className={side['name']}>{name}</bdi>
        <span className={styles['toFind']}>{hoursAndMinutes(toFindMs)} to find</span>
      </span>
      <span aria-hidden className={styles['bar']}>
        <Part ms={attendedMs} look="attended" />
        <Part ms={plannedMs} look="planned" />
        <Part ms={toFindMs} look="missing" />
      </span>
      <span className={side['soft']}>
        {hoursAndMinutes(attendedMs)} attended, {hoursAndMinutes(plannedMs)} planned
        {saysTarget ? `, ${hoursAndMinutes(targetMs)} asked` : null}
      </span>
    </RowButton>
  )
}

interface PartProps {
  readonly ms: number
  readonly look: 'attended' | 'planned' | 'missing'
}

function Part({ ms, look }: PartProps) {
  return ms === 0 ? null : <span className={styles[look]} style={{ flexGrow: ms }} />
}
