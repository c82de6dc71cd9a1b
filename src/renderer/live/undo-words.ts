import type { PersonId } from '../../shared/ids.ts'
import { lastAct } from '../../shared/session/decide.ts'
import type { EventBody } from '../../shared/session/events.ts'
import type { SessionState } from '../../shared/session/state.ts'
import { nameOfMark } from './marks.ts'
import { nameIn, type Seated } from './seated.ts'

/** What the key Z would take back now, in a few words; null when there is nothing. */
export function undoWords(state: SessionState, seated: readonly Seated[]): string | null {
  const act = lastAct(state)
  if (act === null) return null
  const bodies: EventBody[] = []
  for (let entry = state.history; entry !== null; entry = entry.earlier) {
    if (entry.event.act === act) bodies.push(entry.event.body)
  }
  const body = mostTelling(bodies.toReversed())
  return body === undefined ? null : actWords(body, bodies, state, seated)
}

// One act can cause several events; these are what it was for, the others follow from it.
const telling: readonly EventBody['type'][] = [
  'session.ended',
  'session.started',
  'phase.skipped',
  'phase.entered',
  'member.added',
  'pause.began',
  'member.stepped-out',
  'member.left',
]

function mostTelling(bodies: readonly EventBody[]): EventBody | undefined {
  const type = telling.find((wanted) => bodies.some((body) => body.type === wanted))
  return bodies.find((body) => body.type === type) ?? bodies[0]
}

function actWords(
  body: EventBody,
  all: readonly EventBody[],
  state: SessionState,
  seated: readonly Seated[],
): string {
  const phase = 'phaseId' in body ? (state.phases.find(({ id }) => id === body.phaseId)?.name ?? 'phase') : ''
  switch (body.type) {
    case 'session.started':
      return 'start of the session'
    case 'session.ended':
      return 'end of the session'
    case 'topic.set':
      return 'change of the topic'
    case 'phase.entered':
      return `${phase} begins`
    case 'phase.extended':
      return `${phase} +${body.minutes} min`
    case 'phase.skipped':
      return `${phase} left out`
    case 'agenda.replanned':
      return 'agenda trimmed'
    case 'pause.began':
      return body.kind
    case 'pause.ended':
      return 'end of the pause'
    case 'note.recorded':
      return 'record note'
    case 'private-note.kept':
      return 'private note'
    case 'member.arrived':
      return all.length > 1 ? `${all.length} people are here` : personWords(body.personId, seated, 'is here')
    case 'mark.made':
      return `${nameIn(seated, body.personId)}: ${nameOfMark(body.mark).toLowerCase()}`
    case 'member.added':
      return personWords(body.attendee.personId, seated, 'joins')
    case 'session.prepared':
    case 'event.undone':
    case 'clock.jumped':
    case 'console.returned':
      return 'last act'
    default:
      return personWords(body.personId, seated, personActs[body.type])
  }
}

type PersonAct = Exclude<Extract<EventBody, { personId: PersonId }>['type'], 'member.arrived' | 'mark.made'>

const personActs: Readonly<Record<PersonAct, string>> = {
  'agreement.recorded': 'has agreed',
  'member.expected': 'is not here yet',
  'member.delayed': 'is on the way',
  'member.stepped-out': 'stepped out',
  'member.returned': 'is back',
  'member.left': 'left',
  'member.excused': 'is excused',
  'member.absent': 'did not come',
  'floor.given': 'has the floor',
  'floor.released': 'gave the floor back',
}

function personWords(personId: PersonId, seated: readonly Seated[], act: string): string {
  const person = seated.find((one) => one.personId === personId)
  const forYou = person?.isYou === true ? act.replace(/^is /, 'are ').replace(/^has /, 'have ') : act
  return `${nameIn(seated, personId)} ${forYou}`
}
