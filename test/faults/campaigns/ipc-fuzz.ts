/* oxlint-disable no-await-in-loop -- the order of the calls is what a seed brings back */
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openWithKeys } from '../../../src/main/core/vault/open-vault.ts'
import { withKeys } from '../../../src/main/core/vault/unlock-vault.ts'
import type { Failure } from '../../../src/shared/ipc/failure.ts'
import { succeed } from '../../../src/shared/result.ts'
import { passphrase, valueOf } from '../../core/support/world.ts'
import { createDice, type Dice } from '../../properties/dice.ts'
import type { Campaign, Order } from './campaign.ts'
import { checkAftermath } from './fuzz-aftermath.ts'
import { createCaller, type Start } from './fuzz-caller.ts'
import { openHouse } from './fuzz-house.ts'
import type { Pool } from './fuzz-inputs.ts'
import { prepareParts, type HouseParts } from './fuzz-main.ts'
import { fillVault, readHistory } from './fuzz-vault.ts'
import { watch } from './fuzz-watch.ts'

/** Calls on one copy of the vault: so many that it fills with what was meant and what was not, and stays quick. */
const callsPerVault = 2_000
// Which of these a vault is opened as; more often as whom more is allowed.
const starts = ['author', 'author', 'author', 'author', 'reviewer', 'reviewer', 'locked', 'absent'] as const
// However few vaults there are: as whom most is allowed comes first, and is not left to luck.
const firstStarts: readonly Start[] = ['author', 'reviewer', 'locked']

/**
 * Random and mutated calls at the door, with the core's and main's own code behind it and a real vault: as its author, as a
 * reviewer, with the names concealed, locked, and before there is any.
 */
export const ipcFuzzCampaign: Campaign = {
  name: 'ipc-fuzz',
  shortRuns: 6_000,
  fullRuns: 1_000_000,
  async run(order) {
    const folder = mkdtempSync(join(tmpdir(), 'circlekeeper-test-'))
    const thrown = (error: unknown) =>
      order.onFinding(
        'crashes',
        `thrown between calls: ${error instanceof Error ? error.name : typeof error}`,
      )
    process.on('uncaughtException', thrown)
    const parts = await prepareParts()
    try {
      const first = await makeFirstVault(join(folder, 'first'), parts)
      for (let done = 0, vault = 0; done < order.runs; done += callsPerVault, vault += 1) {
        const runs = Math.min(callsPerVault, order.runs - done)
        await fuzzVault({ ...order, runs }, { vault, first, parts, folder: join(folder, `vault ${vault}`) })
      }
    } finally {
      process.off('uncaughtException', thrown)
      await parts.close()
      rmSync(folder, { recursive: true, force: true })
    }
  },
}

interface FirstVault {
  readonly folder: string
  readonly pool: Pool
  /** When it was left. */
  readonly wallMs: number
  readonly history: ReturnType<typeof readHistory>
}

async function makeFirstVault(folder: string, parts: HouseParts): Promise<FirstVault> {
  const house = openHouse(folder, createDice(1), parts)
  const pool: Pool = new Map()
  await fillVault(house, pool)
  await house.core.run('shut-down', null)
  const secret = { kind: 'passphrase', secret: passphrase } as const
  const history = await withKeys<FirstVault['history'], Failure>(house.paths.vaultDir, secret, (keys) => {
    const vault = valueOf(openWithKeys(house.paths.vaultDir, keys, 'kept'))
    const read = readHistory(vault.record)
    vault.close()
    return succeed(read)
  })
  return { folder, pool, wallMs: house.clock.read().wallMs, history: valueOf(history) }
}

interface Place {
  readonly vault: number
  readonly first: FirstVault
  readonly parts: HouseParts
  readonly folder: string
}

/** One vault's calls. They hang on the seed and the vault's number alone, so that they can be brought back alone. */
async function fuzzVault({ runs, seed, onFinding, onRun }: Order, { vault, first, parts, folder }: Place) {
  const dice = createDice(Math.imul(seed, 0x9e3779b1) ^ Math.imul(vault + 1, 0x85ebca6b))
  const chosen: Start = dice.pick(starts)
  const start = firstStarts[vault] ?? chosen
  if (start !== 'absent') cpSync(first.folder, folder, { recursive: true })
  const house = openHouse(folder, dice, parts, first.wallMs + 60_000)
  let call = 0
  const tell: Order['onFinding'] = (finding, words) =>
    onFinding(finding, `seed ${seed}, vault ${vault} (${start}), call ${call}: ${words}`)
  const pool = new Map([...first.pool].map(([kind, ids]) => [kind, [...ids]]))
  const watching = watch(house.beside)
  const caller = createCaller({ house, dice, pool, start, watch: watching, tell })
  try {
    await caller.begin()
    while (call < runs) {
      const together = Math.min(runs - call, burst(dice))
      await caller.ask(together)
      for (let each = 0; each < together; each += 1) onRun()
      call += together
    }
    await caller.end()
    watching.end()
    await checkAftermath(house, caller.promised, start === 'absent' ? new Map() : first.history, tell)
  } finally {
    watching.end()
    await house.core.run('shut-down', null)
    rmSync(folder, { recursive: true, force: true })
  }
}

// A window does not wait for one answer before it asks again.
function burst(dice: Dice): number {
  return dice.oneIn(20) ? 2 + dice.below(5) : 1
}
