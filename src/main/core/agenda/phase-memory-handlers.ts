import { phaseMemoryKey, usualMinutes } from '../../../shared/agenda/phase-memory.ts'
import type { phaseMemoryCalls, UsualPhase } from '../../../shared/ipc/phase-memory-calls.ts'
import { succeed } from '../../../shared/result.ts'
import type { Handlers } from '../handler.ts'
import { listFacilitators } from '../roster/roster-repository.ts'
import type { ReadableDb } from '../vault/database.ts'
import { listHeldPhases } from './phase-memory-repository.ts'

/** Reads alone: what is usual is only ever shown, and taken over by hand. */
export function phaseMemoryHandlers({
  record,
}: {
  readonly record: ReadableDb<'record'>
}): Handlers<keyof typeof phaseMemoryCalls> {
  return {
    'agenda.usual-minutes': ({ groupType, leadId }) => {
      const facilitatorId = leadId ?? listFacilitators(record).find(({ isAuthor }) => isAuthor)?.id
      if (facilitatorId === undefined) return succeed([])
      const held = listHeldPhases(record, groupType, facilitatorId)
      const byKey = Map.groupBy(held, ({ name }) => phaseMemoryKey(name))
      return succeed(
        [...byKey].flatMap(([key, phases]): UsualPhase[] => {
          const minutes = usualMinutes(phases.map(({ actualMs }) => actualMs))
          return minutes === null ? [] : [{ key, minutes }]
        }),
      )
    },
  }
}
