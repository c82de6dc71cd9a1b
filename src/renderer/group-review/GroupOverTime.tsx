import { useState } from 'react'
import { counted } from '../../shared/count.ts'
import type { Roster } from '../../shared/ipc/roster-calls.ts'
import type { Group } from '../../shared/roster/group.ts'
import { useRead } from '../app/api.ts'
import { useNow } from '../app/core-clock.ts'
import { FailureNotice } from '../app/FailureNotice.tsx'
import { OverTimePapers } from '../papers/OverTimePapers.tsx'
import { Segments } from '../ui/Segments.tsx'
import { useKept } from '../ui/use-kept.ts'
import { GroupPlaces } from './GroupPlaces.tsx'
import { PhaseSpans } from './PhaseSpans.tsx'
import { TopicsCovered } from './TopicsCovered.tsx'
import { WeekPlots } from './WeekPlots.tsx'
import styles from './GroupOverTime.module.css'

interface GroupOverTimeProps {
  readonly roster: Roster
  readonly group: Group
}

const spans = [
  { id: 'quarter', name: '12 weeks', words: 'Twelve weeks to today', weeks: 12 },
  { id: 'half', name: 'Half a year', words: 'Half a year to today', weeks: 26 },
  { id: 'year', name: 'A year', words: 'A year to today', weeks: 52 },
  { id: 'all', name: 'All', words: 'All weeks', weeks: null },
] as const
type SpanId = (typeof spans)[number]['id']

/** How a group went, week by week: counted in members, and never by member. */
export function GroupOverTime({ roster, group }: GroupOverTimeProps) {
  const [spanId, setSpanId] = useState<SpanId>('quarter')
  const span = spans.find(({ id }) => id === spanId) ?? spans[0]
  const read = useRead('group-review.read', { groupId: group.id, weeks: span.weeks })
  // What is shown stays until the other weeks are there.
  const review = useKept(read.status === 'ready' ? read.value : null, (_, next) => next === null)
  const rules = useRead('care-rules.read', {})
  const now = useNow(60_000)
  const failed = [read, rules].find(({ status }) => status === 'failed')
  if (failed?.status === 'failed') return <FailureNotice failure={failed.failure} onRetry={failed.retry} />
  if (review === null || rules.status !== 'ready' || now === null) {
    return <div className={styles['page']} aria-busy />
  }
  const { sessions, weeks, phases } = review
  return (
    <div className={styles['page']}>
      <div className={styles['head']}>
        <Segments label="Weeks shown" options={spans} selected={spanId} onSelect={setSpanId} />
        <p className={styles['soft']}>{counted(sessions, 'session')} that ended</p>
        <OverTimePapers
          subject={{ kind: 'group', groupId: group.id, weeks: span.weeks }}
          weeks={span.words}
        />
      </div>
      {sessions === 0 ? (
        <p className={styles['soft']}>
          No session of this group has ended in this time. When one has, its attendance, its phases and its
          topic will stand here.
        </p>
      ) : (
        <>
          <div>
            <WeekPlots weeks={weeks} group={group} rules={rules.value} />
            <p className={styles['definition']}>
              How well a group holds together is told by two counts: of the members on the lists of a week,
              how many came to every session of it; and of those who came the week before, how many came
              again. Why somebody did not come is not asked, and nobody is counted by name.
            </p>
          </div>
          <PhaseSpans phases={phases} sessions={counted(sessions, 'session')} />
          <TopicsCovered review={review} now={now} />
        </>
      )}
      <GroupPlaces roster={roster} group={group} rules={rules.value} />
    </div>
  )
}
