import { groupTypeNames } from '../../shared/agenda/group-type.ts'
import type { Roster } from '../../shared/ipc/roster-calls.ts'
import type { SessionSummary } from '../../shared/ipc/session-calls.ts'
import type { ComingMeeting } from '../../shared/roster/coming-meetings.ts'
import type { Group } from '../../shared/roster/group.ts'
import type { Stamp } from '../../shared/session/stamp.ts'
import { timeOfDay, weekdayName } from '../app/time-words.ts'
import { RunOnPaper } from '../paper/RunOnPaper.tsx'
import { Button } from '../ui/Button.tsx'
import { countWords } from './count-words.ts'
import { isToday, nextNumber } from './next-session.ts'
import { Opening } from './Opening.tsx'
import { StartButton } from './StartButton.tsx'
import { startWords } from './start-words.ts'

interface NextUpProps {
  readonly meeting: ComingMeeting
  readonly roster: Roster
  readonly sessions: readonly SessionSummary[]
  readonly now: Stamp
  readonly onStart: () => void
}

/** The next session, as the circle that will sit there. */
export function NextUp({ meeting, roster, sessions, now, onStart }: NextUpProps) {
  const { group, startMs, endMs, preparedId } = meeting
  const words = startWords(startMs, now)
  const prepared = sessions.find(({ sessionId }) => sessionId === preparedId)
  const isNear = isToday(meeting, now)
  const day = isNear ? 'Next' : `Next, ${weekdayName(startMs, now.zone)}`
  const subject = prepared !== undefined && prepared.topic !== '' ? prepared.topic : subjectOf(group)
  return (
    <Opening
      memberCount={group.memberIds.length}
      facilitatorCount={Math.min(2, roster.facilitators.length)}
      before={words.before}
      figure={words.figure}
      after={words.after}
      tone={words.isLate ? 'late' : 'plain'}
      when={`${day}, ${timeOfDay(startMs, now.zone)} to ${timeOfDay(endMs, now.zone)}`}
      title={group.name}
      what={
        <>
          Session {prepared?.number ?? nextNumber(sessions, group)}, <bdi>{subject}</bdi>
        </>
      }
    >
      {isNear ? (
        <StartButton onPress={onStart}>
          {preparedId === null ? 'Start the session' : 'Go on preparing'}
        </StartButton>
      ) : (
        <Button size="large" onPress={onStart}>
          Start one now
        </Button>
      )}
      {preparedId === null ? null : <RunOnPaper sessionId={preparedId} part2={group.part2} />}
      <p>{countWords(group.memberIds.length, 'expected')}</p>
    </Opening>
  )
}

/** The type, unless the group's name says it already. */
function subjectOf(group: Group): string {
  const type = groupTypeNames[group.type]
  return group.name.toLowerCase().includes(type.toLowerCase())
    ? `${group.lengthMinutes} minutes`
    : type.toLowerCase()
}
