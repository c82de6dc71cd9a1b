/* oxlint-disable no-await-in-loop -- one console after the other */
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { findChromium } from '../../../src/stand-in/find-chromium.ts'
import { plugIn } from '../../support/drive-backups.ts'
import { lock } from '../../support/drive.ts'
import { coresOf, familyOf, launchConsole } from '../../support/launch.ts'
import { settle } from '../../support/settle.ts'
import { createDice, type Dice } from '../../properties/dice.ts'
import type { Campaign, MemoryCount, Order } from './campaign.ts'
import type { Pool } from './fuzz-inputs.ts'
import { typeThroughContract } from './leak/contract-texts.ts'
import { readBuiltSources } from './leak/built-sources.ts'
import { readFieldUses } from './leak/field-register.ts'
import { createReached } from './leak/reached.ts'
import { paperCount } from './leak/make-papers.ts'
import { canReadMemory, countInMemory } from './leak/memory.ts'
import { askFromPage } from './leak/page-words.ts'
import { createSearch } from './leak/search.ts'
import { findWords } from './leak/spellings.ts'
import { getThrough } from './leak/stock.ts'
import { writeTables } from './leak/tables.ts'
import { traceFiles, whyNotTraced } from './leak/trace-files.ts'
import {
  concealPin,
  namesOfMissing,
  secretsOf,
  typeAtLock,
  typeIntoScreens,
  type Screens,
} from './leak/type-screens.ts'
import { makeWords, type Words } from './leak/words.ts'

/** What a desktop keeps secrets by, without which the screens of the computer's key are not there. */
const keyStore = JSON.stringify({ backend: 'gnome_libsecret', key: randomBytes(32).toString('hex') })
const whyNot =
  whyNotTraced() ??
  canReadMemory() ??
  (findChromium() === undefined ? 'there is no browser for the window' : null)

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
  const keyStorePath = join(home, 'key-store.json')
  writeFileSync(keyStorePath, keyStore)
  const app = await launchConsole({ userDataDir, env, keyStorePath, under })
  const pid = app.process.pid ?? 0
  const search = createSearch({
    words,
    trace,
    documents: join(userDataDir, 'exports'),
    onFinding: order.onFinding,
  })
  try {
    const lockAway = () => lockUntilEnded(app.page, pid)
    const screens = await typeAllOver(app.page, { words, dice, order, home, userDataDir, lockAway })
    await search.lookAt('while the vault was open', familyOf(pid))
    await typeAtLock(screens)
    if (screens.isWhole)
      for (const name of namesOfMissing(screens.crawl.reached))
        order.onFinding('crashes', `no way leads to the field ${name}`)
    await search.lookAt('after the lock', familyOf(pid))
    const count = countAfterLock([words.record, words.private], pid)
    if ((count.core ?? 0) > 0) order.onFinding('wrongAnswers', 'the core has a word in memory after the lock')
    order.onMemory?.(count)
  } finally {
    if ((await app.close()) !== 0) order.onFinding('crashes', 'the console did not end well')
  }
  await ended
  await search.lookAt('after the end', [])
  await search.lookAtWrites()
  if (search.countPapers() < paperCount) order.onFinding('crashes', 'not every paper that was made was read')
  if (findWords(Object.values(words), Buffer.from(await app.stderr)).length > 0)
    order.onFinding('wrongAnswers', 'a word stands in what the console logged')
  if (trace.unseen > 0) order.onFinding('crashes', 'files were written in a way that no trace shows')
  if (trace.written.size === 0) order.onFinding('crashes', 'nothing was traced')
}

/** In whose memory the words stand, and how often. */
function countAfterLock(words: readonly string[], pid: number): MemoryCount {
  const cores = coresOf(pid)
  const window = familyOf(pid).filter((one) => one !== pid && !cores.includes(one))
  return {
    core: cores.length === 0 ? null : countInMemory(words, cores),
    main: countInMemory(words, [pid]),
    window: countInMemory(words, window),
  }
}

/** The core that held the keys ends at the lock, and another one begins. */
async function lockUntilEnded(page: Page, pid: number): Promise<void> {
  const cores = coresOf(pid)
  await lock(page)
  while (cores.some((core) => existsSync(`/proc/${core}`))) await settle(page)
}

interface Typing {
  readonly words: Words
  readonly dice: Dice
  readonly order: Order
  readonly home: string
  readonly userDataDir: string
  readonly lockAway: Screens['lockAway']
}

async function typeAllOver(page: Page, typing: Typing): Promise<Screens> {
  const { words, dice, order, home, userDataDir, lockAway } = typing
  // A busy machine is slow, not wrong.
  page.setDefaultTimeout(90_000)
  const pool: Pool = new Map()
  const ask = (name: Parameters<typeof askFromPage>[1], input: unknown) => askFromPage(page, name, input)
  const reached = createReached(readFieldUses(), readBuiltSources(join(home, 'sources')))
  const screens: Screens = {
    crawl: { page, words, stick: plugIn(home), tables: writeTables(home, words), reached },
    get: getThrough(ask, pool),
    dice,
    recordPath: join(userDataDir, 'vault/record.db'),
    lockAway,
    // The one run of all tests takes a few ways; by hand there are several, and each takes all.
    isWhole: order.runs > 1,
    onFailure: (failure) => order.onFinding('crashes', failure),
  }
  await typeIntoScreens(screens)
  const forgive = () =>
    screens.get('conceal.set-pin', { pin: concealPin, passphrase: secretsOf(words).author })
  const { missed } = await typeThroughContract({ words, dice, pool, ask, forgive })
  for (const name of missed) order.onFinding('crashes', `a text field of ${name} was not typed into`)
  return screens
}
