import type { PersonId } from '../ids.ts'
import { fail, succeed } from '../result.ts'
import type { Command } from './commands.ts'
import type { Decision } from './decision.ts'
import { maxAttendees, type BodyOf, type EventBody } from './events.ts'
import type { PersonProgress, SessionState } from './state.ts'
import { isFacilitator, type Presence } from './vocabulary.ts'

type PeopleCommand = Extract<
  Command,
  {
    type:
      | 'add-member'
      | 'record-agreement'
      | 'expect'
      | 'delay'
      | 'arrive'
      | 'arrive-all'
      | 'step-out'
      | 'return'
      | 'leave'
      | 'excuse'
      | 'mark-absent'
      | 'substitute'
      | 'hand-over'
  }
>

type PresenceCommand = Extract<
  PeopleCommand['type'],
  'expect' | 'delay' | 'arrive' | 'step-out' | 'return' | 'leave' | 'excuse' | 'mark-absent' | 'substitute'
>

interface Step {
  readonly from: readonly Presence[]
  readonly event: Extract<EventBody, { personId: PersonId }>['type'] & `member.${string}`
}

// From where each step can be taken. A wrong tap is undone; a person who was written off may still come.
const steps: Readonly<Record<PresenceCommand, Step>> = {
  expect: { from: ['present', 'delayed', 'excused', 'absent', 'substituted'], event: 'member.expected' },
  delay: { from: ['expected', 'absent', 'excused', 'substituted'], event: 'member.delayed' },
  arrive: { from: ['expected', 'delayed', 'absent', 'excused', 'substituted'], event: 'member.arrived' },
  'step-out': { from: ['present'], event: 'member.stepped-out' },
  return: { from: ['out', 'left'], event: 'member.returned' },
  leave: { from: ['present', 'out'], event: 'member.left' },
  excuse: { from: ['expected', 'delayed', 'absent', 'substituted'], event: 'member.excused' },
  'mark-absent': { from: ['expected', 'delayed', 'excused', 'substituted'], event: 'member.absent' },
  substitute: { from: ['expected', 'delayed', 'absent', 'excused'], event: 'member.substituted' },
}

/** Commands about people: presence, agreements, roles. */
export function decidePeople(state: SessionState, command: PeopleCommand): Decision {
  if (command.type === 'arrive-all') return arriveAll(state)
  if (command.type === 'add-member') return add(state, command.attendee)
  const person = state.people.find(({ personId }) => personId === command.personId)
  if (person === undefined) return fail('unknown-person')
  const { personId } = person
  switch (command.type) {
    case 'record-agreement':
      return person.hasAgreed ? fail('already-there') : succeed([{ type: 'agreement.recorded', personId }])
    case 'hand-over':
      return handOver(person)
    default:
      return step(state, person, steps[command.type])
  }
}

function step(state: SessionState, person: PersonProgress, { from, event }: Step): Decision {
  const { personId, presence } = person
  if (!from.includes(presence)) return fail(presence === 'present' ? 'already-there' : 'not-possible')
  // Once the session runs, who was here was here.
  if (state.stage !== 'prepared' && event === 'member.expected') return fail('not-possible')
  if (state.stage === 'prepared' && (event === 'member.stepped-out' || event === 'member.left')) {
    // Before the start nobody has missed anything: whoever goes again is expected again.
    return fail('not-running')
  }
  const released: BodyOf<'floor.released'>[] = state.floor.includes(personId)
    ? [{ type: 'floor.released', personId }]
    : []
  return succeed([...released, { type: event, personId }])
}

function arriveAll(state: SessionState): Decision {
  const coming = state.people.filter(({ presence }) => presence === 'expected' || presence === 'delayed')
  if (coming.length === 0) return fail('already-there')
  return succeed(coming.map(({ personId }) => ({ type: 'member.arrived', personId })))
}

function add(state: SessionState, attendee: BodyOf<'member.added'>['attendee']): Decision {
  if (state.people.some(({ personId }) => personId === attendee.personId)) return fail('already-there')
  if (state.people.length >= maxAttendees) return fail('circle-full')
  return succeed([
    { type: 'member.added', attendee },
    { type: 'member.arrived', personId: attendee.personId },
  ])
}

function handOver({ personId, role, presence }: PersonProgress): Decision {
  if (role === 'lead') return fail('already-there')
  if (!isFacilitator(role)) return fail('not-possible')
  if (presence !== 'present') return fail('not-present')
  return succeed([{ type: 'lead.handed-over', personId }])
}
