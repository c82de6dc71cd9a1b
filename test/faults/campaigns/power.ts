/* oxlint-disable no-await-in-loop -- one trace after the other, one image after the other */
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createDice, type Dice } from '../../properties/dice.ts'
import { makeClinic, temporaryHome } from './busy/home-core.ts'
import { createLedger, type Ledger } from './busy/ledger.ts'
import { lineSchema } from './busy/lines.ts'
import { createLooker, type Look } from './busy/look-inside.ts'
import type { Campaign, Order } from './campaign.ts'
import { createDisk } from './power/disk.ts'
import { canTrace, readTrace, runTraced, type Call } from './power/strace.ts'

const imagesOfTrace = 30
const actsOfTrace = 30
const whyNot = canTrace() ? null : 'this computer has no strace that may trace (Linux: install strace)'

/**
 * The power is cut while a console is busy. A console in a process of its own works under strace, which writes down every
 * byte that it and SQLite hand to the system, every sync, and every acknowledgement between them. From that, disks are
 * made as they could be after a cut at a random moment (`createDisk`), opened by the core's own code and compared with what
 * had been acknowledged before that moment. The next console begins with one of them. What is done and what is lost follows
 * from the seed; ids, keys and times, and with them the bytes, do not.
 *
 * Without strace there is nothing to make disks of, and there are no runs.
 */
export const powerCampaign: Campaign = {
  name: 'power',
  shortRuns: whyNot === null ? 60 : 0,
  fullRuns: 5_000,
  whyNot,
  async run(order) {
    if (whyNot !== null) return
    const clinic = temporaryHome()
    const look = createLooker()
    try {
      await makeClinic(clinic.home)
      for (let from = 0; from < order.runs; from += imagesOfTrace)
        await cutOneTrace({ order, look, home: clinic.home }, from)
    } finally {
      clinic.remove()
    }
  },
}

interface Context {
  readonly order: Order
  readonly look: ReturnType<typeof createLooker>
  /** Where the next console begins. */
  readonly home: string
}

async function cutOneTrace({ order, look, home }: Context, from: number): Promise<void> {
  const dice = createDice(order.seed * 10_007 + from)
  const scratch = mkdtempSync(join(tmpdir(), 'circlekeeper-test-'))
  try {
    const before = join(scratch, 'before')
    cpSync(home, before, { recursive: true })
    const begun = await lookAtCopy(look, before, scratch, false)
    if ('broken' in begun) throw new Error(begun.broken)
    const disk = createDisk(join(home, 'vault'))
    const calls = traceConsole(order, home, dice, scratch, from)
    const ledger = createLedger(begun.facts)
    const count = Math.min(imagesOfTrace, order.runs - from)
    const moments = chooseMoments(calls, count, dice)
    const last = join(scratch, 'image')
    let at = 0
    for (const [index, moment] of moments.entries()) {
      for (; at < moment; at += 1) follow(calls[at], disk, ledger)
      rmSync(last, { recursive: true, force: true })
      mkdirSync(join(last, 'vault'), { recursive: true, mode: 0o700 })
      disk.cut(join(last, 'vault'), createDice(order.seed * 10_007 + from + index))
      const where = `image ${from + index} of seed ${order.seed}, cut at call ${moment} of ${calls.length}`
      const found = await lookAtCopy(look, last, scratch, dice.oneIn(10))
      const isRight = judge(order, found, ledger, where)
      order.onRun()
      // The next console begins with the last one that is as it should be, or where this one began.
      if (isRight && index === moments.length - 1) replace(home, last)
      else if (index === moments.length - 1) replace(home, before)
    }
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}

function traceConsole(order: Order, home: string, dice: Dice, scratch: string, from: number): Call[] {
  const traceFile = join(scratch, 'trace')
  const script = join(import.meta.dirname, 'busy', 'console.ts')
  const args = [script, home, String(dice.below(2 ** 31)), String(actsOfTrace)]
  const code = runTraced(args, traceFile)
  if (code !== 0)
    order.onFinding('crashes', `the console before image ${from} of seed ${order.seed} ended with ${code}`)
  const calls = readTrace(traceFile, join(home, 'vault'))
  rmSync(traceFile)
  return calls
}

/** A third each: anywhere, next to where something becomes certain, and right after names have changed. */
function chooseMoments(calls: readonly Call[], count: number, dice: Dice): number[] {
  const placesOf = (isOne: (kind: Call['kind']) => boolean) =>
    calls.flatMap(({ kind }, at) => (isOne(kind) ? [at] : []))
  const edges = placesOf((kind) => kind !== 'write' && kind !== 'open')
  const renames = placesOf((kind) => kind === 'rename')
  const near = (places: readonly number[], width: number) =>
    Math.min(calls.length, (places[dice.below(Math.max(places.length, 1))] ?? 0) + dice.below(width))
  const moments = Array.from({ length: count }, () => {
    const how = dice.below(3)
    if (how === 0 && renames.length > 0) return near(renames, 9)
    return how === 1 ? near(edges, 2) : dice.below(calls.length + 1)
  })
  return moments.toSorted((one, other) => one - other)
}

function follow(call: Call | undefined, disk: ReturnType<typeof createDisk>, ledger: Ledger): void {
  if (call === undefined) return
  if (call.kind === 'say') for (const line of call.text.trimEnd().split('\n')) ledger.take(readLine(line))
  else disk.take(call)
}

function readLine(line: string) {
  return lineSchema.parse(JSON.parse(line))
}

function judge(order: Order, found: Look, ledger: Ledger, where: string): boolean {
  if ('broken' in found) {
    order.onFinding('corrupted', `${where}: ${found.broken}`)
    return false
  }
  const findings = ledger.judge(found.facts)
  for (const [finding, words] of findings) order.onFinding(finding, `${where}: ${words}`)
  return findings.length === 0
}

async function lookAtCopy(look: Context['look'], home: string, scratch: string, isThorough: boolean) {
  const copy = join(scratch, 'copy')
  rmSync(copy, { recursive: true, force: true })
  cpSync(home, copy, { recursive: true })
  return look(copy, isThorough)
}

function replace(home: string, by: string): void {
  rmSync(home, { recursive: true, force: true })
  cpSync(by, home, { recursive: true })
}
