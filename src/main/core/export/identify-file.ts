import type { ExportedFile, FileVerdict } from '../../../shared/ipc/export-calls.ts'
import { readStampTitle } from '../../../shared/record/document-stamp.ts'
import { sha256 } from '../effects.ts'
import type { SessionLog } from '../session/session-log.ts'
import type { ReadableDb } from '../vault/database.ts'
import { findExportOfBytes, findExportOfStamp } from './export-repository.ts'

/**
 * Says what a file is. Only the bytes prove anything: the code that a file carries says what it claims to be, and anybody
 * could have typed it.
 */
export function identifyFile(record: ReadableDb<'record'>, log: SessionLog, bytes: Uint8Array): FileVerdict {
  const ours = findExportOfBytes(record, sha256(bytes))
  if (ours !== undefined) return { kind: 'unaltered', file: ours, currentVersion: currentVersion(log, ours) }
  // Chromium writes a title as plain letters; whatever else the bytes are, they stay letters here.
  const carried = readStampTitle(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1'))
  if (carried === null) return { kind: 'unknown', carried: null }
  const claimed = findExportOfStamp(record, carried)
  if (claimed !== undefined)
    return { kind: 'altered', file: claimed, currentVersion: currentVersion(log, claimed) }
  return { kind: 'unknown', carried: { code: carried.code, version: carried.version } }
}

/** How many signed texts a member's note has by now. */
function currentVersion(log: SessionLog, { kind, sessionId, personId }: ExportedFile): number | null {
  const isNote = kind === 'progress-note' || kind === 'note-bundle'
  if (!isNote || sessionId === null) return null
  return log.state(sessionId)?.signed.filter((place) => place.personId === personId).length ?? null
}
