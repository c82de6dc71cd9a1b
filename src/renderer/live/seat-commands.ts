import type { PersonId } from '../../shared/ids.ts'
import type { Command } from '../../shared/session/commands.ts'
import { isFacilitator } from '../../shared/session/vocabulary.ts'
import type { PersonProgress, SessionState } from '../../shared/session/state.ts'
import type { Seated } from './seated.ts'

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
      if (person.role === 'observer') return null
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

/** Every change of presence with its letter, in the order of a session. */
export const presenceLetters: readonly Pick<PresenceAct, 'name' | 'letter'>[] = [
  arrive,
  expect,
  delay,
  excuse,
  absent,
  substitute,
  stepOut,
  comeBack,
  leave,
  agree,
]

/** The changes of presence that the seat's menu offers: those that the session would take. */
export function presenceActs(
  stage: SessionState['stage'],
  person: Pick<PersonProgress, 'presence' | 'hasAgreed' | 'role'>,
): PresenceAct[] {
  // Individual work takes the place of the group for those whom the group is for.
  return actsOf(stage, person).filter((act) => act !== substitute || !isFacilitator(person.role))
}

function actsOf(
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

/** Whoever could lead from now on, and how the seat's menu says so: the lead hands over, the others take it. */
export function leadActs(
  { stage }: Pick<SessionState, 'stage'>,
  seated: readonly Seated[],
  { personId, progress }: Seated,
): { readonly personId: PersonId; readonly name: string }[] {
  if (stage === 'ended' || !isFacilitator(progress.role)) return []
  if (progress.role !== 'lead') {
    return progress.presence === 'present' ? [{ personId, name: 'Takes the lead' }] : []
  }
  return seated
    .filter((one) => one.progress.role === 'co-lead' && one.progress.presence === 'present')
    .map((one) => ({
      personId: one.personId,
      name: `Hands the lead over to ${one.isYou ? 'you' : one.name}`,
    }))
}

/** Marks are for people who are, or were, in the room of a session that has begun; an observer takes no part in it. */
export function canBeMarked(
  stage: SessionState['stage'],
  person: Pick<PersonProgress, 'changes' | 'role'>,
): boolean {
  if (stage === 'prepared' || person.role === 'observer') return false
  return person.changes.some(({ presence }) => presence === 'present')
}
