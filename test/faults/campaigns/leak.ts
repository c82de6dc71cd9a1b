/* oxlint-disable no-await-in-loop -- one console after the other */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readlinkSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { findChromium } from '../../../src/stand-in/find-chromium.ts'
import { openFilesOf } from '../../support/find-text.ts'
import { familyOf, launchConsole } from '../../support/launch.ts'
import { createDice, type Dice } from '../../properties/dice.ts'
import type { Campaign, Order } from './campaign.ts'
import type { Pool } from './fuzz-inputs.ts'
import { typeThroughContract } from './leak/contract-texts.ts'
import { typeEverywhere, visitEverything } from './leak/crawl.ts'
import { canReadMemory, countInMemory } from './leak/memory.ts'
import { askFromPage } from './leak/page-words.ts'
import { findWords } from './leak/spellings.ts'
import { getThrough, stock } from './leak/stock.ts'
import { traceFiles, whyNotTraced, type FileTrace } from './leak/trace-files.ts'
import { makeWords, type Words } from './leak/words.ts'

const whyNot =
  whyNotTraced() ??
  canReadMemory() ??
  (findChromium() === undefined ? 'there is no browser for the window' : null)
/** Of a single run; several go wherever a press leads. */
const shortPresses = 12

/**
 * Words are typed into the console's real window, and into every text field of every call of the contract; then every file
 * that any process of the console wrote is searched, as the trace of system calls names it: the bytes of each write, and
 * what lies there while the vault is open, once it is locked, and after the end. How often the words still stand in memory
 * after the lock is counted.
 */
export const leakCampaign: Campaign = {
  name: 'leak',
  shortRuns: whyNot === null ? 1 : 0,
  fullRuns: 3,
  whyNot,
  async run(order) {
    if (whyNot !== null) return
    for (let run = 0; run < order.runs; run += 1) {
      const home = mkdtempSync(join(tmpdir(), 'circlekeeper-leak-'))
      try {
        await walk(home, createDice(order.seed * 7_919 + run), order)
      } finally {
        rmSync(home, { recursive: true, force: true })
      }
      order.onRun()
    }
  },
}

async function walk(home: string, dice: Dice, order: Order): Promise<void> {
  const words = makeWords(dice)
  const temp = join(home, 'temp')
  mkdirSync(temp)
  const { under, trace, ended } = traceFiles(home)
  const userDataDir = join(home, 'data')
  // Else Node itself would have ways to write that are no calls of the system.
  const env = { TMPDIR: temp, UV_USE_IO_URING: '0' }
  const app = await launchConsole({ userDataDir, env, under })
  const pid = app.process.pid ?? 0
  const search = createSearch({ words, trace, documents: join(userDataDir, 'exports'), order })
  try {
    await typeAllOver(app.page, { words, dice, order })
    search.lookAt('while the vault was open', familyOf(pid))
    await askFromPage(app.page, 'vault.lock', {})
    await app.page.getByRole('heading', { name: 'Unlock' }).waitFor()
    search.lookAt('after the lock', familyOf(pid))
    const window = familyOf(pid).filter((one) => one !== pid)
    const long = [words.record, words.private]
    order.onMemory?.({ core: countInMemory(long, [pid]), window: countInMemory(long, window) })
  } finally {
    if ((await app.close()) !== 0) order.onFinding('crashes', 'the console did not end well')
  }
  await ended
  search.lookAt('after the end', [])
  search.lookAtWrites()
  if (findWords(Object.values(words), Buffer.from(await app.stderr)).length > 0)
    order.onFinding('wrongAnswers', 'a word stands in what the console logged')
  if (trace.unseen > 0) order.onFinding('crashes', 'files were written in a way that no trace shows')
  if (trace.written.size === 0) order.onFinding('crashes', 'nothing was traced')
}

interface Typing {
  readonly words: Words
  readonly dice: Dice
  readonly order: Order
}

