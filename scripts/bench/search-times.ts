/* oxlint-disable no-await-in-loop -- one after the other is what is measured */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import Database from 'better-sqlite3'
import type { Page } from 'playwright-core'
import { searchRecord } from '../../src/main/core/search/search-repository.ts'
import { readAll, type ReadableDb } from '../../src/main/core/vault/database.ts'
import { sql } from '../../src/main/core/vault/sql.ts'
import { unlockVault } from '../../src/main/core/vault/unlock-vault.ts'
import { z } from '../../src/shared/zod.ts'
import { goTo } from '../../test/support/drive.ts'
import { passphrase, pathsIn, valueOf } from './long-session.ts'
import { echoSelector, installStopwatch } from './painted.ts'
import { chooseQueries } from './search-queries.ts'
import { timeSight } from './watch.ts'

export interface SearchTimes {
  /** Milliseconds from typing the last letter until what was found is painted, one a query. */
  readonly paintedMs: readonly number[]
  /** The same query in a bare table, and painting one text that a call answered from memory. */
  readonly floorMs: readonly number[]
}

const shown = 200
const answerRounds = 3
/** Of how many sessions the table asks first: more than it has lines. */
const firstLook = 16
const anySession = {
  groupId: null,
  groupType: null,
  personId: null,
  fromMs: null,
  toMs: null,
  theme: null,
  hasRisk: false,
} as const
/** Nobody types the next letter sooner, and what is read behind the first look is there by then. */
const readingMs = 100
const grid = 'main [role="grid"]'
const hits = `${grid} mark`

export interface AnswerTimes {
  /** Milliseconds until the core has answered what is drawn first. */
  readonly coreMs: readonly number[]
  /** The same query in a bare table. */
  readonly bareMs: readonly number[]
}

/** Every text of a record that can be found, in its order. */
export async function readTexts(userDataDir: string): Promise<readonly string[]> {
  const secret = { kind: 'passphrase', secret: passphrase } as const
  const vault = valueOf(await unlockVault(pathsIn(userDataDir).vaultDir, secret))
  try {
    const query = sql`SELECT text FROM search_text WHERE item > 0 ORDER BY item`
    return readAll(vault.record, query, z.strictObject({ text: z.string() })).map(({ text }) => text)
  } finally {
    vault.close()
  }
}

/**
 * Types two hundred queries into the search of the record. The floor is the same query in a table of SQLite's own
 * full-text search, in a file that is not encrypted, with the same texts; and what it takes to show anything at all.
 */
export async function timeSearch(page: Page, texts: readonly string[]): Promise<SearchTimes> {
  const folder = mkdtempSync(join(tmpdir(), 'circlekeeper-bench-'))
  try {
    const bare = openBare(join(folder, 'bare.db'), texts)
    const times = await timeQueries(page, texts, (match) => bare.time(match))
    bare.close()
    return times
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The same queries without a window: what encryption, places, filters and snippets cost beside the bare table. */
export async function timeAnswers(userDataDir: string, texts: readonly string[]): Promise<AnswerTimes> {
  const secret = { kind: 'passphrase', secret: passphrase } as const
  const vault = valueOf(await unlockVault(pathsIn(userDataDir).vaultDir, secret))
  const folder = mkdtempSync(join(tmpdir(), 'circlekeeper-bench-'))
  try {
    const bare = openBare(join(folder, 'bare.db'), texts)
    const queries = chooseQueries(texts)
    const [bareMs, coreMs]: [number[], number[]] = [[], []]
    for (let round = 0; round < answerRounds; round += 1) {
      for (const { match } of queries) bareMs.push(bare.time(match))
      for (const { typed } of queries) coreMs.push(timeAnswer(vault.record, typed))
    }
    bare.close()
    return { coreMs, bareMs }
  } finally {
    vault.close()
    rmSync(folder, { recursive: true })
  }
}

function timeAnswer(record: ReadableDb<'record'>, typed: string): number {
  const startMs = performance.now()
  searchRecord(record, typed, anySession, firstLook)
  return performance.now() - startMs
}

async function timeQueries(
  page: Page,
  texts: readonly string[],
  timeBare: (match: string) => number,
): Promise<SearchTimes> {
  await goTo(page, 'Sessions')
  const field = page.getByRole('searchbox', { name: 'Search the record' })
  const paintedMs: number[] = []
  const floorMs: number[] = []
  const stopwatch = await installStopwatch(page)
  for (const { typed, match } of chooseQueries(texts)) {
    const bareMs = timeBare(match)
    const echoMs = await stopwatch.time(echoSelector)
    paintedMs.push(await timeSight(page, { event: 'input', selector: hits }, () => field.fill(typed)))
    floorMs.push(bareMs + echoMs)
    await wait(readingMs)
    // Painted too, so that the floor is not measured while the page is still at it.
    await timeSight(page, { event: 'input', selector: grid, gone: hits }, () => field.fill(''))
  }
  return { paintedMs, floorMs }
}

/** SQLite's own full-text search over these texts, with nothing around it. */
function openBare(path: string, texts: readonly string[]) {
  const database = new Database(path)
  database.exec(`CREATE VIRTUAL TABLE bare USING fts5 (text, prefix='2 3')`)
  const insert = database.prepare('INSERT INTO bare (text) VALUES (?)')
  database.transaction(() => texts.forEach((text) => insert.run(text)))()
  const newest = database.prepare(
    `SELECT rowid, snippet(bare, 0, '', '', '…', 16) FROM bare WHERE bare MATCH ? ORDER BY rowid DESC LIMIT ${shown}`,
  )
  return {
    time(match: string) {
      const startMs = performance.now()
      newest.all(match)
      return performance.now() - startMs
    },
    close: () => void database.close(),
  }
}
