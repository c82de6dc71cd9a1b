import type { Core } from '../../../../src/main/core/create-core.ts'
import type { CoreCallName } from '../../../../src/main/core/protocol.ts'
import type { MeasureId, NoteId, PersonId, SessionId } from '../../../../src/shared/ids.ts'
import type { OutputOf, ParsedInputOf } from '../../../../src/shared/ipc/contract.ts'
import type { Dice } from '../../../properties/dice.ts'
import type { Ask, Line } from './lines.ts'

/** A console that somebody works at without a break. */
export interface Desk {
  readonly call: Core['call']
  /** What no window can call; null at a real one. */
  readonly inside: Pick<Core, 'run' | 'beat'> | null
  /** Hears what is asked for, and what is acknowledged. */
  readonly tell: (line: Line) => void
  readonly dice: Dice
  /** A text that no other one is, or has in it. */
  readonly word: () => string
  readonly groupId: ParsedInputOf<'session.prepare'>['groupId']
  readonly leadId: PersonId
  readonly memberIds: readonly [PersonId, ...PersonId[]]
  readonly measureId: MeasureId
  /** The session in the room, and the last one that is over. */
  running: SessionId | null
  ended: SessionId | null
  /** Private notes of the session in the room. */
  privateIds: NoteId[]
}

type Part = Partial<Omit<Ask, 'act'>>
type Told = Partial<Omit<Extract<Line, { kind: 'answered' }>, 'kind'>>

/**
 * Says what is asked, asks, and says what the answer acknowledges; null when it was refused, and nothing is to be different
 * then. Every other failure ends the console.
 */
export async function ask<Name extends CoreCallName>(
  { call, tell }: Desk,
  name: Name,
  input: ParsedInputOf<Name>,
  part: Part,
  tellOf: (output: OutputOf<Name>) => Told | Promise<Told> = () => ({}),
): Promise<OutputOf<Name> | null> {
  tell({
    kind: 'asks',
    ask: { act: name, events: [], adds: [], sets: [], drops: [], isWhole: true, ...part },
  })
  const answer = await call(name, input)
  if (!answer.ok && answer.error.code !== 'refused') throw new Error(`${name}: ${answer.error.code}`)
  tell({ kind: 'answered', facts: [], drops: [], ...(answer.ok ? await tellOf(answer.value) : {}) })
  return answer.ok ? answer.value : null
}
