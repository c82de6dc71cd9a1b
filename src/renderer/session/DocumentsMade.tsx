import { AuthorOnly } from '../reviewer/AuthorOnly.tsx'
import { FileText, Flag, ListChecks, UsersRound } from 'lucide-react'
import { usePlace } from '../app/navigation.tsx'
import { pastDay, timeOfDay } from '../app/time-words.ts'
import { isoDay } from '../../shared/iso-day.ts'
import { notesStanding } from './documents-made.ts'
import type { OpenPapers } from './SessionPapers.tsx'
import { SideEntry, SideList } from './SideList.tsx'
import type { SessionView } from './session-view.ts'

interface DocumentsMadeProps {
  readonly view: SessionView
  readonly onPapers: ((first: OpenPapers) => void) | null
}

export function DocumentsMade({ view, onPapers }: DocumentsMadeProps) {
  const { go } = usePlace()
  const { state, sessionId } = view
  const openDebrief = () => go({ name: 'debrief', sessionId })
  const notes = notesStanding(state)
  return (
    <SideList title="Documents made from it">
      <AuthorOnly>
        <SideEntry icon={FileText} title="Group note" about="the shared part" onPress={openDebrief} />
      </AuthorOnly>
      <SideEntry icon={UsersRound} title={notes.title} about={notes.about} onPress={openDebrief} />
      {state.followUps.map(({ mark, personId, closed }) => (
        <SideEntry
          key={mark}
          icon={Flag}
          isRisk
          title="Risk follow-up"
          about={
            <>
              <bdi>{view.nameOf(personId)}</bdi>
              {closed === null ? ', open' : `, closed ${whenAfter(view, closed.wallMs)}`}
            </>
          }
          onPress={openDebrief}
        />
      ))}
      {onPapers === null ? null : (
        <SideEntry
          icon={ListChecks}
          title="Roster"
          about="kept apart from the notes"
          onPress={() => onPapers('attendance-sheet')}
        />
      )}
    </SideList>
  )
}

/** The time of day alone where it was the day of the session. */
function whenAfter({ state: { startedAtMs }, zone, opened }: SessionView, wallMs: number): string {
  const isSameDay = startedAtMs !== null && isoDay(startedAtMs, zone) === isoDay(wallMs, zone)
  const time = timeOfDay(wallMs, zone)
  return isSameDay ? time : `${pastDay(wallMs, zone, opened.now.wallMs)}, ${time}`
}
