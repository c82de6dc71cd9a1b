import type { Roster } from '../../shared/ipc/roster-calls.ts'
import type { Nameable } from '../../shared/roster/nameable.ts'
import { createStrictLook } from '../../shared/roster/names-in-text.ts'
import type { SessionState } from '../../shared/session/state.ts'

/**
 * The session for a concealed screen: a phase may be called after somebody, and has its number instead. As long as
 * nobody's name is known, every phase has.
 */
export function concealPhases(state: SessionState, roster: Roster | null): SessionState {
  const here = new Set<string>(state.people.map(({ personId }) => personId))
  const people = roster === null ? null : nameables(roster).filter(({ id }) => here.has(id))
  const namesAnybody = people === null ? null : createStrictLook(people)
  return {
    ...state,
    phases: state.phases.map((phase, index) =>
      namesAnybody?.(phase.name) === false ? phase : { ...phase, name: `Phase ${index + 1}` },
    ),
  }
}

function nameables({ members, facilitators }: Roster): (Nameable & { readonly id: string })[] {
  return [
    ...members,
    ...facilitators.map(({ id, name, initials }) => ({ id, initials, preferredName: name })),
  ]
}
