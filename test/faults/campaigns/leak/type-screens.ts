/* oxlint-disable no-await-in-loop -- one way after the other */
import { readFileSync, writeFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import type { InputOf } from '../../../../src/shared/ipc/contract.ts'
import { definitely } from '../../../core/support/world.ts'
import { title } from '../../../support/drive.ts'
import { settle } from '../../../support/settle.ts'
import type { Dice } from '../../../properties/dice.ts'
import { typeEverywhere, visitEverything, type Crawl } from './crawl.ts'
import { nameOf } from './field-register.ts'
import * as door from './door-steps.ts'
import * as ways from './field-steps.ts'
import type { Reached } from './reached.ts'
import { stock, type Get } from './stock.ts'
import type { Step } from './step.ts'
import { takeStep } from './walk.ts'
import type { Words } from './words.ts'

/** How many ways of each kind a run takes that does not take all. */
const fewSteps = { place: 8, paper: 1, live: 3 } as const
/** The PIN that brings names back, as {@link stock} sets it. */
export const concealPin = '4711'

/** The passphrases of the vault: each holds the word that no document may hold. */
export function secretsOf(words: Words) {
  return { author: `orchard ${words.private} violin`, reviewer: `meadow ${words.private} lantern` } as const
}

export interface Screens {
  readonly crawl: Crawl
  readonly get: Get
  readonly dice: Dice
  /** The file of the record. */
  readonly recordPath: string
  /** Locks; resolves when nothing is left of the core that was open. */
  readonly lockAway: () => Promise<void>
  /** Every way, and whatever one press leads to; else a few of the ways, drawn by lot. */
  readonly isWhole: boolean
  readonly onFailure: (words: string) => void
}

/** Types into the screens: before there is a vault, then in one that has a little of everything. Leaves it open. */
export async function typeIntoScreens(screens: Screens): Promise<void> {
  const { crawl, get, isWhole } = screens
  const { page, words } = crawl
  await page.getByRole('heading', { name: 'About you' }).waitFor()
  await take(screens, door.firstSteps)
  // What was typed there is left; the vault is made through the door, so that its recovery code is known.
  await page.reload()
  await page.getByRole('heading', { name: 'About you' }).waitFor()
  const recoveryCode = await get('vault.propose-recovery-code', {})
  const author = { name: `Dana ${words.record}`, initials: words.short, credentials: words.record }
  const passphrase = secretsOf(words).author
  await get('vault.create', { passphrase, recoveryCode, author, clinic: words.record })
  await stock(get, words, passphrase)
  const later = { name: `Iris ${words.record}`, initials: words.short, credentials: words.record }
  await get('roster.create-facilitator', later)
  await take(screens, some(screens, ways.placeSteps, fewSteps.place))
  await take(screens, ways.tableSteps)
  if (isWhole) await visitEverything(crawl)
  await typeInSession(screens)
}

/** Types where a reviewer may, and at the lock; leaves the vault locked. */
export async function typeAtLock(screens: Screens): Promise<void> {
  const { crawl, get, isWhole, recordPath, lockAway } = screens
  const { page, words } = crawl
  if (isWhole) {
    await lockAway()
    await take(screens, door.restoringSteps)
    const whole = readFileSync(recordPath)
    writeFileSync(recordPath, spoiled(whole))
    await reloadDoor(page)
    await take(screens, door.mendingSteps)
    // The same vault again, for whoever reviews it.
    writeFileSync(recordPath, whole)
    await reloadDoor(page)
    await get('vault.unlock', { kind: 'passphrase', secret: secretsOf(words).reviewer })
    await take(screens, door.reviewSteps)
  }
  await lockAway()
  await take(screens, door.lockedSteps)
}

async function reloadDoor(page: Page): Promise<void> {
  await page.reload()
  await title(page, 'Unlock').waitFor()
}

/** Another byte in the middle of its first page, without which nothing of it opens. */
function spoiled(whole: Buffer): Buffer {
  const bytes = Buffer.from(whole)
  bytes.writeUInt8(bytes.readUInt8(2_000) ^ 0x41, 2_000)
  return bytes
}

async function typeInSession(screens: Screens): Promise<void> {
  const { crawl, get } = screens
  const { groups, facilitators } = await get('roster.read', {})
  const [group, lead] = [definitely(groups[0]), definitely(facilitators[0])]
  const { sessionId } = await get('session.prepare', {
    groupId: group.id,
    topic: `Before ${crawl.words.record}`,
    leadId: lead.id,
    coLeadIds: [],
    plannedStartMs: null,
  })
  await take(screens, some(screens, ways.paperSteps, fewSteps.paper))
  const act = (command: InputOf<'session.act'>['command']) => get('session.act', { sessionId, command })
  await act({ type: 'arrive-all' })
  await act({ type: 'start', end: 'full-length' })
  await take(screens, some(screens, ways.liveSteps, fewSteps.live))
  await take(screens, [ways.concealStep])
  await crawl.page.getByLabel(/passphrase$/i).fill(concealPin)
  await crawl.page.keyboard.press('Enter')
  await act({ type: 'end' })
}

/** Goes those ways one after the other. Of each is known which fields it leads to. */
async function take(screens: Screens, steps: readonly Step[]): Promise<void> {
  const { crawl, onFailure } = screens
  for (const step of steps) {
    try {
      await takeStep(crawl, step)
    } catch (error) {
      // Never its text, which may hold what stands on the screen.
      onFailure(
        `the way to ${step.name} is not there: ${error instanceof Error ? error.name : 'not an error'}`,
      )
      continue
    }
    // What a screen reads first may come later.
    for (let tries = 0; tries < 100 && untouchedOf(step, crawl).size > 0; tries += 1) {
      await settle(crawl.page)
      await typeEverywhere(crawl)
    }
    for (const file of untouchedOf(step, crawl))
      onFailure(`the way to ${step.name} types into nothing of ${file}`)
  }
}

function untouchedOf({ reaches }: Step, { reached }: Crawl): ReadonlySet<string> {
  const touched = new Set(reached.uses().map(({ file }) => file))
  return new Set(reaches).difference(touched)
}

function some({ dice, isWhole }: Screens, steps: readonly Step[], count: number): readonly Step[] {
  if (isWhole) return steps
  const left = [...steps]
  return Array.from({ length: count }, () => left.splice(dice.below(left.length), 1)).flat()
}

/** The fields of the source that no way led to, as a person reads them. */
export function namesOfMissing(reached: Reached): readonly string[] {
  return reached.missing().map(nameOf)
}
