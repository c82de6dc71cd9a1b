import type { CallName } from '../../shared/ipc/contract.ts'

/**
 * Which reads each call changes. `session.open` is missing on purpose: its screens fold the events that the core pushes
 * and would only read the same log again.
 */
export const readsChangedBy: Readonly<Record<CallName, readonly CallName[]>> = {
  'vault.access': [],
  'vault.propose-recovery-code': [],
  'vault.create': ['vault.access'],
  'vault.unlock': ['vault.access'],
  'vault.lock': ['vault.access'],
  'preferences.read': [],
  'preferences.change': ['preferences.read'],
  'roster.read': [],
  'roster.create-group': ['roster.read'],
  'roster.change-group': ['roster.read'],
  'roster.create-member': ['roster.read'],
  'roster.change-member': ['roster.read'],
  'roster.enrol': ['roster.read'],
  'roster.withdraw': ['roster.read'],
  'roster.create-facilitator': ['roster.read'],
  'roster.change-facilitator': ['roster.read'],
  'measures.read': [],
  'measures.choose': ['measures.read'],
  'measures.create': ['measures.read'],
  'measures.change': ['measures.read'],
  'measures.retire': ['measures.read'],
  'measures.last': [],
  'agenda.change': ['roster.read'],
  'agenda.reset': ['roster.read'],
  'agenda.usual-minutes': [],
  'seats.read': [],
  'seats.place': ['seats.read'],
  'seats.reset': ['seats.read'],
  'session.baselines': [],
  'session.preflight': [],
  'follow-up.list-open': [],
  'follow-up.close': ['follow-up.list-open', 'follow-up.closings', 'session.preflight'],
  'follow-up.closings': [],
  'goals.read': [],
  'goals.set': ['goals.read', 'session.preflight'],
  'goals.change': ['goals.read', 'session.preflight'],
  'safety.read': [],
  'safety.save': ['safety.read'],
  'session.list': [],
  'session.prepare': ['session.list'],
  'session.discard': ['session.list'],
  'session.open': [],
  'session.act': ['session.list', 'follow-up.list-open', 'session.preflight'],
  'session.walk-in': ['session.list', 'roster.read'],
  'session.record-note': [],
  'session.keep-private-note': ['session.private-notes'],
  'session.private-notes': [],
  'debrief.read': [],
  'debrief.save-shared': ['debrief.read'],
  'debrief.save-response': ['debrief.read', 'session.list'],
  'export.group-summary': ['export.list'],
  'export.tick-sheet': ['export.list'],
  'export.list': [],
  'export.open': [],
  'export.show-folder': [],
  'conceal.read': [],
  'conceal.begin': ['conceal.read'],
  // What was refused in between is asked again.
  'conceal.reveal': [
    'conceal.read',
    'roster.read',
    'session.list',
    'session.preflight',
    'export.list',
    'follow-up.list-open',
  ],
  'conceal.set-pin': ['conceal.read'],
  'conceal.remove-pin': ['conceal.read'],
  'room.read': [],
  'display.read': [],
  'display.toggle': ['display.read'],
  'display.close': ['display.read'],
  'interaction.add': ['interaction.read'],
  'interaction.read': [],
}

// A code and texts are held no longer than their page is open, and a log is stale with the next push.
const forgottenAtOnce: ReadonlySet<CallName> = new Set<CallName>([
  'agenda.usual-minutes',
  'vault.propose-recovery-code',
  'session.open',
  'session.private-notes',
  'session.preflight',
  'follow-up.closings',
  // Whoever goes on writing begins with what is on the disk.
  'safety.read',
  'debrief.read',
  'interaction.read',
])

/** Whether an answer may stay in memory after the page that showed it has gone. */
export function isKeptAfterReading(name: CallName): boolean {
  return !forgottenAtOnce.has(name)
}
