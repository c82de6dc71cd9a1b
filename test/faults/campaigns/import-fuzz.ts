/* oxlint-disable no-await-in-loop -- one file after the other */
import { isDeepStrictEqual } from 'node:util'
import type { DoneImport, ImportTable } from '../../../src/shared/ipc/import-calls.ts'
import { verifyAll } from '../../../src/main/core/session/verify.ts'
import type { Mapping } from '../../../src/shared/import/mapping.ts'
import { importFieldSchema } from '../../../src/shared/import/mapping.ts'
import { openRooms } from '../../core/support/open-rooms.ts'
import { valueOf } from '../../core/support/world.ts'
import { createDice, type Dice } from '../../properties/dice.ts'
import type { Campaign, Order } from './campaign.ts'
import { openAgendaDesk, type AgendaDesk } from './import-fuzz-agendas.ts'
import { openBackupDesk, type BackupDesk } from './import-fuzz-backups.ts'
import { hashRecord, listPeople, openDesk, openInMemory, type ImportDesk } from './import-fuzz-desk.ts'
import { openPaperDesk, type PaperDesk } from './import-fuzz-papers.ts'
import { spoil, strangeFile, writeKnownTable, type KnownTable } from './import-fuzz-tables.ts'

/** Histories only grow: after so many files the next go into another record. */
const perRecord = 100
/** One record in this many is an encrypted one on disk. */
const onDiskIn = 125
const onDiskFiles = 20

/**
 * Files at random through all of the import: read, shown, taken over, taken back. Of a whole table is known what has to be
 * on file; of any file has to be known that it left all or nothing, and nothing once it was taken back. As many files are
 * shown to a vault that says whether it wrote them: papers of its own, and papers that were changed. As many backups are
 * read: whole ones, and those that somebody changed, or that never were any; and as many agendas, for a group to take over.
 */
export const importFuzzCampaign: Campaign = {
  name: 'import-fuzz',
  shortRuns: 600,
  fullRuns: 100_000,
  about:
    'each shows a table to import, a backup to restore, an agenda template to take over and a paper to verify',
  async run(order) {
    const papers = await openPaperDesk()
    for (let index = 0; index < order.runs; index += 1) await tryPaper(papers, index, order)
    papers.close()
    const backups = await openBackupDesk()
    for (let index = 0; index < order.runs; index += 1) await tryBackup(backups, index, order)
    const agendas = await openAgendaDesk()
    for (let index = 0; index < order.runs; index += 1) await tryAgenda(agendas, index, order)
    for (let first = 0; first < order.runs; first += perRecord) {
      const last = Math.min(order.runs, first + perRecord)
      let from = first
      if (first % (perRecord * onDiskIn) === 0) {
        const rooms = await openRooms()
        const check = () => verifyAll(rooms.vault.record).every(({ firstBreak }) => firstBreak === null)
        from = Math.min(last, first + onDiskFiles)
        await tryFiles(openDesk(rooms.vault.record, check), first, from, order)
        rooms.close()
      }
      await tryFiles(openInMemory(), from, last, order)
    }
  },
}

/** A file for the vault to say what it is: one of these for every table. */
async function tryPaper(desk: PaperDesk, index: number, { seed, onFinding }: Order): Promise<void> {
  const place = `seed ${seed}, paper ${index}`
  try {
    const wrong = await desk.tryFile(createDice(Math.imul(seed, 0x27d4eb2f) + Math.imul(index, 0x165667b1)))
    if (wrong !== null) onFinding('wrongAnswers', `${place}: ${wrong}`)
  } catch (error) {
    onFinding('crashes', `${place}: ${error instanceof Error ? error.name : 'not an error'}`)
  }
}

/** A backup for the vault to restore: likewise. */
async function tryBackup(desk: BackupDesk, index: number, { seed, onFinding }: Order): Promise<void> {
  const found = await desk.tryBackup(createDice(Math.imul(seed, 0x85ebca6b) + Math.imul(index, 0x2c1b3c6d)))
  if (found !== null) onFinding(found[0], `seed ${seed}, backup ${index}: ${found[1]}`)
}

/** An agenda for a group to take over: likewise. */
async function tryAgenda(desk: AgendaDesk, index: number, { seed, onFinding }: Order): Promise<void> {
  const place = `seed ${seed}, agenda ${index}`
  try {
    const wrong = await desk.tryFile(createDice(Math.imul(seed, 0x3c6ef372) + Math.imul(index, 0x51ed270b)))
    if (wrong !== null) onFinding('wrongAnswers', `${place}: ${wrong}`)
  } catch (error) {
    onFinding('crashes', `${place}: ${error instanceof Error ? error.name : 'not an error'}`)
  }
}

/** The console did something else than what was expected of it. */
class Differs extends Error {}

