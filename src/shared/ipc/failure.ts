import type { Refusal } from '../session/commands.ts'

/**
 * Why a call did not happen. A code and, where a field was wrong, its path: never a text with anybody's words in it.
 */
export type Failure =
  | {
      readonly code:
        | 'untrusted-sender'
        | 'unknown-call'
        | 'locked'
        | 'concealed'
        | 'not-allowed'
        | 'core-gone'
    }
  /** `fields` are paths into the input (`members.3.initials`) with the rule that each broke (`empty`, `too-long`). */
  | { readonly code: 'bad-input'; readonly fields: readonly FieldFailure[] }
  | { readonly code: 'refused'; readonly refusal: Refusal }
  | { readonly code: VaultFailureCode }
  | { readonly code: BackupOnlyFailureCode }
  /** Too many wrong secrets in a row: the next one is tried after so many milliseconds. */
  | { readonly code: 'too-many-tries'; readonly waitMs: number }
  /** The newest changes cannot be read, at least so many of them. All before them is whole. */
  | { readonly code: 'damaged-record-log' | 'damaged-private-log'; readonly lostChanges: number }
  | {
      readonly code:
        | 'not-found'
        /** Entries of a session's log are gone, and the vault is otherwise whole. */
        | 'log-not-whole'
        | 'group-full'
        | 'name-taken'
        | 'agenda-over-length'
        | 'not-closed'
        | 'session-open'
        | 'not-a-patient'
        | 'already-corrected'
        | 'same-passphrase'
        | 'reviews-already'
        | 'too-many-reviewers'
        | 'group-closed'
        | 'needs-readmission'
        | 'stands-otherwise'
        | 'not-a-table'
        | 'not-an-agenda'
        | 'import-unsettled'
        | 'import-in-use'
        | 'not-past'
        | 'on-hold'
        | 'change-unsettled'
        | 'keys-changing'
        /** Somebody ended it, and everything is as it was. */
        | 'cancelled'
    }
  | {
      readonly code:
        | 'disk-full'
        | 'not-writable'
        | 'no-viewer'
        | 'print-failed'
        | 'not-readable'
        | 'folder-unfit'
        | 'file-changed'
    }

export interface FieldFailure {
  readonly path: string
  readonly rule: string
}

/** Why a vault does not open. Each has its own screen. */
export type VaultFailureCode =
  | 'no-vault'
  | 'vault-exists'
  | 'weak-passphrase'
  | 'wrong-secret'
  | 'weakened'
  | 'damaged-header'
  | 'missing-header'
  /** A link stands where the vault's folder was. */
  | 'linked-vault'
  | 'damaged-record'
  | 'damaged-private'
  | 'newer-version'
  /** To be opened by its author once, before anybody reviews it. */
  | 'older-version'
  | 'in-use'
  /** The record on the disk is not the one that a session, still in memory, goes on from. */
  | 'other-vault'
  /** There was a vault in this place, and now there is nothing. */
  | 'vault-gone'
  /** The computer says a day before 1980: its clock was never set. */
  | 'clock-unset'
  | 'missing-record'
  | 'missing-private'
  /** This computer keeps no secret for anybody, or one that anybody could read. */
  | 'no-key-store'
  /** It keeps them in another way now than when its key was made. */
  | 'key-store-changed'
  /** It does not give its key now, and may another time: what keeps it is locked, or nobody has let it. */
  | 'key-store-away'
  /** It does not give its key, or that opens nothing here any more. */
  | 'computer-key-lost'
  /** Its key opens the vault once somebody has typed the passphrase. */
  | 'passphrase-first'

/** What only a backup can fail with; `backup-calls.ts` says what each means. */
export type BackupOnlyFailureCode =
  | 'no-folder'
  | 'not-reachable'
  | 'not-answering'
  | 'not-a-backup'
  | 'linked-backup'
  | 'cut-backup'
  | 'damaged-backup'
  | 'private-notes-locked'
