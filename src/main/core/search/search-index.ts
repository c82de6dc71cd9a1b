import type { SessionId } from '../../../shared/ids.ts'
import type { HitKind } from '../../../shared/ipc/search-calls.ts'
import { readAll, type ReadableDb, type WritableDb } from '../vault/database.ts'
import { sql } from '../vault/sql.ts'
import { firstItem, joinParts, kindOf, perSession, type SearchEntry } from './search-entry.ts'
import { insertItem, itemRowSchema, removeItem, saveSessionWords, type ItemRow } from './search-items.ts'
import { readSearchable } from './session-entries.ts'
import { addKey, isInOrder, readKey, removeKey } from './session-key.ts'

/**
 * Brings what can be found of a session in step with what stands in it: what is gone is taken out, what is new put in,
 * the rest left alone. To be called in the transaction that changed it, after its rows were written.
 */
export function indexSession(db: WritableDb<'record'>, sessionId: SessionId): void {
  const { entries, orderMs } = readSearchable(db, sessionId)
  const known = readKey(db, sessionId)
  if (known !== null && (entries.length === 0 || !isInOrder(known, orderMs))) forgetSession(db, sessionId)
  if (entries.length === 0) return
  const key = readKey(db, sessionId) ?? addKey(db, sessionId, orderMs)
  // The same words twice in one place are found once.
  const missing = new Map(entries.map((entry) => [fingerprint(rowOf(entry), entry.kind), entry]))
  const kept = readItems(db, key)
  const gone = kept.filter((row) => !missing.delete(fingerprint(row, kindOf(row.item))))
  if (gone.length === 0 && missing.size === 0) return
  for (const { item } of gone) removeItem(db, item)
  const nextItem = countFrom(key, kept)
  for (const entry of missing.values()) insertItem(db, { item: nextItem(entry.kind), ...rowOf(entry) })
  saveSessionWords(
    db,
    key,
    entries.flatMap(({ parts }) => parts.map(({ text }) => text)),
  )
}

/** Takes out everything that can be found of a session. For whoever erases it: before that its row cannot be deleted. */
export function forgetSession(db: WritableDb<'record'>, sessionId: SessionId): void {
  const key = readKey(db, sessionId)
  if (key === null) return
  for (const { item } of readItems(db, key)) removeItem(db, item)
  saveSessionWords(db, key, [])
  removeKey(db, key)
}

function readItems(db: ReadableDb<'record'>, key: number): ItemRow[] {
  const from = key * perSession
  return readAll(
    db,
    sql`SELECT item, label, person_id AS personId, text FROM search_text
        WHERE item >= ${from} AND item < ${from + perSession} ORDER BY item`,
    itemRowSchema,
  )
}

type Words = Omit<ItemRow, 'item'>

function rowOf({ label, personId, parts }: SearchEntry): Words {
  return { label, personId, text: joinParts(parts) }
}

function fingerprint({ label, personId, text }: Words, kind: HitKind): string {
  return JSON.stringify([kind, label, personId, text])
}

/** Free items, behind the last one of each kind, so that what was written later is found later. */
function countFrom(key: number, kept: readonly ItemRow[]): (kind: HitKind) => number {
  const next = new Map(kept.map(({ item }) => [kindOf(item), item + 1]))
  return (kind) => {
    const item = next.get(kind) ?? firstItem(key, kind)
    next.set(kind, item + 1)
    return item
  }
}
