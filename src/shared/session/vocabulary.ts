import { z } from '../zod.ts'

/**
 * How a person belongs to the session. Family and partners are not patients; a guest comes for this session alone; an
 * observer sits with the facilitators and takes no part.
 */
export const roleSchema = z.enum(['member', 'family', 'partner', 'guest', 'lead', 'co-lead', 'observer'])
export type Role = z.infer<typeof roleSchema>

/** Whether someone sits on the facilitators' side, observers included. */
export function isFacilitator(role: Role): boolean {
  return isLeading(role) || role === 'observer'
}

/** Whether someone leads the group, and so speaks, intervenes and signs. */
export function isLeading(role: Role): boolean {
  return role === 'lead' || role === 'co-lead'
}

/** Whether someone came with or for a patient: neither a patient nor on the facilitators' side. */
export function isGuest(role: Role): boolean {
  return role === 'family' || role === 'partner' || role === 'guest'
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

/** Of what a group was and what it is: one that turned out to be under Part 2 was so before anybody said it. */
export function stricterPart2(before: Part2, now: Part2): Part2 {
  return isUnderPart2(before) ? before : now
}

/** How a group meets. *hybrid*: some in the room, some by video. */
export const modalitySchema = z.enum(['in-person', 'video', 'phone', 'hybrid'])
export type Modality = z.infer<typeof modalitySchema>

/**
 * Where a person is, in the order a session usually sees it. *delayed*: known to be on the way; *substituted*: seen alone
 * in place of the group.
 */
export const presenceSchema = z.enum([
  'expected',
  'delayed',
  'present',
  'out',
  'left',
  'excused',
  'absent',
  'substituted',
])
export type Presence = z.infer<typeof presenceSchema>

/**
 * What a time was that the console did not see: a break, the end of the session at its beginning, or session time. After
 * a lock *planned*: session time in which the group went on with the agenda, phase after phase.
 */
export const gapVerdictSchema = z.enum(['break', 'end', 'keep', 'planned'])
export type GapVerdict = z.infer<typeof gapVerdictSchema>

/**
 * Where the participation numbers come from: *floor*, every turn is tapped; *sampling*, the console asks every five
 * minutes who has been heard.
 */
export const observationSchema = z.enum(['floor', 'sampling'])
export type Observation = z.infer<typeof observationSchema>

/** At which end of the session a check-in number was given. */
export const momentSchema = z.enum(['start', 'end'])
export type Moment = z.infer<typeof momentSchema>
