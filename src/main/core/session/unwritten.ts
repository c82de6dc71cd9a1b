import type { SessionId } from '../../../shared/ids.ts'
import type { UnwrittenReason, UnwrittenState } from '../../../shared/ipc/vault-calls.ts'
import type { StoredNote } from '../notes/note-repository.ts'
import type { Push } from '../push.ts'
import type { WritableDb } from '../vault/database.ts'
import { StoreError } from '../vault/store-error.ts'
import type { SignOfLife } from './absence.ts'
import type { LiveSession } from './live-session.ts'

/** Something that is to be on the disk, and everything that writing it takes. */
export interface Change {
  /** Called in a transaction with the record as it is open then: the vault may have been locked in between. */
  readonly write: (record: WritableDb<'record'>) => void
  /** The session that it happened in, before and after; null for what belongs to none. */
  readonly session: {
    readonly sessionId: SessionId
    readonly before: LiveSession
    readonly after: LiveSession
  } | null
  /** The words of a record note that it brings. */
  readonly note: StoredNote | null
}

/**
 * What happened in a running session and could not be written, in the memory of the core and nowhere else. It outlives the
 * lock, since a drive that was taken out can only be written to again once the vault is opened anew.
 */
export interface Unwritten {
  /** In the order in which it happened. */
  readonly changes: () => readonly Change[]
  /** Says that the disk took nothing, at `atMs` of the computer's clock; with a change, that this one waits from now on. */
  readonly refused: (reason: UnwrittenReason, atMs: number, change?: Change) => void
  /** Says that everything is on the disk. */
  readonly written: () => void
  /** What a session has become in memory; undefined when the disk knows as much. */
  readonly latest: (sessionId: SessionId) => LiveSession | undefined
  /** When a session was last seen, where the disk did not take that either. */
  readonly alive: Map<SessionId, SignOfLife>
  /** What the windows are told; null when everything is on the disk. */
  readonly read: () => UnwrittenState | null
}

export function createUnwritten(push: Push): Unwritten {
  let changes: readonly Change[] = []
  let refusal: Pick<UnwrittenState, 'reason' | 'sinceMs'> | null = null
  const alive = new Map<SessionId, SignOfLife>()
  const read = () =>
    refusal === null ? null : { ...refusal, count: changes.filter(({ session }) => session !== null).length }
  return {
    changes: () => changes,
    refused(reason, atMs, change) {
      if (change !== undefined) changes = [...changes, change]
      refusal = { reason, sinceMs: refusal?.sinceMs ?? atMs }
      push('vault.unwritten-changed', { unwritten: read() })
    },
    written() {
      const had = refusal
      changes = []
      refusal = null
      if (had !== null) push('vault.unwritten-changed', { unwritten: null })
    },
    latest: (sessionId) =>
      changes.findLast(({ session }) => session?.sessionId === sessionId)?.session?.after,
    alive,
    read,
  }
}

/** Why a write may be tried again later; null where trying again cannot help, or it was no write of the disk's. */
export function reasonToWait(error: unknown): UnwrittenReason | null {
  if (!(error instanceof StoreError)) return null
  switch (error.code) {
    case 'disk-full':
    case 'not-writable':
    case 'other-vault':
      return error.code
    default:
      return null
  }
}
