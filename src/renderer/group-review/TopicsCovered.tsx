import { useId, useState } from 'react'
import { counted } from '../../shared/count.ts'
import type { GroupReview } from '../../shared/ipc/group-review-calls.ts'
import type { Stamp } from '../../shared/session/stamp.ts'
import { usePlace } from '../app/navigation.tsx'
import { calendarDay } from '../app/time-words.ts'
import { Button } from '../ui/Button.tsx'
import { timesWords } from '../../shared/group-review/phase-plot.ts'
import styles from './TopicsCovered.module.css'

interface TopicsCoveredProps {
  readonly review: Pick<GroupReview, 'topics' | 'withoutTopic'>
  readonly now: Stamp
}

const shownCount = 12

/** What was talked about, what came last at the top; a topic that came again stands once, with all its days. */
export function TopicsCovered({ review: { topics, withoutTopic }, now }: TopicsCoveredProps) {
  const id = useId()
  const [showsAll, setShowsAll] = useState(false)
  const shown = showsAll ? topics : topics.slice(0, shownCount)
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className={styles['title']}>
        Topics covered
      </h2>
      {topics.length === 0 ? <p className={styles['soft']}>No session in this time has a topic.</p> : null}
      <ul className={styles['topics']}>
        {shown.map(({ topic, sessions }) => (
          <li key={topic} className={styles['topic']}>
            <bdi className={styles['name']}>{topic}</bdi>
            <span className={styles['soft']}>{sessions.length === 1 ? '' : timesWords(sessions.length)}</span>
            <span className={styles['days']}>
              <SessionDays sessions={sessions} topic={topic} now={now} />
            </span>
          </li>
        ))}
      </ul>
      {withoutTopic === 0 || topics.length === 0 ? null : (
        <p className={styles['soft']}>{counted(withoutTopic, 'session')} without a topic.</p>
      )}
      {topics.length <= shownCount ? null : (
        <Button look="plain" size="small" onPress={() => setShowsAll(!showsAll)}>
          {showsAll ? 'Show fewer' : `Show all ${topics.length}`}
        </Button>
      )}
    </section>
  )
}

interface SessionDaysProps {
  readonly sessions: GroupReview['topics'][number]['sessions']
  readonly topic: string
  readonly now: Stamp
}

const shownDays = 6

/** The last days of a topic; those before when they are asked for. */
function SessionDays({ sessions, topic, now }: SessionDaysProps) {
  const [showsAll, setShowsAll] = useState(false)
  const hiddenCount = sessions.length - shownDays
  return (
    <>
      {(showsAll ? sessions : sessions.slice(0, shownDays)).map((session) => (
        <SessionDay key={session.sessionId} session={session} topic={topic} now={now} />
      ))}
      {hiddenCount <= 0 ? null : (
        <button
          type="button"
          className={styles['day']}
          aria-expanded={showsAll}
          aria-label={`All days of ${topic}`}
          onClick={() => setShowsAll(!showsAll)}
        >
          {showsAll ? 'fewer' : `and ${hiddenCount} before`}
        </button>
      )}
    </>
  )
}

interface SessionDayProps {
  readonly session: GroupReview['topics'][number]['sessions'][number]
  readonly topic: string
  readonly now: Stamp
}

function SessionDay({ session: { sessionId, startedAtMs, number }, topic, now }: SessionDayProps) {
  const { go } = usePlace()
  const day = calendarDay(startedAtMs, now.zone, now.wallMs)
  return (
    <button
      type="button"
      className={styles['day']}
      aria-label={`${day}, session ${number}, ${topic}`}
      onClick={() => go({ name: 'session', sessionId })}
    >
      {day}
    </button>
  )
}
