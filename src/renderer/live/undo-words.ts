import type { PersonId } from '../../shared/ids.ts'
import { lastAct } from '../../shared/session/decide.ts'
import type { EventBody } from '../../shared/session/events.ts'
import type { SessionState } from '../../shared/session/state.ts'
import { nameOfMark } from '../../shared/session/mark-words.ts'
import { nameIn, type Seated } from './seated.ts'

/** What the key Z would take back now, in a few words; null when there is nothing. Concealed, no risk and no number is spoken of. */
export function undoWords(
  state: SessionState,
  seated: readonly Seated[],
  isConcealed: boolean,
): string | null {
  const act = lastAct(state)
  if (act === null) return null
  const bodies: EventBody[] = []
  // An act is named by its first event, so nothing before that one belongs to it.
  for (let entry = state.history; entry !== null && entry.event.seq >= act; entry = entry.earlier) {
    if (entry.event.act === act) bodies.push(entry.event.body)
  }
  const body = mostTelling(bodies.toReversed())
  if (body === undefined) return null
  return isConcealed && isTooMuch(body) ? 'last act' : actWords(body, bodies, state, seated)
}

function isTooMuch(body: EventBody): boolean {
  return (
    body.type === 'follow-up.assigned' ||
    body.type === 'check-in.recorded' ||
    (body.type === 'mark.made' && body.mark === 'risk')
  )
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
  'paper.entered',
  'floor.given',
  'observation.changed',
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
  switch (body.type) {
    case 'member.arrived':
      return all.length > 1 ? `${all.length} people are here` : personWords(body.personId, seated, 'is here')
    case 'mark.made':
      return `${nameIn(seated, body.personId)}: ${nameOfMark(body.mark).toLowerCase()}`
    case 'check-in.recorded':
      return `${nameIn(seated, body.personId)}: ${body.value}`
    case 'member.added':
      return personWords(body.attendee.personId, seated, 'joins')
    default:
      return 'personId' in body
        ? personWords(body.personId, seated, personActs[body.type])
        : sessionWords(body, state)
  }
}

type SessionAct = Exclude<EventBody, { personId: PersonId } | { type: 'member.added' }>

function sessionWords(body: SessionAct, state: SessionState): string {
  const phase = 'phaseId' in body ? (state.phases.find(({ id }) => id === body.phaseId)?.name ?? 'phase') : ''
  switch (body.type) {
    case 'session.extended':
      return `session +${body.minutes} min`
    case 'phase.entered':
      return `${phase} begins`
    case 'phase.extended':
      return `${phase} +${body.minutes} min`
    case 'phase.skipped':
      return `${phase} left out`
    case 'phase.inserted':
      return `${state.phases.find(({ id }) => id === body.phase.id)?.name ?? body.phase.name} put in`
    case 'pause.began':
      return body.kind
    case 'observation.changed':
      return body.observation === 'sampling' ? 'being asked who was heard' : 'tapping turns'
    default:
      return fixedWords[body.type]
  }
}

type FixedAct = Exclude<
  SessionAct['type'],
  | 'session.extended'
  | 'phase.entered'
  | 'phase.extended'
  | 'phase.skipped'
  | 'phase.inserted'
  | 'pause.began'
  | 'observation.changed'
>

const fixedWords: Readonly<Record<FixedAct, string>> = {
  'session.prepared': 'last act',
  'session.started': 'start of the session',
  'session.ended': 'end of the session',
  'topic.set': 'change of the topic',
  'agenda.replanned': 'new minutes in the agenda',
  'agenda.reordered': 'new order of the agenda',
  'pause.ended': 'end of the pause',
  'note.recorded': 'record note',
  'private-note.kept': 'private note',
  'follow-up.assigned': 'owner of the follow-up',
  'follow-up.closed': 'follow-up',
  'private-note.moved': 'private note in the record',
  'gap.judged': 'answer about the gap',
  'sample.answered': 'who was heard',
  'paper.entered': 'entry from paper',
  'event.undone': 'last act',
  'clock.jumped': 'last act',
  'phase.ran-out': 'last act',
  'console.returned': 'last act',
}

type PersonAct = Exclude<
  Extract<EventBody, { personId: PersonId }>['type'],
  'member.arrived' | 'mark.made' | 'check-in.recorded'
>

const personActs: Readonly<Record<PersonAct, string>> = {
  'agreement.recorded': 'has agreed',
  'member.expected': 'is not here yet',
  'member.delayed': 'is on the way',
  'member.stepped-out': 'stepped out',
  'member.returned': 'is back',
  'member.left': 'left',
  'member.excused': 'is excused',
  'member.absent': 'did not come',
  'member.substituted': 'is seen alone',
  'lead.handed-over': 'leads',
  'floor.given': 'has the floor',
  'floor.released': 'gave the floor back',
  'note.signed': 'has a signed note',
  'chart.erased': 'has no chart any more',
}

function personWords(personId: PersonId, seated: readonly Seated[], act: string): string {
  const person = seated.find((one) => one.personId === personId)
  const forYou = person?.isYou === true ? act.replace(/^is /, 'are ').replace(/^has /, 'have ') : act
  return `${nameIn(seated, personId)} ${forYou}`
}
