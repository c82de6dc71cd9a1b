import type { CallName } from '../../shared/ipc/contract.ts'
import { hours, kept } from './stale-reads.ts'

// A code and texts are held no longer than their page is open, and a log is stale with the next push.
const forgottenAtOnce: ReadonlySet<CallName> = new Set<CallName>([
  'agenda.usual-minutes',
  'vault.propose-recovery-code',
  'import.preview',
  'session.open',
  'session.private-notes',
  'backups.private-ever-written',
  'search.record',
  'search.private',
  'session.preflight',
  'sheet.kept',
  'agenda.kept-draft',
  'follow-up.closings',
  'follow-up.drafts',
  'comments.draft',
  'member.review',
  'member.notes',
  'member.signed-texts',
  // Whoever goes on writing begins with what is on the disk.
  'safety.read',
  'debrief.read',
  'note.list',
  'interaction.read',
  'disclosures.list',
  'session-page.beside',
  // A figure of a while ago is none, and what the door is told of the computer is less than who is inside is.
  'privacy.measure',
  'computer-key.state',
  ...kept,
  'retention.foresee',
  // Their week is over sooner or later, and sessions go on meanwhile.
  ...hours,
])

/** Whether an answer may stay in memory after the page that showed it has gone. */
export function isKeptAfterReading(name: CallName): boolean {
  return !forgottenAtOnce.has(name)
}
