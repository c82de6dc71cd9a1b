import type { Result } from '../result.ts'
import type { z } from '../zod.ts'
import type { Failure } from './failure.ts'
import { debriefCalls, exportCalls } from './debrief-calls.ts'
import { preferenceCalls } from './preference-calls.ts'
import { agendaCalls, rosterCalls } from './roster-calls.ts'
import { sessionCalls } from './session-calls.ts'
import { vaultCalls } from './vault-calls.ts'

/** Every call that a window can make. The door knows no other name. */
export const contract = {
  ...vaultCalls,
  ...preferenceCalls,
  ...rosterCalls,
  ...agendaCalls,
  ...sessionCalls,
  ...debriefCalls,
  ...exportCalls,
} as const

export type CallName = keyof typeof contract
/** What a caller passes in, and what a handler gets after parsing. */
export type InputOf<Name extends CallName> = z.input<(typeof contract)[Name]['input']>
export type ParsedInputOf<Name extends CallName> = z.output<(typeof contract)[Name]['input']>
export type OutputOf<Name extends CallName> = z.output<(typeof contract)[Name]['output']>

export type Answer<Name extends CallName> = Result<OutputOf<Name>, Failure>

export function isCallName(name: unknown): name is CallName {
  return typeof name === 'string' && Object.hasOwn(contract, name)
}