async function tryFiles(desk: ImportDesk, first: number, last: number, order: Order): Promise<void> {
  const { seed, onFinding, onRun } = order
  for (let index = first; index < last; index += 1) {
    const dice = createDice(Math.imul(seed, 0x9e3779b1) + Math.imul(index, 0xc2b2ae35))
    const place = `seed ${seed}, file ${index}`
    try {
      await tryFile(desk, dice, index)
    } catch (error) {
      if (error instanceof Differs) onFinding('wrongAnswers', `${place}: ${error.message}`)
      else onFinding('crashes', `${place}: ${error instanceof Error ? error.name : 'not an error'}`)
    }
    onRun()
  }
  if (desk.check() === false) onFinding('corrupted', `seed ${seed}, after file ${last - 1}`)
}

async function tryFile(desk: ImportDesk, dice: Dice, index: number): Promise<void> {
  const known = writeKnownTable(dice, index)
  const before = hashRecord(desk.record, 'roster')
  const isWhole = dice.oneIn(2)
  const bytes = isWhole ? known.bytes : dice.oneIn(4) ? strangeFile(dice) : spoil(dice, known.bytes)
  const done = await takeOver(desk, dice, bytes, isWhole)
  if (isWhole) holdKnown(desk, known, done)
  if (done !== null) valueOf(await desk.calls['import.undo']({ importId: done.importId }))
  if (hashRecord(desk.record, 'roster') !== before)
    throw new Differs(
      done === null ? 'an import that failed left something' : 'taken back, something is left',
    )
}

/** Reads a file, looks at it and takes it over; null where nothing was to be taken over. */
async function takeOver(
  desk: ImportDesk,
  dice: Dice,
  bytes: Uint8Array,
  isWhole: boolean,
): Promise<DoneImport | null> {
  const before = hashRecord(desk.record, 'all')
  const peopleBefore = listPeople(desk.record).length
  const taken = desk.take({ bytes })
  if (!taken.ok) return null
  const mapping = isWhole || dice.oneIn(2) ? taken.value.mapping : anyMapping(dice, taken.value)
  const first = valueOf(await desk.calls['import.preview']({ mapping, decisions: [] }))
  // What cannot be taken over is left out, mostly.
  const decisions =
    isWhole || dice.oneIn(3)
      ? []
      : first.lines
          .filter(({ problems }) => problems.length > 0)
          .map(({ line }) => ({ line, fate: 'left-out' as const }))
  const preview = valueOf(await desk.calls['import.preview']({ mapping, decisions }))
  if (hashRecord(desk.record, 'all') !== before) throw new Differs('looking at a table changed the record')
  valueOf(await desk.calls['import.commit']({ mapping, decisions }))
  desk.finish()
  const state = valueOf(await desk.calls['import.state']({}))
  if (state.stage !== 'done') {
    if (hashRecord(desk.record, 'all') !== before) throw new Differs('a part was taken over')
    if (preview.problemCount === 0) throw new Differs('a table without a problem was not taken over')
    return null
  }
  holdPreview(desk, { bytes, peopleBefore, done: state.done, expected: preview.counts })
  if (preview.problemCount > 0) throw new Differs('a table with a problem was taken over')
  return state.done
}

function anyMapping(dice: Dice, { sample, mapping }: ImportTable): Mapping {
  const fields = importFieldSchema.options
  const width = Math.max(...sample.map((row) => row.length))
  return {
    ...mapping,
    hasHeadings: dice.oneIn(2),
    columns: Array.from({ length: Math.min(60, width) }, () =>
      dice.oneIn(3) ? null : (fields[dice.below(dice.oneIn(2) ? 3 : fields.length)] ?? null),
    ),
  }
}

interface Claim {
  readonly bytes: Uint8Array
  readonly peopleBefore: number
  readonly done: DoneImport
  readonly expected: DoneImport['counts']
}

function holdPreview({ record }: ImportDesk, { bytes, peopleBefore, done, expected }: Claim): void {
  if (!isDeepStrictEqual(done.counts, expected)) throw new Differs('other counts than were shown')
  const brought = listPeople(record).slice(peopleBefore)
  if (brought.length !== expected.members) throw new Differs('other people than were counted')
  const readings = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'].map((encoding) =>
    new TextDecoder(encoding).decode(bytes).replaceAll('"', ''),
  )
  for (const { name, chartId } of brought)
    for (const cell of [name, chartId])
      if (!readings.some((text) => text.includes(cell.replaceAll('"', ''))))
        throw new Differs('somebody was brought who does not stand in the file')
}

function holdKnown({ record }: ImportDesk, { people }: KnownTable, done: DoneImport | null): void {
  if (done === null) throw new Differs('a whole table was not taken over')
  const expected = people.map(({ name, chartId, group }) => ({ name, chartId, groups: group }))
  if (!isDeepStrictEqual(listPeople(record).slice(-people.length), expected))
    throw new Differs('who was brought is not who stands in the table')
}
