import { useEffect, useEffectEvent, useState } from 'react'
import type { Roster } from '../../shared/ipc/roster-calls.ts'
import type { SessionSummary } from '../../shared/ipc/session-calls.ts'
import { comingMeetings, type ComingMeeting } from '../../shared/roster/coming-meetings.ts'
import type { Group } from '../../shared/roster/group.ts'
import type { Stamp } from '../../shared/session/stamp.ts'
import { usePlace } from '../app/navigation.tsx'
import { longDay } from '../app/time-words.ts'
import { BackupLine } from '../backup/BackupLine.tsx'
import { NewComments } from '../reviewer/NewComments.tsx'
import { LastSessions } from './LastSessions.tsx'
import { meetingOfToday, notesToCoSign, notesToFinish, runningSession } from './next-session.ts'
import { NextDays } from './NextDays.tsx'
import { NextUp } from './NextUp.tsx'
import { NotesToCoSign } from './NotesToCoSign.tsx'
import { NotesToFinish } from './NotesToFinish.tsx'
import { NothingPlanned } from './NothingPlanned.tsx'
import { OpenFollowUps } from './OpenFollowUps.tsx'
import { PreparedSessions } from './PreparedSessions.tsx'
import { PrepareDialog } from './PrepareDialog.tsx'
import { RunningNow } from './RunningNow.tsx'
import { ShortOfHours } from './ShortOfHours.tsx'
import styles from './TodayScreen.module.css'

interface DayProps {
  readonly roster: Roster
  readonly sessions: readonly SessionSummary[]
  readonly now: Stamp
}

export function Day({ roster, sessions, now }: DayProps) {
  const meetings = comingMeetings(roster.groups, sessions, now)
  const running = runningSession(sessions)
  const next = running === null ? (meetings[0] ?? null) : null
  const [preparing, setPreparing] = useState<Group | null>(null)
  const start = useStart(roster.groups, meetings, now, setPreparing)
  const prepared = sessions.filter(
    ({ stage, sessionId }) => stage === 'prepared' && sessionId !== next?.preparedId,
  )
  const unfinished = notesToFinish(sessions)
  const toCoSign = notesToCoSign(sessions)
  const isCalm =
    prepared.length === 0 && unfinished.length + toCoSign.length === 0 && (running ?? next) !== null
  return (
    <div className={styles['page']}>
      <div className={styles['main']} data-calm={isCalm || undefined}>
        <h1 className={styles['date']}>{longDay(now.wallMs, now.zone)}</h1>
        {running === null ? null : <RunningNow session={running} roster={roster} now={now} />}
        {next === null ? null : (
          <NextUp
            meeting={next}
            roster={roster}
            sessions={sessions}
            now={now}
            onStart={() => start(next.group)}
          />
        )}
        {running === null && next === null ? <NothingPlanned groups={roster.groups} onStart={start} /> : null}
        <PreparedSessions sessions={prepared} groups={roster.groups} now={now} />
        <NotesToFinish sessions={unfinished} groups={roster.groups} now={now} />
        <NotesToCoSign sessions={toCoSign} groups={roster.groups} now={now} />
        <NewComments />
      </div>
      <Around
        roster={roster}
        sessions={sessions}
        meetings={next === null ? meetings : meetings.slice(1)}
        now={now}
      />
      {preparing === null ? null : (
        <PrepareDialog
          group={preparing}
          meeting={meetingOfToday(meetings, preparing, now)}
          roster={roster}
          onClose={() => setPreparing(null)}
        />
      )}
    </div>
  )
}

interface AroundProps extends DayProps {
  /** Those after the next one. */
  readonly meetings: readonly ComingMeeting[]
}

/** What is good to know beside the day itself. */
function Around({ roster, sessions, meetings, now }: AroundProps) {
  return (
    <aside className={styles['side']} aria-label="Around today">
      <OpenFollowUps roster={roster} now={now} />
      <ShortOfHours roster={roster} />
      <NextDays meetings={meetings} now={now} />
      <LastSessions sessions={sessions} groups={roster.groups} now={now} />
      <BackupLine sessions={sessions} now={now} />
    </aside>
  )
}

/** Starts a group: on to its prepared session, or first to the few questions. Another page may have asked for it. */
function useStart(
  groups: readonly Group[],
  meetings: readonly ComingMeeting[],
  now: Stamp,
  prepare: (group: Group) => void,
): (group: Group) => void {
  const { place, go } = usePlace()
  const start = (group: Group) => {
    const preparedId = meetingOfToday(meetings, group, now)?.preparedId ?? null
    if (preparedId === null) prepare(group)
    else go({ name: 'live', sessionId: preparedId })
  }
  const startAsked = useEffectEvent((groupId: Group['id']) => {
    const asked = groups.find(({ id }) => id === groupId)
    if (asked !== undefined) start(asked)
  })
  const askedId = place.name === 'today' ? place.startGroupId : undefined
  useEffect(() => {
    if (askedId !== undefined) startAsked(askedId)
  }, [askedId])
  return start
}
