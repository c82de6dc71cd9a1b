import type { SessionId } from '../ids.ts'
import type { RoomView } from '../room/room-view.ts'
import type { SessionEvent } from '../session/events.ts'
import type { Stamp } from '../session/stamp.ts'
import type { KeyChangeStep } from './reviewer-calls.ts'
import type { ErasingStep } from './retention-calls.ts'
import type { ImportState } from './import-calls.ts'
import type { RebuildState } from './rebuild-calls.ts'
import type { Access } from './vault-calls.ts'

/** What the core tells the windows without being asked. */
export interface Pushes {
  /** Events that are on disk now. */
  readonly 'session.appended': { readonly sessionId: SessionId; readonly events: readonly SessionEvent[] }
  /** A reading of the core's clocks, every few seconds: windows count on from it. */
  readonly 'clock.read': Stamp
  readonly 'vault.access-changed': Access
  /** What the room sees now. Goes to the room display alone, and nothing else ever goes there. */
  readonly 'room.changed': RoomView
  /** How many files of a batch are written. */
  readonly 'export.progress': { readonly done: number; readonly total: number }
  /** How far a change of the record key is. */
  readonly 'reviewer.key-change': KeyChangeStep
  /** How far erasing charts, or destroying private notes, is. */
  readonly 'retention.step': ErasingStep
  /** How far folding the tables of review anew has come. */
  readonly 'review.rebuild-changed': RebuildState
  /** How far taking a table over has come, or how it ended. */
  readonly 'import.changed': ImportState
  /** Whether the room display is open. */
  readonly 'display.changed': boolean
}
export type PushName = keyof Pushes
