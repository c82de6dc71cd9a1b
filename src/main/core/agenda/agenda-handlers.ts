import { totalMinutes, type Phase } from '../../../shared/agenda/phase.ts'
import type { FieldFailure } from '../../../shared/ipc/failure.ts'
import type { agendaCalls } from '../../../shared/ipc/roster-calls.ts'
import { fail, succeed } from '../../../shared/result.ts'
import type { Random } from '../effects.ts'
import type { Handlers } from '../handler.ts'
import { findGroup } from '../roster/roster-repository.ts'
import { transact, type WritableDb } from '../vault/database.ts'
import { saveAgenda } from './agenda-repository.ts'
import { makeTemplateAgenda } from './template-agenda.ts'

interface Sources {
  readonly record: WritableDb<'record'>
  readonly random: Random
}

export function agendaHandlers({ record, random }: Sources): Handlers<keyof typeof agendaCalls> {
  return {
    'agenda.change': ({ groupId, phases }) => {
      const fields = findRepeatedIds(phases)
      if (fields.length > 0) return fail({ code: 'bad-input', fields })
      const group = findGroup(record, groupId)
      if (group === undefined) return fail({ code: 'not-found' })
      if (totalMinutes(phases) > group.lengthMinutes) return fail({ code: 'agenda-over-length' })
      transact(record, () => saveAgenda(record, groupId, phases))
      return succeed(null)
    },
    'agenda.reset': ({ groupId }) => {
      const group = findGroup(record, groupId)
      if (group === undefined) return fail({ code: 'not-found' })
      const agenda = makeTemplateAgenda(group.type, group.lengthMinutes, random)
      if (!agenda.ok) return agenda
      transact(record, () => saveAgenda(record, groupId, agenda.value))
      return succeed(null)
    },
  }
}

function findRepeatedIds(phases: readonly Phase[]): FieldFailure[] {
  const seen = new Set<string>()
  return phases.flatMap(({ id }, index) => {
    if (seen.has(id)) return [{ path: `phases.${index}.id`, rule: 'repeated' }]
    seen.add(id)
    return []
  })
}