async function typeAllOver(page: Page, { words, dice, order }: Typing): Promise<void> {
  // A busy machine is slow, not wrong.
  page.setDefaultTimeout(90_000)
  const pool: Pool = new Map()
  const ask = (name: Parameters<typeof askFromPage>[1], input: unknown) => askFromPage(page, name, input)
  const get = getThrough(ask, pool)
  const typed = new Set<string>()
  await page.getByRole('heading', { name: 'About you' }).waitFor()
  await typeEverywhere({ page, words, typed })
  const passphrase = `orchard ${words.private} violin`
  const recoveryCode = await get('vault.propose-recovery-code', {})
  const author = { name: `Dana ${words.record}`, initials: words.short, credentials: words.record }
  await get('vault.create', { passphrase, recoveryCode, author, clinic: words.record })
  await stock(get, words, passphrase)
  await visitEverything({ page, words, typed }, order.runs === 1 ? shortPresses : Number.POSITIVE_INFINITY)
  // A screen that could not be typed into any more would make the search an empty one.
  if (typed.size < 10) order.onFinding('crashes', `only ${typed.size} fields of the screens were found`)
  const { missed } = await typeThroughContract({ words, dice, pool, ask })
  for (const name of missed) order.onFinding('crashes', `a text field of ${name} was not typed into`)
}

interface SearchSources {
  readonly words: Words
  readonly trace: FileTrace
  readonly documents: string
  readonly order: Order
}

function createSearch({ words, trace, documents, order }: SearchSources) {
  const all = Object.values(words)
  // A word too short to be told from chance is looked for as it is alone.
  const long = [words.record, words.private]
  const judge = (path: string, bytes: Buffer, when: string) => {
    const isDocument = path.startsWith(`${documents}/`) && /\.(?:pdf|csv|json|unfinished)$/.test(path)
    const wanted = isDocument ? [words.private] : long
    const inPlain = isDocument ? [] : [words.short].filter((word) => bytes.includes(word))
    const [found] = [...findWords(wanted, bytes), ...inPlain.map(() => ({ spelling: 'plain', at: 0 }))]
    if (found === undefined) return
    order.onFinding('wrongAnswers', `${kindOf(path)} ${when}: ${found.spelling} at byte ${found.at}`)
  }
  return {
    lookAt(when: string, pids: readonly number[]) {
      for (const path of trace.paths) {
        if (all.some((word) => path.includes(word)))
          order.onFinding('wrongAnswers', 'a word stands in a file name')
        if (isFile(path)) judge(path, readFileSync(path), when)
      }
      // Files without a name any more are on the disk as long as somebody has them open.
      for (const path of deletedFilesOf(pids)) judge(path, read(path), when)
    },
    lookAtWrites() {
      for (const [path, writes] of trace.written) judge(path, Buffer.concat(writes), 'as it was written')
    },
  }
}

function isFile(path: string): boolean {
  return path.startsWith('/') && existsSync(path) && statSync(path).isFile()
}

/** Each once, however many processes have it open; what is in memory alone is none. */
function deletedFilesOf(pids: readonly number[]): readonly string[] {
  const byName = new Map(openFilesOf(pids).map((path) => [linkOf(path), path] as const))
  return [...byName].flatMap(([name, path]) => (/^(?!\/memfd:).* \(deleted\)$/.test(name) ? [path] : []))
}

/** Empty where it was closed meanwhile. */
function linkOf(path: string): string {
  try {
    return readlinkSync(path)
  } catch {
    return ''
  }
}

/** Likewise. */
function read(path: string): Buffer {
  try {
    return readFileSync(path)
  } catch {
    return Buffer.alloc(0)
  }
}

// Never the path: it may hold what was typed.
function kindOf(path: string): string {
  const [, folder = 'elsewhere'] = /(vault|exports|browser|temp|stand-in|proc)/.exec(path) ?? []
  return `a file (${folder})`
}
