import { counted } from '../../shared/count.ts'
import { isoDay } from '../../shared/iso-day.ts'
import type { GroupOverTimeFacts } from '../../shared/record/group-over-time.ts'
import { LongTable } from './parts.tsx'
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
      {topics.length === 0 ? (
        <>
          <h2>Topics covered</h2>
          <p className="remark">No session in these weeks has a topic.</p>
        </>
      ) : (
        <LongTable name="Topics covered" level={2} columns={['Topic', 'Talked about on']}>
          {topics.map(({ topic, startedAtMs }) =>
            topic === null ? null : (
              <tr key={topic}>
                <th scope="row">
                  <bdi>{topic}</bdi>
                </th>
                <td className="remark">{startedAtMs.map((ms) => day(isoDay(ms, zone))).join(' · ')}</td>
              </tr>
            ),
          )}
          {remarks.length > 0 && (
            <tr>
              <td colSpan={2} className="remark">
                {remarks.join(' ')}
              </td>
            </tr>
          )}
        </LongTable>
      )}
    </section>
  )
}

function hiddenWords(count: number): string {
  return count === 1
    ? 'One topic is left out: it could name somebody.'
    : `${count} topics are left out: they could name somebody.`
}
