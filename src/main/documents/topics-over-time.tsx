import { counted } from '../../shared/count.ts'
import { isoDay } from '../../shared/iso-day.ts'
import type { GroupOverTimeFacts } from '../../shared/record/group-over-time.ts'
import { calendarDays } from './period-words.ts'

interface TopicsOverTimeProps {
  readonly facts: Pick<GroupOverTimeFacts, 'topics' | 'withoutTopic' | 'zone'>
  readonly locale: string | undefined
}

/** What was talked about, what came last at the top; a topic that came again stands once, with all its days. */
export function TopicsOverTime({ facts: { topics, withoutTopic, zone }, locale }: TopicsOverTimeProps) {
  const day = calendarDays(locale)
  const hidden = topics.filter(({ topic }) => topic === null).length
  const remarks = [
    ...(hidden === 0 ? [] : [hiddenWords(hidden)]),
    ...(withoutTopic === 0 ? [] : [`${counted(withoutTopic, 'session')} without a topic.`]),
  ]
  return (
    <section className="topics">
      <h2>Topics covered</h2>
      {topics.length === 0 ? (
        <p className="remark">No session in these weeks has a topic.</p>
      ) : (
        <ul>
          {topics.map(({ topic, startedAtMs }) =>
            topic === null ? null : (
              <li key={topic}>
                <bdi>{topic}</bdi>
                <span className="remark">{startedAtMs.map((ms) => day(isoDay(ms, zone))).join(' · ')}</span>
              </li>
            ),
          )}
        </ul>
      )}
      {topics.length > 0 && remarks.length > 0 && <p className="remark">{remarks.join(' ')}</p>}
    </section>
  )
}

function hiddenWords(count: number): string {
  return count === 1
    ? 'One topic is left out: it could name somebody.'
    : `${count} topics are left out: they could name somebody.`
}
