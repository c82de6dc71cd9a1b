import type { Roster } from '../../../src/shared/ipc/roster-calls.ts'
import { person } from '../session/arbitraries.ts'
import { actAll, startRun } from '../session/run.ts'

export const names = ['Ana', 'Ben', 'Cal', 'Dee', 'Eli', 'Fay']
const coSigning = {
  needsCoSignature: false,
  mayCoSign: false,
  hasSigningPin: false,
  signingPinResetAtMs: null,
}
export const roster: Roster = {
  clinic: '',
  groups: [],
  members: names.map((preferredName, index) => ({
    id: person(index + 2),
    preferredName,
    initials: preferredName.slice(0, 1),
    chartId: '',
    role: 'member',
    agreedOn: null,
    aliases: [],
    groupIds: [],
  })),
  facilitators: [
    { id: person(0), name: 'Robin Marsh', initials: 'RM', credentials: '', isAuthor: true, ...coSigning },
    { id: person(1), name: 'Maya Ortiz', initials: 'MO', credentials: '', isAuthor: false, ...coSigning },
  ],
}
export const prepared = startRun()
/** Everyone is in the room of a session that has just begun. */
export const running = actAll(
  prepared,
  [0, { type: 'arrive-all' }],
  [0, { type: 'start', end: 'full-length' }],
)
