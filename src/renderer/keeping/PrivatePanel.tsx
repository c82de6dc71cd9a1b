import { useMemo } from 'react'
import { sessionIdSchema } from '../../shared/ids.ts'
import type { KeptPrivate, RetentionReport } from '../../shared/ipc/retention-calls.ts'
import type { Roster } from '../../shared/ipc/roster-calls.ts'
import { counted } from '../../shared/count.ts'
import { usePlace } from '../app/navigation.tsx'
import { dayWords } from '../roster/day-words.ts'
import { DestroyDialog } from './DestroyDialog.tsx'
import type { GridLine } from './KeptGrid.tsx'
import { ListPanel } from './ListPanel.tsx'

interface PrivatePanelProps {
  readonly report: RetentionReport
  readonly roster: Roster
}

const heads = ['Session', 'Number', 'Notes']

/** Private notes past their date, by session. What they say is not shown here. */
export function PrivatePanel({ report, roster }: PrivatePanelProps) {
  const { go } = usePlace()
  const { privateNotes, rules, today } = report
  const lines = useMemo(() => {
    const groups = new Map(roster.groups.map(({ id, name }) => [id, name]))
    return privateNotes.map((notes) => lineOf(notes, groups.get(notes.groupId) ?? 'A former group', today))
  }, [privateNotes, roster, today])
  return (
    <ListPanel
      label="Private notes past their date"
      empty={`No private notes are past their date. They are kept for ${counted(rules.privateYears, 'year')} after their session.`}
      about="By session, and what they say is not shown."
      heads={heads}
      lines={lines}
      choosesLines
      isPrivate
      onOpen={({ id }) => go({ name: 'session', sessionId: sessionIdSchema.parse(id) })}
      openWords="Open the session of"
      word="session"
      actWords={{ none: 'Destroy notes …', some: () => 'Destroy their notes …' }}
      renderDialog={(chosen, onClose) => (
        <DestroyDialog notes={among(privateNotes, chosen)} onClose={onClose} />
      )}
    />
  )
}

function among(notes: readonly KeptPrivate[], chosen: readonly string[]): readonly KeptPrivate[] {
  const ids = new Set<string>(chosen)
  return notes.filter(({ sessionId }) => ids.has(sessionId))
}

function lineOf(
  { sessionId, number, heldOn, noteCount, isHeld }: KeptPrivate,
  groupName: string,
  today: string,
): GridLine {
  return {
    id: sessionId,
    name: dayWords(heldOn, today),
    hint: groupName,
    cells: [String(number), String(noteCount)],
    mayBeChosen: !isHeld,
    sign: isHeld ? 'on hold' : null,
  }
}
