import { z } from '../zod.ts'
import { groupTypeSchema } from './group-type.ts'
import { maxPhaseMinutes, maxPhases, templatePhaseSchema, totalMinutes } from './phase.ts'

/**
 * An agenda as a file, for a group of another vault. Its phases are all that it holds of somebody's own words: no name of a
 * group or a person, no id, no day. A file of a later version is refused, since nobody knows what this one would leave out.
 */
export const agendaFileSchema = z
  .strictObject({
    format: z.literal('circlekeeper-agenda'),
    version: z.literal(1),
    groupType: groupTypeSchema,
    /** How long the group meets that it was made for. */
    lengthMinutes: z.int().min(1).max(maxPhaseMinutes),
    phases: z.array(templatePhaseSchema).min(1).max(maxPhases),
  })
  .refine(({ phases, lengthMinutes }) => totalMinutes(phases) <= lengthMinutes, {
    error: 'agenda-over-length',
    path: ['phases'],
  })
  // JSON can hold half of a surrogate pair, which the database cannot: another name than was looked at would be saved.
  .refine(({ phases }) => phases.every(({ name }) => name.isWellFormed()), {
    error: 'malformed',
    path: ['phases'],
  })
export type AgendaFile = z.infer<typeof agendaFileSchema>

/** As neutral as every name of a file: `2026-11-24-M4T9-agenda.json`. */
export function agendaFileName(day: string, code: string): string {
  return `${day}-${code}-agenda.json`
}
