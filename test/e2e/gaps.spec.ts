import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import type { Locator, Page } from 'playwright-core'
import { createChecker } from '../support/audit.ts'
import { prepareSession, unlock } from '../support/drive.ts'
import * as live from '../support/drive-live.ts'
import { launchConsole, type ClockReading, type LaunchedConsole } from '../support/launch.ts'
import { createTimepiece, type Timepiece } from '../support/timepiece.ts'
import { readLogs, stockedGroup, stockVault, type StockedVault } from '../support/vault-jobs.ts'
import { startWallMs } from './fixtures.ts'

// One session that is killed, and slept through. Each test goes on where the one before was.
test.describe.configure({ mode: 'serial' })

const env = { TZ: 'America/Chicago', LC_ALL: 'C', LANGUAGE: 'en_US' }

let userDataDir: string
let vault: StockedVault
let app: LaunchedConsole
let timepiece: Timepiece
let reading: ClockReading
let page: Page

test.beforeAll(async () => {
  userDataDir = mkdtempSync(join(tmpdir(), 'circlekeeper-gaps-'))
  vault = stockVault(userDataDir)
  timepiece = createTimepiece(startWallMs, async (moved) => {
    reading = moved
    if (page !== undefined && app.process.exitCode === null && app.process.signalCode === null)
      await app.setClock(moved)
  })
  reading = timepiece.startsAt
  await open()
  await prepareSession(page, { group: stockedGroup, topic: 'Evenings' })
  await live.everyoneArrives(page)
  await live.start(page)
})
test.afterAll(async () => {
  await app.kill()
  rmSync(userDataDir, { recursive: true, force: true })
})

async function open(): Promise<void> {
  app = await launchConsole({ userDataDir, clock: reading, env })
  page = app.page
  page.setDefaultTimeout(30_000)
  await unlock(page, vault.passphrase)
}

function card(): Locator {
  return page.getByRole('region', { name: 'What was the gap?' })
}

function timeline(): Locator {
  return page.getByRole('contentinfo', { name: 'Timeline and keys' })
}

/** Presses a key of the card, sees that it is answered, and takes the answer back. */
async function answer(key: string, said: string): Promise<void> {
  await page.keyboard.press(key)
  await card().waitFor({ state: 'detached' })
  await expect(timeline()).toContainText(said)
  await (await createChecker(page)).check(`after ${key}`)
  await live.undo(page)
  await card().waitFor()
}

test('after a crash the console says how long it was away, and asks what it was', async () => {
  await timepiece.pass(15)
  await live.giveFloor(page, '1')
  await app.kill()
  await timepiece.pass(12)
  await open()
  await page.getByRole('button', { name: 'Go on' }).click()
  await expect(card()).toContainText(/The console was away for 12 min \(6:20\s–\s6:32\sPM\)\. What was it\?/)
  // The opening has five minutes: until the answer the gap counts.
  await expect(live.phaseClock(page)).toHaveText(/^22\s?min over/)
  await expect(live.seat(page, '1')).toHaveAttribute('aria-pressed', 'false')
  await expect(timeline()).toContainText('Gap, not yet answered, of 12 min.')
  await (await createChecker(page)).check('the card')
})

test('a break: the phase has waited', async () => {
  await page.keyboard.press('Alt+KeyB')
  await expect(live.phaseClock(page)).toHaveText(/^10\s?min over/)
  await live.undo(page)
  await expect(live.phaseClock(page)).toHaveText(/^22\s?min over/)
  await answer('Alt+KeyB', 'Break while the console was away, of 12 min.')
})

test('session time: as it was counted', async () => {
  await answer('Alt+KeyK', 'Gap, kept as session time, of 12 min.')
  await expect(live.phaseClock(page)).toHaveText(/^22\s?min over/)
})

test('the end: the session was over when the gap began, and the notes are next', async () => {
  await page.keyboard.press('Alt+KeyX')
  await page.getByRole('button', { name: /^Write the notes/ }).waitFor()
  await expect(card()).toBeHidden()
  await expect(timeline()).not.toContainText('Gap')
  await (await createChecker(page)).check('after the end')
  await live.undo(page)
  await card().waitFor()
  await expect(live.phaseClock(page)).toHaveText(/^22\s?min over/)
})

test('when the session has gone on since, it had not ended', async () => {
  await live.next(page, 'Check-in')
  await expect(card().getByRole('button')).toHaveText([/^A break/, /^Keep as session time/])
  await page.keyboard.press('Alt+KeyX')
  await expect(card()).toBeVisible()
  await page.keyboard.press('Alt+KeyB')
  await card().waitFor({ state: 'detached' })
})

test('after sleep it asks in the open window, each answer by a key', async () => {
  await live.giveFloor(page, '1')
  await timepiece.sleep(20)
  await expect(card()).toContainText(/The console was away for 20 min \(6:32\s–\s6:52\sPM\)\./)
  await expect(live.seat(page, '1')).toHaveAttribute('aria-pressed', 'false')
  await answer('Alt+KeyK', 'Gap, kept as session time, of 20 min.')
  await answer('Alt+KeyB', 'Break while the console was away, of 20 min.')
  await page.keyboard.press('Alt+KeyX')
  await page.getByRole('button', { name: /^Write the notes/ }).waitFor()
})

test('the log is whole, and the session ended when it ended', async () => {
  await app.close()
  const { events, breaks } = readLogs(userDataDir, vault.passphrase)
  expect(breaks).toEqual([])
  const told = events.flatMap(({ body }) => (body.type === 'console.returned' ? [body.awayMs / 60_000] : []))
  expect(told).toEqual([12, 20])
  expect(events.at(-1)?.body).toMatchObject({ type: 'gap.judged', verdict: 'end' })
})
