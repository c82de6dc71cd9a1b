import type { GroupId, PersonId } from '../../../shared/ids.ts'
import type { DocumentStamp } from '../../../shared/record/document-stamp.ts'
import type { Random } from '../effects.ts'
import type { ReadableDb } from '../vault/database.ts'
import { freeCode, hashContent } from './document-stamps.ts'
import { readSeries } from './export-repository.ts'

/** What a document is made of again and again: the same kind about the same member, group, or all. */
interface Series {
  readonly kind: 'disclosure-ledger' | 'disclosure-table' | 'member-progress' | 'group-over-time' | 'agenda'
  readonly personId: PersonId | null
  readonly groupId?: GroupId
}

/**
 * The stamp of what is about no single session. Such a document keeps the random code that it was first made with, so that
 * its versions can be told in order; a content that was made before keeps its version.
 */
export function stampSeries(
  record: ReadableDb<'record'>,
  random: Random,
  series: Series,
  shown: object,
  nameFile: (code: string) => string,
): DocumentStamp {
  const contentHash = hashContent(series.kind, shown)
  const made = readSeries(record, series, Buffer.from(contentHash, 'hex'))
  const code = made.code ?? freeCode(record, random)
  const version = made.ofContent ?? (made.newest ?? 0) + 1
  return { ...series, sessionId: null, code, version, contentHash, fileName: nameFile(code) }
}

/** The stamp of a table of several sessions: it has a random code of its own each time. */
export function stampTable(
  record: ReadableDb<'record'>,
  random: Random,
  kind: 'attendance-table' | 'session-table',
  shown: object,
  nameFile: (code: string) => string,
): DocumentStamp {
  const code = freeCode(record, random)
  const contentHash = hashContent(kind, shown)
  return { kind, sessionId: null, personId: null, code, version: 1, contentHash, fileName: nameFile(code) }
}
