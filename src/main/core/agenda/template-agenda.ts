import { fitAgenda } from '../../../shared/agenda/fit-agenda.ts'
import type { GroupType } from '../../../shared/agenda/group-type.ts'
import { agendaSchema, type Phase, type TemplatePhase } from '../../../shared/agenda/phase.ts'
import { agendaTemplates } from '../../../shared/agenda/templates.ts'
import { phaseIdSchema } from '../../../shared/ids.ts'
import type { Failure } from '../../../shared/ipc/failure.ts'
import { fail, succeed, type Result } from '../../../shared/result.ts'
import type { Random } from '../effects.ts'

/** The template of a group's type, fitted to its length. Fails with `agenda-over-length` when it cannot be. */
export function makeTemplateAgenda(
  type: GroupType,
  lengthMinutes: number,
  random: Random,
): Result<Phase[], Failure> {
  return makeAgenda(agendaTemplates[type].phases, lengthMinutes, random)
}

/** Phases that belong to no group yet, as the agenda of a group of this length. Fails likewise. */
export function makeAgenda(
  phases: readonly TemplatePhase[],
  lengthMinutes: number,
  random: Random,
): Result<Phase[], Failure> {
  const fitted = fitAgenda(phases, lengthMinutes)
  if (!fitted.ok) return fail({ code: 'agenda-over-length' })
  const agenda = withIds(fitted.value, random)
  // A few phases stretched over a very long session can become longer than a phase may be.
  return agendaSchema.safeParse(agenda).success ? succeed(agenda) : fail({ code: 'agenda-over-length' })
}

export function withIds(phases: readonly TemplatePhase[], random: Random): Phase[] {
  return phases.map((phase) => ({ ...phase, id: phaseIdSchema.parse(random.uuid()) }))
}
