/* oxlint-disable no-await-in-loop -- one disk after the other, one act after the other */
import { cpSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { createDice, type Dice } from '../../properties/dice.ts'
import { mountSmallDisk, type SmallDisk } from '../../support/small-disk.ts'
import { makeClinic, temporaryHome } from './busy/home-core.ts'
import type { Facts } from './busy/ledger.ts'
import { createLooker } from './busy/look-inside.ts'
import type { Campaign, Finding, Order } from './campaign.ts'
import { createHeldDesk, WrongAnswer, type HeldDesk } from './enospc/held-desk.ts'

/** So many times the same disk fills up before another one takes its place. */
const runsOfDisk = 20
const diskBytes = 16 * 1024 * 1024
const whyNot = canMount() ? null : 'this user may not mount a disk (Linux: root may)'

/**
 * A console works at a session on a small file system of its own, which fills up at a random instant and later has room
 * again; in between the vault may be locked and unlocked. A copy of its files, as a crash would leave them, is opened while
 * it is full and when it is free again: what was told to be saved is there, what was told to wait is there in the end, and
 * nothing else. While a session runs, a full disk refuses nothing that belongs to it, and nobody the way back in.
 *
 * Where this computer lets nobody mount a disk there are no runs.
 */
export const enospcCampaign: Campaign = {
  name: 'enospc',
  shortRuns: whyNot === null ? 20 : 0,
  fullRuns: 500,
  whyNot,
  async run(order) {
    if (whyNot !== null) return
    const clinic = temporaryHome()
    const look = createLooker()
    try {
      await makeClinic(clinic.home)
      for (let from = 0; from < order.runs; from += runsOfDisk)
        await fillOneDisk({ order, look, clinic: clinic.home }, from)
    } finally {
      clinic.remove()
    }
  },
}

function canMount(): boolean {
  const { home, remove } = temporaryHome()
  const disk = mountSmallDisk(join(home, 'disk'), diskBytes)
  if (typeof disk !== 'string') disk.remove()
  remove()
  return typeof disk !== 'string'
}

interface Context {
  readonly order: Order
  readonly look: ReturnType<typeof createLooker>
  readonly clinic: string
}

async function fillOneDisk({ order, look, clinic }: Context, from: number): Promise<void> {
  const { home, remove } = temporaryHome()
  const disk = mountSmallDisk(join(home, 'disk'), diskBytes)
  if (typeof disk === 'string') throw new Error(disk)
  try {
    cpSync(clinic, disk.path, { recursive: true })
    const begun = await look(clinic, false)
    if ('broken' in begun) throw new Error(begun.broken)
    const desk = createHeldDesk(disk.path, begun.facts)
    await desk.unlock()
    const until = Math.min(order.runs, from + runsOfDisk)
    for (let index = from; index < until; index += 1) {
      await fillOnce({ order, look, disk, desk, scratch: join(home, 'copy') }, index)
      order.onRun()
    }
    await desk.core.run('shut-down', null)
  } finally {
    disk.remove()
    remove()
  }
}

interface Run extends Omit<Context, 'clinic'> {
  readonly disk: SmallDisk
  readonly desk: HeldDesk
  readonly scratch: string
}

async function fillOnce(run: Run, index: number): Promise<void> {
  const { order, disk, desk } = run
  const dice = createDice(order.seed * 10_007 + index)
  const where = `disk ${index} of seed ${order.seed}`
  try {
    await desk.unlock()
    await actFor(desk, dice, dice.below(12))
    disk.fill(dice.below(24))
    await actFor(desk, dice, 1 + dice.below(25))
    if (dice.oneIn(4)) await comeAndGo(desk)
    await judge(run, `${where}, full`, desk.asked)
    if (dice.oneIn(3)) await actFor(desk, dice, dice.below(12))
    disk.free()
    if (dice.oneIn(4)) await comeAndGo(desk)
    // Without a session that runs, nobody gets in on a full disk; now they do.
    await desk.unlock()
    await desk.core.beat()
    if (desk.isWaiting()) order.onFinding('acknowledgedLost', `${where}: it waits although there is room`)
    await judge(run, `${where}, free again`, new Set())
  } catch (error) {
    const finding = error instanceof WrongAnswer ? 'wrongAnswers' : 'crashes'
    order.onFinding(finding, `${where}: ${error instanceof Error ? error.message : 'thrown'}`)
    disk.free()
  }
}

async function actFor(desk: HeldDesk, dice: Dice, count: number): Promise<void> {
  for (let act = 0; act < count; act += 1) await desk.act(dice)
}

async function comeAndGo({ core, unlock }: HeldDesk): Promise<void> {
  await core.call('vault.lock', {})
  await unlock()
}

/** `asked`: private notes that a crash may leave, for they are written before it is known that they are kept. */
async function judge(
  { order, look, disk, desk, scratch }: Run,
  where: string,
  asked: ReadonlySet<string>,
): Promise<void> {
  rmSync(scratch, { recursive: true, force: true })
  mkdirSync(scratch)
  cpSync(join(disk.path, 'vault'), join(scratch, 'vault'), { recursive: true })
  const found = await look(scratch, false)
  if ('broken' in found) return order.onFinding('corrupted', `${where}: ${found.broken}`)
  for (const [finding, words] of compare(desk, found.facts, asked))
    order.onFinding(finding, `${where}: ${words}`)
}

const followed = /^(?:event|note|private)\//

function compare({ told, saved }: HeldDesk, found: Facts, asked: ReadonlySet<string>): [Finding, string][] {
  const findings: [Finding, string][] = []
  for (const [place, text] of saved())
    if (found.get(place) !== text) findings.push(['acknowledgedLost', place])
  for (const [place, text] of found)
    if (
      followed.test(place) &&
      told.get(place) !== text &&
      !(place.startsWith('private/') && asked.has(text))
    )
      findings.push(['wrongAnswers', `never told: ${place}`])
  return findings
}
