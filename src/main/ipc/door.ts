import { contract, isCallName, type CallName, type ParsedInputOf } from '../../shared/ipc/contract.ts'
import type { Failure, FieldFailure } from '../../shared/ipc/failure.ts'
import { roomCalls } from '../../shared/ipc/room-calls.ts'
import { fail, type Result } from '../../shared/result.ts'
import type { z } from '../../shared/zod.ts'
import { placeOf } from '../../shared/place-of.ts'
import type { Log } from './log.ts'

/** A call that has passed the door. */
export type Request = {
  [Name in CallName]: { readonly name: Name; readonly input: ParsedInputOf<Name> }
}[CallName]

/** Which of our windows is calling. The room display is looked at by everyone, so it may ask for what they see alone. */
export interface Sender {
  readonly window: 'console' | 'room' | 'none'
}

/** Answers whatever a window sends, and never throws. */
export type Door = (sender: Sender, name: unknown, input: unknown) => Promise<Result<unknown, Failure>>

export interface DoorSettings {
  /** Who has the vault open; null while nobody has. */
  readonly readRole: () => 'author' | 'reviewer' | null
  readonly handle: (request: Request) => Promise<Result<unknown, Failure>>
  readonly log: Log
  /** Milliseconds of a clock that never goes back. */
  readonly now: () => number
}

/**
 * The order is the point: sender, known name, shape, unlocked, role, handler. Whoever fails at one learns nothing of the next,
 * and nothing that a person wrote is in any answer of failure.
 */
export function createDoor({ readRole, handle, log, now }: DoorSettings): Door {
  return async (sender, name, input) => {
    const startedAtMs = now()
    const answer = (result: Result<unknown, Failure>) => {
      if (!result.ok) {
        const call = isCallName(name) ? name : 'unknown'
        log({ event: 'call-failed', call, code: result.error.code, ms: Math.round(now() - startedAtMs) })
      }
      return result
    }
    if (!mayAsk(sender, name)) return answer(fail({ code: 'untrusted-sender' }))
    if (!isCallName(name)) return answer(fail({ code: 'unknown-call' }))
    const parsed = contract[name].input.safeParse(input)
    if (!parsed.success)
      return answer(fail({ code: 'bad-input', fields: describeIssues(parsed.error.issues) }))
    const { needs } = contract[name]
    const role = readRole()
    if (needs !== 'nothing' && role === null) return answer(fail({ code: 'locked' }))
    if (needs === 'vault' && role !== 'author') return answer(fail({ code: 'not-allowed' }))
    try {
      // Name and input belong together by the line that parsed them; TypeScript cannot follow that through a union.
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion
      return answer(await handle({ name, input: parsed.data } as Request))
    } catch (error) {
      log({ event: 'call-threw', call: name, at: placeOf(error), ms: Math.round(now() - startedAtMs) })
      return fail({ code: 'core-gone' })
    }
  }
}

// To the room display every other name is one that it has never heard of, known to the contract or not.
function mayAsk({ window }: Sender, name: unknown): boolean {
  if (window === 'room') return typeof name === 'string' && Object.hasOwn(roomCalls, name)
  return window === 'console'
}

// A form with more wrong fields than this is not a form of ours.
const maxFields = 20
const ownRule = /^[a-z]+(?:-[a-z]+)*$/

/**
 * Which fields broke which rule. Our schemas name their rules in the message (`empty`, `too-long`); for the others the
 * kind of the issue is enough. The keys of an unrecognised field are the caller's own words, so they are left out.
 */
function describeIssues(issues: readonly z.core.$ZodIssue[]): FieldFailure[] {
  return issues.slice(0, maxFields).map(({ path, message, code }) => ({
    path: path.join('.'),
    rule: ownRule.test(message) ? message : code,
  }))
}
