import { z } from '../zod.ts'

/** How a person belongs to the session. Family and partners are not patients. */
export const roleSchema = z.enum(['member', 'family', 'partner', 'lead', 'co-lead'])
export type Role = z.infer<typeof roleSchema>

export function isFacilitator(role: Role): boolean {
  return role === 'lead' || role === 'co-lead'
}

/** Contributions worth a mark. *passed* and *quiet* are choices, never low points. */
export const markSchema = z.enum([
  'shared',
  'feedback',
  'skill',
  'asked',
  'passed',
  'quiet',
  'moved',
  'conflict',
  'risk',
])
export type Mark = z.infer<typeof markSchema>

/** Why a phase was left out. Fixed words, so that no one's story ends up in the log. */
export const skipReasonSchema = z.enum(['no-time', 'group-need', 'already-covered', 'not-today'])
export type SkipReason = z.infer<typeof skipReasonSchema>

/** A *pause* stops the clock for a moment; a *break* is time that some payers leave out. */
export const pauseKindSchema = z.enum(['pause', 'break'])
export type PauseKind = z.infer<typeof pauseKindSchema>

/** Programs under 42 CFR Part 2; *unsure* is treated as part2. */
export const part2Schema = z.enum(['part2', 'none', 'unsure'])
export type Part2 = z.infer<typeof part2Schema>

export function isUnderPart2(part2: Part2): boolean {
  return part2 !== 'none'
}

/** Where a person is, in the order a session usually sees it. *delayed*: known to be on the way. */
export type Presence = 'expected' | 'delayed' | 'present' | 'out' | 'left' | 'excused' | 'absent'
