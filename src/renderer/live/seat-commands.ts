import type { PersonId } from '../../shared/ids.ts'
import type { Command } from '../../shared/session/commands.ts'
import { isFacilitator } from '../../shared/session/vocabulary.ts'
import type { PersonProgress, SessionState } from '../../shared/session/state.ts'

/**
 * What a seat's click or key does: someone who is away comes in, someone who is there gets the floor or gives it back.
 * Before the start a second tap takes the first one back. Null when it does nothing.
 */
export function seatCommand(state: SessionState, personId: PersonId): Command | null {
  const person = state.people.find((one) => one.personId === personId)
  if (person === undefined || state.stage === 'ended') return null
  switch (person.presence) {
    case 'expected':
    case 'delayed':
    case 'excused':
    case 'absent':
    case 'substituted':
      return { type: 'arrive', personId }
    case 'out':
    case 'left':
      return { type: 'return', personId }
    case 'present':
      if (state.stage === 'prepared') return isFacilitator(person.role) ? null : { type: 'expect', personId }
      return { type: state.floor.includes(personId) ? 'release-floor' : 'give-floor', personId }
  }
}

interface PresenceAct {
  readonly name: string
  readonly letter: string
  readonly type:
    | 'expect'
    | 'arrive'
    | 'delay'
    | 'excuse'
    | 'mark-absent'
    | 'substitute'
    | 'step-out'
    | 'return'
    | 'leave'
    | 'record-agreement'
}

const arrive: PresenceAct = { name: 'Here', letter: 'H', type: 'arrive' }
const expect: PresenceAct = { name: 'Not here yet', letter: 'Y', type: 'expect' }
const delay: PresenceAct = { name: 'On the way', letter: 'L', type: 'delay' }
const excuse: PresenceAct = { name: 'Excused', letter: 'E', type: 'excuse' }
const absent: PresenceAct = { name: 'No-show', letter: 'N', type: 'mark-absent' }
const substitute: PresenceAct = { name: 'Seen alone instead', letter: 'I', type: 'substitute' }
const stepOut: PresenceAct = { name: 'Steps out', letter: 'O', type: 'step-out' }
const comeBack: PresenceAct = { name: 'Is back', letter: 'B', type: 'return' }
const leave: PresenceAct = { name: 'Leaves early', letter: 'X', type: 'leave' }
const agree: PresenceAct = { name: 'Agrees to confidentiality', letter: 'G', type: 'record-agreement' }

/** The changes of presence that the seat's menu offers: those that the session would take. */
export function presenceActs(
  stage: SessionState['stage'],
  person: Pick<PersonProgress, 'presence' | 'hasAgreed'>,
): PresenceAct[] {
  const agreement = person.hasAgreed ? [] : [agree]
  if (stage === 'ended') return agreement
  switch (person.presence) {
    case 'expected':
      return [arrive, delay, excuse, absent, substitute, ...agreement]
    case 'delayed':
      return [arrive, excuse, absent, substitute, ...agreement]
    case 'excused':
      return [arrive, delay, absent, substitute, ...agreement]
    case 'absent':
      return [arrive, delay, excuse, substitute, ...agreement]
    case 'substituted':
      return [arrive, delay, excuse, absent, ...agreement]
    case 'present':
      return stage === 'prepared' ? [expect, ...agreement] : [stepOut, leave, ...agreement]
    case 'out':
      return [comeBack, leave, ...agreement]
    case 'left':
      return [comeBack, ...agreement]
  }
}

/** Marks are for people who are, or were, in the room of a session that has begun. */
export function canBeMarked(stage: SessionState['stage'], person: Pick<PersonProgress, 'changes'>): boolean {
  return stage !== 'prepared' && person.changes.some(({ presence }) => presence === 'present')
}
