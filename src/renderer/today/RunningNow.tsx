import { useEffect } from 'react'
import type { Roster } from '../../shared/ipc/roster-calls.ts'
import type { SessionSummary } from '../../shared/ipc/session-calls.ts'
import type { Stamp } from '../../shared/session/stamp.ts'
import { usePlace } from '../app/navigation.tsx'
import { timeOfDay } from '../app/time-words.ts'
import { Opening } from './Opening.tsx'
import { StartButton } from './StartButton.tsx'

interface RunningNowProps {
  readonly session: SessionSummary
  readonly roster: Roster
  readonly now: Stamp
}

/** A session that is going on comes before everything else. */
export function RunningNow({ session, roster, now }: RunningNowProps) {
  const { go, lookAhead } = usePlace()
  const { sessionId, groupId, number, topic, stage, memberCount } = session
  // Somebody waits in a room for this session: going on is to take no time.
  useEffect(() => {
    lookAhead(sessionId)
    return () => lookAhead(null)
  }, [lookAhead, sessionId])
  const group = roster.groups.find(({ id }) => id === groupId)
  const startedAtMs = session.startedAtMs ?? now.wallMs
  const minutes = Math.max(0, Math.floor((now.wallMs - startedAtMs) / 60_000))
  return (
    <Opening
      memberCount={memberCount}
      facilitatorCount={Math.min(2, roster.facilitators.length)}
      before={stage === 'paused' ? 'paused, after' : 'running for'}
      figure={String(minutes)}
      after={minutes === 1 ? 'minute' : 'minutes'}
      tone="running"
      when={`A session is running since ${timeOfDay(startedAtMs, now.zone)}`}
      title={group?.name ?? 'A former group'}
      what={
        <>
          Session {number}
          {topic === '' ? null : (
            <>
              , <bdi>{topic}</bdi>
            </>
          )}
        </>
      }
    >
      <StartButton onPress={() => go({ name: 'live', sessionId })}>Go on</StartButton>
      <p>Everything up to now is saved.</p>
    </Opening>
  )
}
