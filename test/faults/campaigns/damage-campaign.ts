/* oxlint-disable no-await-in-loop -- one vault after the other */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Store } from '../../../src/main/core/vault/store-error.ts'
import { createDice, type Dice } from '../../properties/dice.ts'
import { tryBackup, makeBackupToDamage } from './damaged-backup.ts'
import type { Campaign, Finding, Order } from './campaign.ts'
import { commitEndsOf, type Harm } from './damage.ts'
import {
  bySecret,
  makeVaultToDamage,
  putFiles,
  type Files,
  type Image,
  type MadeVault,
  type VaultFile,
} from './damaged-vault.ts'
import { readByKeys, readBySecret, type Heard, type Reading } from './read-vault.ts'

/**
 * How many vaults are unlocked with a passphrase rather than by their keys, which takes longer: each whose header is
 * harmed, and one in so many of the others.
 */
const unlockedOneIn = 25

/** How many runs harm a backup instead: there, any byte of any file is found, whether it is read or not, and a whole one is read. */
const backupOneIn = 6

/**
 * Harms one file of a vault in every run, or of a backup, opens the vault and reads everything in it. What counts:
 *
 * - `wrongAnswers`: an answer that was read and is not what stood there; answers that cannot all be of one moment; a
 *   harmed header that opens the vault; a failure that blames another file, or the disk.
 * - `crashes`: anything thrown that is no `StoreError`.
 * - Nothing, where each answer is what it was before or the failure that names the harmed file. Bytes that SQLite does not
 *   read (free pages, pages that the log holds anew, what stands behind a log's last transaction) may change unnoticed: then
 *   everything is read as it was.
 * - Nothing either, where a write-ahead log lost its end and the vault is as it was after one of its earlier transactions,
 *   whole and the same in every answer (_the lost tail_). A log that was cut looks like one that a crash cut, wherever that is;
 *   harmed within, only its last transaction does, or the one before where the head of that one's last frame was harmed.
 *   What was acknowledged after that is gone: this is not counted as found, because nothing that was never written is
 *   served, but it is no detection. What is read and is no such state counts as wrong.
 * - Nothing, lastly, where a page of a database is put back as it was earlier under the same key, as a disk does that loses a
 *   write: its MAC is right, and the format does not promise that this is noticed. Such a vault may not crash the console,
 *   and what it tells must name the file; what is read is not compared.
 *
 * Not harmed are the logs of the image `checkpointed`: their first pages alone, laid over a database that is newer, are
 * a mixture that SQLite cannot tell from a log that a crash cut short.
 */
export function damageCampaign(
  name: string,
  fullRuns: number,
  shortRuns: number,
  harm: Harm,
  mayLose: MayLose,
): Campaign {
  return { name, fullRuns, shortRuns, run: (order) => harmAgainAndAgain(order, harm, mayLose) }
}

/** Up to how many of a log's last transactions may be lost without a word. */
type MayLose = number

async function harmAgainAndAgain(order: Order, harm: Harm, mayLose: MayLose): Promise<void> {
  const made = await makeVaultToDamage()
  const backup = await makeBackupToDamage()
  const known = new Map<Image, KnownStates>()
  for (const image of made.images) known.set(image, await statesOf(image, made))
  for (let index = 0; index < order.runs; index += 1) {
    const dice = createDice(Math.imul(order.seed, 0x9e3779b1) + index)
    if (dice.oneIn(backupOneIn)) {
      const found = await tryBackup(dice, harm, backup)
      if (found !== null) order.onFinding(found[0], `seed ${order.seed}, run ${index}: ${found[1]}`)
      order.onRun()
      continue
    }
    const image = dice.pick(made.images)
    const states = known.get(image)
    if (states === undefined) throw new Error('an image that was never read')
    const [file, bytes] = pickFile(dice, image)
    const { bytes: harmed, words, isOlder } = harm(dice, bytes, made.older.get(file), file)
    const isUnlocked = file === 'vault.json' || dice.oneIn(unlockedOneIn)
    const reading = await readFiles(new Map(image.files).set(file, harmed), made, isUnlocked)
    const where = `seed ${order.seed}, run ${index}, ${image.name}: ${file}: ${words}`
    const findings = [
      ...judgeTold(reading, file),
      ...(isOlder ? [] : judgeRead(reading, file, states, mayLose)),
    ]
    // One of a run: what else is wrong in it follows from the same bytes.
    const [first] = findings
    if (first !== undefined) order.onFinding(first[0], `${where}: ${first[1]}`)
    order.onRun()
  }
}

