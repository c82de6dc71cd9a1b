import type { GroupType } from '../../../shared/agenda/group-type.ts'
import type { Mapping } from '../../../shared/import/mapping.ts'
import type { Decision, ImportRules } from '../../../shared/import/plan-import.ts'
import { makeTemplateAgenda } from '../agenda/template-agenda.ts'
import type { Random } from '../effects.ts'
import type { Basis } from './read-basis.ts'

/** What a person decided, and what this clinic and its agendas allow. */
export function planRules(
  mapping: Mapping,
  decisions: readonly Decision[],
  { mostMembers }: Basis,
  random: Random,
): ImportRules {
  // A table names hundreds of groups, and few types and lengths.
  const known = new Map<string, boolean>()
  const fits = (type: GroupType, lengthMinutes: number) => {
    const key = `${type} ${lengthMinutes}`
    const doesFit = known.get(key) ?? makeTemplateAgenda(type, lengthMinutes, random).ok
    known.set(key, doesFit)
    return doesFit
  }
  return { mapping, decisions, mostMembers, fits }
}
