import { groupTypeNames } from '../agenda/group-type.ts'
import { counted } from '../count.ts'
import { hoursAndMinutes, type DocumentTimes } from './document-times.ts'
import { modalityWords } from './modality-words.ts'
import type { NoteFacts } from './note.ts'

/** `0:10 of it break`: beside a duration that holds it. */
export function breakWords(breakMs: number): string {
  return breakMs === 0 ? 'no break' : `${hoursAndMinutes(breakMs)} of it break`
}

/** `and 2 family, partners or guests`: beside how many members came. Empty when none of them did. */
export function guestWords(count: number): string {
  return count === 0 ? '' : `and ${count} family, partners or guests`
}

/** One fact of a session as a document shows it: what it is, what it was, and what stands small below. */
export interface SessionFact {
  readonly label: string
  readonly text: string
  readonly remarks: readonly string[]
}

/** What a note says of its session, the same in every kind of document; who led stands by itself. */
export function sessionFacts(facts: NoteFacts, times: Pick<DocumentTimes, 'timeOfDay'>): SessionFact[] {
  const { startedAtMs, endedAtMs, breakMs, elapsedMs, memberCount, facilitators } = facts
  return [
    fact('Start and stop', `${times.timeOfDay(startedAtMs)} to ${times.timeOfDay(endedAtMs)}`),
    fact('Duration', hoursAndMinutes(elapsedMs), breakWords(breakMs)),
    attendance(facts),
    fact(
      'Participants',
      counted(memberCount, 'member'),
      guestWords(facts.guestCount),
      `with ${counted(facilitators.length, 'facilitator')}`,
    ),
    fact('Service', 'Group session', modalityWords[facts.modality ?? 'in-person']),
    fact(
      'Group, type and topic',
      facts.groupName,
      `${groupTypeNames[facts.groupType]}, session ${facts.number}`,
      facts.topic,
    ),
  ]
}

function attendance({ member }: NoteFacts): SessionFact {
  const label = member.role === 'member' ? 'This member attended' : 'This person attended'
  if (!member.hasCome) return fact(label, 'Did not attend')
  return fact(
    label,
    hoursAndMinutes(member.presentMs),
    member.breakMs === 0 ? '' : breakWords(member.breakMs),
  )
}

function fact(label: string, text: string, ...remarks: string[]): SessionFact {
  return { label, text, remarks: remarks.filter((remark) => remark !== '') }
}
