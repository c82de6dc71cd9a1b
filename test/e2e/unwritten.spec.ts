import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import type { Locator, Page } from 'playwright-core'
import { createChecker } from '../support/audit.ts'
import { prepareSession, typePassphrase, unlock } from '../support/drive.ts'
import * as live from '../support/drive-live.ts'
import { pressButton } from '../support/keyboard.ts'
import { launchConsole, type LaunchedConsole } from '../support/launch.ts'
import { mountSmallDisk, type SmallDisk } from '../support/small-disk.ts'
import { createTimepiece, type Timepiece } from '../support/timepiece.ts'
import { readLogs, stockedGroup, stockVault, type StockedVault } from '../support/vault-jobs.ts'
import { startWallMs } from './fixtures.ts'

// One session on a disk that fills up and is freed again. Each test goes on where the one before was.
test.describe.configure({ mode: 'serial' })

let userDataDir: string
let vault: StockedVault
let disk: SmallDisk | string
let app: LaunchedConsole
let page: Page
let timepiece: Timepiece

test.beforeAll(async () => {
  userDataDir = mkdtempSync(join(tmpdir(), 'circlekeeper-unwritten-'))
  vault = stockVault(userDataDir)
  const aside = join(userDataDir, 'aside')
  cpSync(vault.folder, aside, { recursive: true })
  rmSync(vault.folder, { recursive: true })
  disk = mountSmallDisk(vault.folder, 6 * 1024 * 1024)
  if (typeof disk === 'string') return
  cpSync(aside, vault.folder, { recursive: true })
  timepiece = createTimepiece(startWallMs, async (moved) => {
    if (page !== undefined) await app.setClock(moved)
  })
  app = await launchConsole({
    userDataDir,
    clock: timepiece.startsAt,
    env: { TZ: 'America/Chicago', LC_ALL: 'C', LANGUAGE: 'en_US' },
  })
  page = app.page
  page.setDefaultTimeout(30_000)
  await page.setViewportSize({ width: 1366, height: 768 })
  await unlock(page, vault.passphrase)
  await prepareSession(page, { group: stockedGroup, topic: 'Evenings' })
  await live.everyoneArrives(page)
  await live.start(page)
})
test.beforeEach(() => {
  if (typeof disk === 'string') test.skip(true, disk)
})
test.afterAll(async () => {
  await app?.kill()
  if (typeof disk !== 'string') disk.remove()
  rmSync(userDataDir, { recursive: true, force: true })
})

function line(): Locator {
  return page.getByRole('region', { name: 'Not on the disk' })
}

const smallDisk = () => {
  if (typeof disk === 'string') throw new Error(disk)
  return disk
}

async function look(name: string): Promise<void> {
  const folder = process.env['PICTURES']
  for (const [width, height] of [
    [1366, 768],
    [1920, 1080],
  ] as const)
    for (const colorScheme of ['light', 'dark'] as const) {
      if (folder === undefined) continue
      await page.setViewportSize({ width, height })
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      await page.screenshot({ path: join(folder, `${name}-${width}-${colorScheme}.png`) })
    }
  await page.setViewportSize({ width: 1366, height: 768 })
}

test('a session goes on on a full disk, and the window says so all the time and calls nothing saved', async () => {
  const checker = await createChecker(page)
  await live.recordNote(page, 'While there was room.')
  await expect(page.getByText(/^saved /)).toBeVisible()
  smallDisk().fill()
  await live.recordNote(page, 'Ana named two cues.')
  await expect(line()).toContainText('Not on disk yet: 1 change since 6:05')
  await expect(page.getByText(/^saved /)).toHaveCount(0)
  await expect(page.getByText(/^kept .+, not on the disk yet$/)).toBeVisible()
  await live.giveFloor(page, '1')
  await live.mark(page, '2', 'S')
  await live.privateNote(page, 'A thought of my own.')
  await expect(line()).toContainText('Not on disk yet: 4 changes')
  await expect(line()).toContainText(
    'The disk is full. They are kept in memory, and the console keeps trying.',
  )
  // The texts are read anew each time a side is opened.
  await live.showSide(page, 'record')
  await expect(page.getByText('Ana named two cues.')).toBeVisible()
  await live.showSide(page, 'private')
  await expect(page.getByText('A thought of my own.')).toBeVisible()
  await live.showSide(page, 'record')
  await checker.check('Live on a full disk')
  await look('full-live')
})

test('a lock is held back with words and a choice', async () => {
  await page.keyboard.press('Alt+KeyP')
  const field = page.getByLabel('Private note', { exact: true })
  await expect(field).toBeFocused()
  await page.keyboard.type('Half a thought')
  await page.keyboard.press('Control+l')
  const question = page.getByRole('alertdialog', { name: 'Lock now?' })
  await expect(question).toContainText('5 changes are not on the disk yet.')
  await (await createChecker(page)).check('the question before a lock')
  await look('full-lock')
  await pressButton(page, 'Stay here', question)
  await expect(question).toHaveCount(0)
  await expect(line()).toContainText('5 changes')
  // It was kept when the lock was asked for, and is not kept again.
  await expect(field).toHaveValue('')
  await expect(page.getByText('Half a thought')).toHaveCount(1)
  await page.keyboard.press('Control+l')
  await pressButton(page, 'Lock', question)
  await page.getByRole('heading', { name: 'Unlock' }).waitFor()
  await expect(line()).toContainText('Not on disk yet: 5 changes')
  await (await createChecker(page)).check('locked, with changes in memory')
  await look('full-locked')
})

test('the disk is still full: the session is come back to, with all that was said', async () => {
  await unlockLive()
  await expect(page.getByText('Ana named two cues.')).toBeVisible()
  await live.showSide(page, 'private')
  await expect(page.getByText('Half a thought')).toHaveCount(1)
  await live.showSide(page, 'record')
  await expect(line()).toContainText('Not on disk yet')
})

test('closing the window asks, and does not happen unless it is wanted', async () => {
  page.once('dialog', (dialog) => void dialog.dismiss())
  await page.close({ runBeforeUnload: true })
  const question = page.getByRole('alertdialog', { name: 'Close, and lose them?' })
  await expect(question).toContainText('closing it loses them for good')
  await look('full-close')
  await pressButton(page, 'Keep the console open', question)
  await expect(line()).toBeVisible()
})

test('once there is room, everything is written and the window says so', async () => {
  smallDisk().free()
  await live.giveFloor(page, '3')
  const told = page.getByRole('region', { name: 'On the disk' })
  await expect(told).toContainText(/Everything is on the disk again: \d+ changes, written 6:05/)
  await expect(line()).toHaveCount(0)
  await look('written')
  await pressButton(page, 'OK', told)
  await expect(told).toHaveCount(0)
  await live.recordNote(page, 'After that.')
  await expect(page.getByText(/^saved /)).toBeVisible()
  await app.close()
  const { events, breaks } = readLogs(userDataDir, vault.passphrase)
  expect(breaks).toEqual([])
  const kinds = events.map(({ body }) => body.type)
  expect(kinds.filter((kind) => kind === 'note.recorded')).toHaveLength(3)
  expect(kinds.filter((kind) => kind === 'private-note.kept')).toHaveLength(2)
})

async function unlockLive(): Promise<void> {
  await typePassphrase(page, vault.passphrase)
  await live.phaseClock(page).waitFor()
}
