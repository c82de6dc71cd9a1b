import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { getFromPage } from '../support/call-page.ts'
import { prepareSession, title, unlock } from '../support/drive.ts'
import * as live from '../support/drive-live.ts'
import { launchConsole, type LaunchedConsole } from '../support/launch.ts'
import { mountSmallDisk, type SmallDisk } from '../support/small-disk.ts'
import { stockedGroup, stockVault, type StockedVault } from '../support/vault-jobs.ts'

let userDataDir: string
let vault: StockedVault
let disk: SmallDisk | string
let app: LaunchedConsole

test.beforeEach(async () => {
  userDataDir = mkdtempSync(join(tmpdir(), 'circlekeeper-ended-'))
  vault = stockVault(userDataDir)
  const aside = join(userDataDir, 'aside')
  cpSync(vault.folder, aside, { recursive: true })
  rmSync(vault.folder, { recursive: true })
  disk = mountSmallDisk(vault.folder, 6 * 1024 * 1024)
  if (typeof disk === 'string') return test.skip(true, disk)
  cpSync(aside, vault.folder, { recursive: true })
  app = await launchConsole({ userDataDir })
  app.page.setDefaultTimeout(30_000)
  await unlock(app.page, vault.passphrase)
})
test.afterEach(async () => {
  await app?.kill()
  if (typeof disk !== 'string') disk.remove()
  rmSync(userDataDir, { recursive: true, force: true })
})

test('a session that was ended is over, though the disk does not have it yet, and the lock by itself asks nobody', async () => {
  const { page } = app
  if (typeof disk === 'string') throw new Error(disk)
  await page.clock.install()
  await prepareSession(page, { group: stockedGroup, topic: 'Evenings' })
  await live.everyoneArrives(page)
  await live.start(page)
  disk.fill()
  await live.recordNote(page, 'Ana named two cues.')
  await page.getByRole('region', { name: 'Not on the disk' }).waitFor()
  await live.endNow(page)
  await page.keyboard.press('Shift')

  await page.clock.fastForward(4.6 * 60_000)
  await page.getByRole('alert').filter({ hasText: 'The vault locks in half a minute' }).waitFor()
  await page.clock.fastForward(0.5 * 60_000)
  await title(page, 'Unlock').waitFor()
  expect(await getFromPage(page, 'vault.access', {})).toBe('locked')

  disk.free()
  await unlock(page, vault.passphrase)
  const [session] = await getFromPage(page, 'session.current', {})
  expect(session?.stage).toBe('ended')
})
