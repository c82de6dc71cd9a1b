import type Database from 'better-sqlite3'
import { readFileSync } from 'node:fs'
import { z } from '../../../shared/zod.ts'
import { statOf } from './vault-files.ts'

const walHeaderBytes = 32
const frameHeaderBytes = 24
/** SQLite locks these bytes, and writes to their page never. */
const lockByte = 2 ** 30

/**
 * Whether a page of an open database is in neither its file nor its write-ahead log. What SQLite reads behind the end of a
 * file is zeros to it, which it takes for a page without asking for its MAC; and while there is a log, it does not compare
 * the file's length with what it should be.
 */
export function lacksPages(database: Database.Database, pageBytes: number): boolean {
  const pageCount = z.int().parse(database.pragma('page_count', { simple: true }))
  const inFile = Math.floor((statOf(database.name)?.size ?? 0) / pageBytes)
  if (inFile >= pageCount) return false
  const logged = loggedPages(`${database.name}-wal`, pageBytes)
  const lockPage = lockByte / pageBytes + 1
  for (let page = inFile + 1; page <= pageCount; page += 1)
    if (page !== lockPage && !logged.has(page)) return true
  return false
}

// Frames of the log's present round bear the salts of its header; others are left from an earlier one.
function loggedPages(path: string, pageBytes: number): ReadonlySet<number> {
  const pages = new Set<number>()
  if (statOf(path) === null) return pages
  const wal = readFileSync(path)
  const salts = wal.subarray(16, 24)
  const frameBytes = frameHeaderBytes + pageBytes
  for (let at = walHeaderBytes; at + frameBytes <= wal.length; at += frameBytes)
    if (wal.subarray(at + 8, at + 16).equals(salts)) pages.add(wal.readUInt32BE(at))
  return pages
}
