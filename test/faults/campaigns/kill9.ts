/* oxlint-disable no-await-in-loop -- one vault after the other, one kill after the other */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { findChromium } from '../../../src/stand-in/find-chromium.ts'
import { createDice, type Dice } from '../../properties/dice.ts'
import { workAndKill } from './busy/at-window.ts'
import { makeClinic, temporaryHome } from './busy/home-core.ts'
import { createLedger, type Ledger } from './busy/ledger.ts'
import { lineSchema } from './busy/lines.ts'
import { createLooker } from './busy/look-inside.ts'
import type { Campaign, Order } from './campaign.ts'

const hasWindow = findChromium() !== undefined

/** So many kills hit the same vault before another one takes its place. */
const killsInARow = 20

/** A console that starts mostly waits; several of them, each with a vault of its own, are killed side by side. */
const lanes = availableParallelism() + 1

/**
 * The whole console, with its window, which asks for everything, is killed at a random instant: while it unlocks, between
 * two writes, in the middle of one, while it writes a database anew under another key. Where there is no browser for the
 * window it is the core alone, busy in a process of its own. What it left is compared with what it had asked for and what
 * had been acknowledged, and the next console goes on with it. What the console does follows from the seed; the instant of
 * the kill is the computer's.
 */
export const kill9Campaign: Campaign = {
  name: 'kill9',
  shortRuns: 8,
  fullRuns: 2_000,
  about: hasWindow
    ? 'each kills every process of the console, with its window'
    : 'each kills the console’s core: there is no browser for its window',
  async run(order) {
    const clinic = temporaryHome()
    const look = createLooker()
    try {
      await makeClinic(clinic.home)
      const context = { order, look, clinic: clinic.home }
      let next = 0
      const takeRows = async () => {
        while (next < order.runs) {
          const from = next
          next += killsInARow
          await killRow(context, from, Math.min(order.runs, next))
        }
      }
      await Promise.all(Array.from({ length: lanes }, takeRows))
    } finally {
      clinic.remove()
    }
  },
}

interface Context {
  readonly order: Order
  readonly look: ReturnType<typeof createLooker>
  readonly clinic: string
}

async function killRow(context: Context, from: number, until: number): Promise<void> {
  for (let index = from; index < until;) index = await killInARow(context, index, until)
}

/** Answers which run is the first on another vault: nothing is to be learnt from what stands behind a finding. */
async function killInARow({ order, look, clinic }: Context, from: number, until: number): Promise<number> {
  const { home, remove } = temporaryHome()
  try {
    cpSync(clinic, home, { recursive: true })
    const begun = await look(clinic, false)
    if ('broken' in begun) throw new Error(begun.broken)
    const ledger = createLedger(begun.facts)
    for (let index = from; index < until; index += 1) {
      const isRight = await killOnce({ order, look, home, ledger }, index)
      order.onRun()
      if (!isRight) return index + 1
    }
    return until
  } finally {
    remove()
  }
}

interface Run extends Omit<Context, 'clinic'> {
  readonly home: string
  readonly ledger: Ledger
}

async function killOnce({ order, look, home, ledger }: Run, index: number): Promise<boolean> {
  const dice = createDice(order.seed * 10_007 + index)
  const where = `kill ${index} of seed ${order.seed}`
  const ended = hasWindow
    ? await workAndKill(home, dice, (line) => ledger.take(line))
    : await runAndKill(home, dice, ledger)
  if (ended !== 'killed') order.onFinding('crashes', `${where}: the console ended by itself, ${ended}`)
  // The next console settles what this one left: a copy is looked at.
  const copy = temporaryHome()
  try {
    cpSync(home, copy.home, { recursive: true })
    const found = await look(copy.home, dice.oneIn(8))
    if ('broken' in found) {
      order.onFinding('corrupted', `${where}: ${found.broken}`)
      return false
    }
    const findings = ledger.judge(found.facts)
    for (const [finding, words] of findings) order.onFinding(finding, `${where}: ${words}`)
    ledger.adopt(found.facts)
    return findings.length === 0
  } finally {
    copy.remove()
  }
}

/** Lets a console run for a while, and hands over what it says. */
async function runAndKill(home: string, dice: Dice, ledger: Ledger): Promise<string> {
  const script = join(import.meta.dirname, 'busy', 'console.ts')
  const args = [script, home, String(dice.below(2 ** 31)), String(Number.MAX_SAFE_INTEGER)]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  const exited = once(child, 'exit')
  // Some die while they start or unlock.
  let isTiming = dice.oneIn(6)
  const delayMs = dice.below(isTiming ? 1_500 : 400)
  const kill = () => void wait(delayMs).then(() => child.kill('SIGKILL'))
  if (isTiming) kill()
  let rest = ''
  for await (const chunk of child.stdout.setEncoding('utf8')) {
    const lines = `${rest}${chunk}`.split('\n')
    // Of a line that was cut short nobody has read anything.
    rest = lines.pop() ?? ''
    for (const line of lines) {
      ledger.take(lineSchema.parse(JSON.parse(line)))
      if (isTiming) continue
      isTiming = true
      kill()
    }
  }
  const [code, signal] = await exited
  return code === null && signal === 'SIGKILL' ? 'killed' : `${code ?? signal}`
}