/** What may be read of an image: the whole of it, and by harmed log what its earlier transactions left, the last first. */
interface KnownStates {
  readonly whole: Reading
  readonly earlier: Readonly<Record<Store, readonly Reading[]>>
}

async function statesOf(image: Image, made: MadeVault): Promise<KnownStates> {
  const whole = await readFiles(image.files, made, false)
  for (const [words, heard] of whole)
    if (heard.kind !== 'read') throw new Error(`what nobody harmed cannot be read: ${words}`)
  return {
    whole,
    earlier: {
      record: await earlierOf('record', image, made),
      private: await earlierOf('private', image, made),
    },
  }
}

async function earlierOf(store: Store, image: Image, made: MadeVault): Promise<Reading[]> {
  const readings: Reading[] = []
  const file = `${store}.db-wal` as const
  const wal = image.files.get(file)
  if (wal === undefined || image.name === 'checkpointed') return readings
  for (const end of [0, ...commitEndsOf(wal)].slice(0, -1))
    readings.unshift(await readFiles(new Map(image.files).set(file, wal.subarray(0, end)), made, false))
  return readings
}

async function readFiles(files: Files, { keys, about }: MadeVault, isUnlocked: boolean): Promise<Reading> {
  const home = mkdtempSync(join(tmpdir(), 'circlekeeper-test-'))
  try {
    const folder = join(home, 'vault')
    mkdirSync(folder)
    putFiles(folder, files)
    return isUnlocked ? await readBySecret(folder, bySecret, about) : await readByKeys(folder, keys, about)
  } finally {
    rmSync(home, { recursive: true, force: true })
  }
}

function pickFile(dice: Dice, { name, files }: Image): [VaultFile, Buffer] {
  const mayHarm = (file: VaultFile) => name !== 'checkpointed' || !file.endsWith('-wal')
  const [first, ...others] = [...files].filter(([file, bytes]) => bytes.length > 0 && mayHarm(file))
  if (first === undefined) throw new Error('a vault without files')
  return dice.pick([first, ...others])
}

const namesOf: Readonly<Record<VaultFile, readonly string[]>> = {
  'vault.json': ['damaged-header', 'newer-version', 'weakened'],
  'record.db': ['damaged-record'],
  'record.db-wal': ['damaged-record', 'damaged-record-log'],
  'private.db': ['damaged-private'],
  'private.db-wal': ['damaged-private', 'damaged-private-log'],
}

/** What was said in the place of an answer: the failure of the harmed file, or nothing. */
function judgeTold(reading: Reading, file: VaultFile): [Finding, string][] {
  return [...reading].flatMap(([words, heard]): [Finding, string][] => {
    if (heard.kind === 'threw') return [['crashes', `${words} threw ${heard.name}`]]
    if (heard.kind === 'read' || namesOf[file].includes(heard.code)) return []
    return [['wrongAnswers', `${words} was answered with ${heard.code}`]]
  })
}

/** What was read: all of it of one moment, and of the last one unless a log was harmed. */
function judgeRead(
  reading: Reading,
  file: VaultFile,
  { whole, earlier }: KnownStates,
  mayLose: MayLose,
): [Finding, string][] {
  // No byte of a header is without meaning.
  if (file === 'vault.json')
    return reading.get('open')?.kind === 'read' ? [['wrongAnswers', 'the vault opened']] : []
  const differing = differencesTo(whole, reading)
  const store = file === 'record.db-wal' ? 'record' : 'private'
  const logged = file.endsWith('-wal') ? earlier[store].slice(0, mayLose) : []
  if (differing.length === 0 || logged.some((state) => differencesTo(state, reading).length === 0)) return []
  return [['wrongAnswers', `${differing.length} answers are not what was written, ${differing[0]} first`]]
}

/** The questions to which something else was read. What was told to be damaged differs from nothing. */
function differencesTo(state: Reading, reading: Reading): readonly string[] {
  const differs = ([words, heard]: readonly [string, Heard]) => {
    const before = state.get(words)
    return heard.kind === 'read' && (before?.kind !== 'read' || before.digest !== heard.digest)
  }
  return [...reading].filter(differs).map(([words]) => words)
}
