import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import type { Page } from 'playwright-core'
import { createChecker } from '../support/audit.ts'
import { lock, title, typePassphrase, unlock } from '../support/drive.ts'
import { pressButton } from '../support/keyboard.ts'
import { launchConsole, type LaunchedConsole } from '../support/launch.ts'
import { mountSmallDisk } from '../support/small-disk.ts'
import { createTimepiece } from '../support/timepiece.ts'
import { stockVault, type StockedVault } from '../support/vault-jobs.ts'
import { startWallMs } from './fixtures.ts'

// One console for all: it looks at the vault's files anew at every unlock.
let userDataDir: string
let vault: StockedVault
let app: LaunchedConsole
let page: Page
const timepiece = createTimepiece(startWallMs, async (moved) => app.setClock(moved))

test.beforeAll(async () => {
  userDataDir = mkdtempSync(join(tmpdir(), 'circlekeeper-storage-'))
  vault = stockVault(userDataDir)
  app = await launchConsole({ userDataDir, clock: timepiece.startsAt })
  page = app.page
  page.setDefaultTimeout(30_000)
  // What stands there is looked for as soon as the window asks.
  await title(page, 'Unlock').waitFor()
})
test.afterAll(async () => {
  await app.close()
  rmSync(userDataDir, { recursive: true, force: true })
})

interface Words {
  readonly happened: string
  readonly safe: string
  readonly next: string
}

async function expectTrouble({ happened, safe, next }: Words): Promise<void> {
  const alert = page.getByRole('alert')
  await expect(alert.getByRole('heading', { name: happened, exact: true })).toBeVisible()
  await expect(alert.getByText(safe)).toBeVisible()
  await expect(alert.getByText(next)).toBeVisible()
  await (await createChecker(page)).check(happened)
  const folder = process.env['PICTURES']
  if (folder !== undefined) await page.screenshot({ path: join(folder, `${happened.slice(0, 30)}.png`) })
}

/** Once what was wrong is right again. */
async function opensAgain(): Promise<void> {
  await pressButton(page, 'Try again')
  await unlock(page, vault.passphrase)
  await lock(page)
}

const notWritable: Words = {
  happened: 'The computer does not let the console write to the vault',
  safe: 'Nothing in it was changed and nothing was lost.',
  next: 'see that the drive is plugged in and can be written to',
}

test('a full disk: says what happened, that nothing was lost and what to do', async () => {
  await onDisk(async (disk) => {
    disk.fill()
    await typePassphrase(page, vault.passphrase)
    await expectTrouble({
      happened: 'The disk is full, so the vault cannot be opened',
      safe: 'Nothing in it was changed and nothing was lost.',
      next: 'Free some space on this computer, then try again.',
    })
    disk.free()
    await opensAgain()
  })
})

test('a read-only disk: says what happened, that nothing was lost and what to do', async () => {
  await onDisk(async (disk) => {
    disk.makeReadOnly()
    await typePassphrase(page, vault.passphrase)
    await expectTrouble(notWritable)
  })
  await opensAgain()
})

test('a file that may not be written any more: says what happened, that nothing was lost and what to do', async () => {
  const file = join(vault.folder, 'record.db')
  const isForbidden = spawnSync('chattr', ['+i', file]).status === 0
  if (!isForbidden)
    return test.skip(true, 'this user, or this disk, cannot take the right to write from root')
  try {
    await typePassphrase(page, vault.passphrase)
    await expectTrouble(notWritable)
  } finally {
    spawnSync('chattr', ['-i', file])
  }
  await opensAgain()
})

test('a vault that is gone with its drive is missed, at the lock and at the next start, and nothing is made in its place', async () => {
  // It is known once it was open here.
  await unlock(page, vault.passphrase)
  await lock(page)
  const away = join(userDataDir, 'away')
  renameSync(vault.folder, away)
  const words = {
    happened: 'The vault is not where it was',
    safe: 'Nothing was created in its place.',
    next: 'If it is on a drive, plug that in.',
  }
  await typePassphrase(page, vault.passphrase)
  await expectTrouble(words)
  await page.reload()
  await expectTrouble(words)
  await expect(page.getByRole('button', { name: 'Create a new vault' })).toBeVisible()
  expect(existsSync(vault.folder)).toBe(false)
  renameSync(away, vault.folder)
  await pressButton(page, 'Try again')
  await unlock(page, vault.passphrase)
  await lock(page)
})

test('a clock that was never set: says so, and opens nothing until it is', async () => {
  const right = timepiece.startsAt
  await app.setClock({ ...right, wallMs: Date.UTC(1970, 0, 1, 0, 3) })
  await typePassphrase(page, vault.passphrase)
  await expectTrouble({
    happened: 'This computer’s clock has not been set: it says a day before 1980',
    safe: 'for every entry would have borne a wrong date',
    next: 'Set the date and the time in the computer’s settings, then try again.',
  })
  await app.setClock(right)
  await opensAgain()
})

/** Puts the vault on a small disk of its own for as long as `work` takes. */
async function onDisk(
  work: (disk: Exclude<ReturnType<typeof mountSmallDisk>, string>) => Promise<void>,
): Promise<void> {
  const away = join(userDataDir, 'away')
  renameSync(vault.folder, away)
  const disk = mountSmallDisk(vault.folder, 4 * 1024 * 1024)
  try {
    if (typeof disk === 'string') return test.skip(true, disk)
    cpSync(away, vault.folder, { recursive: true })
    await work(disk)
  } finally {
    if (typeof disk !== 'string') disk.remove()
    renameSync(away, vault.folder)
  }
}
