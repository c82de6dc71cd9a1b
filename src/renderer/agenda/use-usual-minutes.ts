import { phaseMemoryKey } from '../../shared/agenda/phase-memory.ts'
import type { GroupType } from '../../shared/agenda/group-type.ts'
import type { PersonId } from '../../shared/ids.ts'
import { useRead } from '../app/api.ts'

/** The minutes that a phase of this name usually takes; null when that is not known. */
export type UsualMinutes = (name: string) => number | null

/** How long phases usually take when a facilitator leads a group of this type; `leadId` null: the vault's author. */
export function useUsualMinutes(groupType: GroupType, leadId: PersonId | null): UsualMinutes {
  const read = useRead('agenda.usual-minutes', { groupType, leadId })
  if (read.status !== 'ready') return () => null
  const usual = new Map(read.value.map(({ key, minutes }) => [key, minutes]))
  return (name) => usual.get(phaseMemoryKey(name)) ?? null
}
