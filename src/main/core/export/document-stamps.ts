import { canonicalJson, type Json } from '../../../shared/canonical-json.ts'
import type { SessionId } from '../../../shared/ids.ts'
import { codeOf, type DocumentKind, type DocumentStamp } from '../../../shared/record/document-stamp.ts'
import { sessionCode } from '../../../shared/record/group-summary.ts'
import { sha256, type Random } from '../effects.ts'
import type { ReadableDb } from '../vault/database.ts'
import { isCodeListed, readVersions } from './export-repository.ts'

/** SHA-256 of the canonical JSON of what a document of a kind shows, as hex. */
export function hashContent(kind: DocumentKind, shown: object): string {
  // Facts are plain data; interfaces alone keep TypeScript from seeing it.
  const plain: Json = JSON.parse(JSON.stringify(shown))
  return Buffer.from(sha256(canonicalJson({ kind, shown: plain }))).toString('hex')
}

/** The stamp of what nobody signs: a content that was printed before keeps its version. */
export function stampUnsigned(
  record: ReadableDb<'record'>,
  kind: 'group-summary' | 'tick-sheet' | 'attendance-sheet' | 'attendance-table' | 'supervision-summary',
  sessionId: SessionId,
  shown: object,
  fileName: string,
): DocumentStamp {
  const contentHash = hashContent(kind, shown)
  const { ofContent, newest } = readVersions(record, sessionId, kind, Buffer.from(contentHash, 'hex'))
  const version = ofContent === 0 ? newest + 1 : ofContent
  return { kind, sessionId, personId: null, code: sessionCode(sessionId), version, contentHash, fileName }
}

/**
 * A stamp that links to nothing: its code is new and random, and nothing on the paper leads to a session. The vault alone
 * knows, by its list of files, what it was made of.
 */
export function stampUnlinked(
  record: ReadableDb<'record'>,
  random: Random,
  sessionId: SessionId,
  shown: object,
  year: string,
): DocumentStamp {
  const kind = 'de-identified-summary'
  const code = freeCode(record, random)
  const fileName = `${year}-${code}-summary.pdf`
  return {
    kind,
    sessionId,
    personId: null,
    code,
    version: 1,
    contentHash: hashContent(kind, shown),
    fileName,
  }
}

/** Four random characters that stand on no file yet. */
export function freeCode(record: ReadableDb<'record'>, random: Random): string {
  for (;;) {
    const code = codeOf(random.bytes(4).readUInt32BE(), 4)
    if (!isCodeListed(record, code)) return code
  }
}
