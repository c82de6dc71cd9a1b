import type { PersonId, SessionId } from '../../../src/shared/ids.ts'
import type { BackupWorld } from '../backup/backup-world.ts'
import { passphrase, recoveryCode } from '../support/world.ts'

/** What a record holds and who comes in by its header, in a test's own books. */
export interface Kept {
  readonly passphrase: string
  readonly code: string
  readonly reviewers: readonly { readonly personId: PersonId; readonly passphrase: string }[]
  /** Which drawing of the root, and of the key of private.db, the header leads to. */
  readonly root: number
  readonly privateKey: number
  /** The words of each session's record notes. */
  readonly sessions: ReadonlyMap<SessionId, readonly string[]>
  readonly signedIn: readonly SessionId[]
  /** On file without having come, by their names. */
  readonly people: ReadonlyMap<PersonId, string>
}

/** What should be there after everything that was done and answered. */
export interface Model {
  now: Kept
  readonly backups: Map<string, Kept>
  /** The words of private notes, by their session. */
  privateNotes: Map<SessionId, readonly string[]>
  /** Every private word there ever was. */
  readonly privateWords: Set<string>
  readonly secrets: Set<string>
  /** The keys of the record that somebody who was revoked may have kept. */
  readonly revokedKeys: Buffer[]
  /** What the access log has to end with. */
  entry: string | null
  drawn: number
  count: number
}

/** The console as it stands; after a kill it is another one, on a copy of what the first left. */
export interface Real {
  world: BackupWorld
}

export function emptyModel(): Model {
  const now: Kept = {
    passphrase,
    code: recoveryCode,
    reviewers: [],
    root: 0,
    privateKey: 0,
    sessions: new Map(),
    signedIn: [],
    people: new Map(),
  }
  return {
    now,
    backups: new Map(),
    privateNotes: new Map(),
    privateWords: new Set(),
    secrets: new Set([passphrase, recoveryCode]),
    revokedKeys: [],
    entry: null,
    drawn: 0,
    count: 0,
  }
}

/** A word that stands nowhere else. */
export function nextWord(model: Model, what: string): string {
  model.count += 1
  return `${what}-${model.count}-heronquill`
}

export function draw(model: Model): number {
  model.drawn += 1
  return model.drawn
}

export function withItem<Key, Item>(
  map: ReadonlyMap<Key, readonly Item[]>,
  key: Key,
  item: Item,
): Map<Key, readonly Item[]> {
  return new Map([...map, [key, [...(map.get(key) ?? []), item]]])
}
