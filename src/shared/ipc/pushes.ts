import type { SessionId } from '../ids.ts'
import type { RoomView } from '../room/room-view.ts'
import type { SessionEvent } from '../session/events.ts'
import type { Stamp } from '../session/stamp.ts'
import type { BackupState } from './backup-calls.ts'
import type { RenewalState } from './key-calls.ts'
import type { MendProgress } from './mend-calls.ts'
import type { ImportState } from './import-calls.ts'
import type { LogCheckState } from './privacy-calls.ts'
import type { RebuildState } from './rebuild-calls.ts'
import type { Access, UnwrittenState } from './vault-calls.ts'

/** What the core tells the windows without being asked. */
export interface Pushes {
  /** Events that are on disk now, unless `vault.unwritten-changed` has said before that they wait for it. */
  readonly 'session.appended': { readonly sessionId: SessionId; readonly events: readonly SessionEvent[] }
  /** A reading of the core's clocks, every few seconds: windows count on from it. */
  readonly 'clock.read': Stamp
  readonly 'vault.access-changed': Access
  /** Somebody has left the computer: the page keeps what was typed last and locks, without a question. */
  readonly 'vault.left': true
  /** What is not on the disk; null once everything is. */
  readonly 'vault.unwritten-changed': { readonly unwritten: UnwrittenState | null }
  /** What the room sees now. Goes to the room display alone, and nothing else ever goes there. */
  readonly 'room.changed': RoomView
  /** The session that goes on behind a locked vault, as the room sees it; null when none does. */
  readonly 'watch.changed': { readonly view: RoomView | null }
  /** How many files of a batch are written. */
  readonly 'export.progress': { readonly done: number; readonly total: number }
  /** How far encrypting under new keys is, for whatever act, or how it ended. */
  readonly 'keys.renewal-changed': RenewalState
  /** How far folding the tables of review anew has come. */
  readonly 'review.rebuild-changed': RebuildState
  /** How far a check of the logs has come, or what it found. */
  readonly 'privacy.log-check-changed': LogCheckState
  /** How far taking a table over has come, or how it ended. */
  readonly 'import.changed': ImportState
  /** How far making, trying out or restoring a backup has come, or how it ended. */
  readonly 'backups.changed': BackupState
  /** How far reading a damaged vault has come. */
  readonly 'mend.changed': MendProgress
  /** Whether the room display is open. */
  readonly 'display.changed': boolean
}
export type PushName = keyof Pushes
