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
  'preferences.save': ['preferences.read'],
  'roster.read': [],
  'roster.create-group': ['roster.read'],
  'roster.change-group': ['roster.read'],
  'roster.create-member': ['roster.read'],
  'roster.change-member': ['roster.read'],
  'roster.enrol': ['roster.read'],
  'roster.withdraw': ['roster.read'],
  'roster.create-facilitator': ['roster.read'],
  'roster.change-facilitator': ['roster.read'],
  'agenda.change': ['roster.read'],
  'agenda.reset': ['roster.read'],
  'session.list': [],
  'session.prepare': ['session.list'],
  'session.discard': ['session.list'],
  'session.open': [],
  'session.act': ['session.list'],
  'session.walk-in': ['session.list', 'roster.read'],
  'session.record-note': [],
  'session.keep-private-note': ['session.private-notes'],
  'session.private-notes': [],
  'debrief.read': [],
  'debrief.save-shared': ['debrief.read'],
  'debrief.save-response': ['debrief.read', 'session.list'],
  'export.group-summary': ['export.list'],
  'export.list': [],
  'export.open': [],
  'export.show-folder': [],
}

// A code and private text are held no longer than their page is open, and a log is stale with the next push.
const forgottenAtOnce: ReadonlySet<CallName> = new Set<CallName>([
  'vault.propose-recovery-code',
  'session.open',
  'session.private-notes',
  'debrief.read',
])

/** Whether an answer may stay in memory after the page that showed it has gone. */
export function isKeptAfterReading(name: CallName): boolean {
  return !forgottenAtOnce.has(name)
}
