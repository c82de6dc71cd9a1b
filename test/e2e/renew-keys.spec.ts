import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import type { Page } from 'playwright-core'
import { createAuditor } from '../support/audit.ts'
import { getFromPage } from '../support/call-page.ts'
import * as drive from '../support/drive.ts'
import { pressButton, typeInto } from '../support/keyboard.ts'
import { launchConsole, type LaunchedConsole } from '../support/launch.ts'
import { stockVault, stockedGroup, weighDown, type StockedVault } from '../support/vault-jobs.ts'

/** Enough that somebody can watch it. */
const megabytes = 120

let userDataDir: string
let vault: StockedVault
let app: LaunchedConsole

test.beforeEach(async () => {
  userDataDir = mkdtempSync(join(tmpdir(), 'circlekeeper-renew-'))
  vault = stockVault(userDataDir)
})
test.afterEach(async () => {
  await app.close()
  rmSync(userDataDir, { recursive: true, force: true })
})

const title = (page: Page, name: string) => page.getByRole('heading', { level: 1, name })
const header = () => readFileSync(join(userDataDir, 'vault/vault.json'), 'utf8')

async function open(): Promise<Page> {
  app = await launchConsole({ userDataDir })
  app.page.setDefaultTimeout(30_000)
  await drive.unlock(app.page, vault.passphrase)
  return app.page
}

async function goToKeys(page: Page): Promise<void> {
  await drive.goTo(page, 'Vault & privacy')
  await pressButton(page, 'Change or test them')
  await title(page, 'Passphrase and recovery code').waitFor()
}

async function renew(page: Page, { passphrase, recoveryCode } = vault): Promise<void> {
  await typeInto(page, 'Your passphrase', passphrase)
  await typeInto(page, 'Recovery code', recoveryCode)
  await page.keyboard.press('Enter')
}

async function readPercent(page: Page): Promise<number> {
  const [, percent = ''] =
    /(\d+)%/.exec(await page.getByRole('status').filter({ hasText: '%' }).innerText()) ?? []
  return Number(percent)
}

test('all keys are made new before one’s eyes; a cancel and a lock leave the old ones', async () => {
  test.slow()
  weighDown(userDataDir, vault, megabytes)
  const page = await open()
  await goToKeys(page)
  const before = header()
  await pressButton(page, 'Make all keys new')
  await renew(page)

  await test.step('how far it is moves, and can be cancelled', async () => {
    await title(page, 'Making all keys new').waitFor()
    const first = await readPercent(page)
    await expect.poll(() => readPercent(page)).toBeGreaterThan(first)
    await pressButton(page, 'Cancel')
    await title(page, 'The keys are what they were').waitFor()
    await pressButton(page, 'Done')
    await title(page, 'Passphrase and recovery code').waitFor()
    expect(header()).toBe(before)
    const { groups } = await getFromPage(page, 'roster.read', {})
    expect(groups.map(({ name }) => name)).toEqual([stockedGroup])
  })

  await test.step('a lock wins', async () => {
    await pressButton(page, 'Make all keys new')
    await renew(page)
    await title(page, 'Making all keys new').waitFor()
    await drive.lock(page)
    await drive.unlock(page, vault.passphrase)
    expect(header()).toBe(before)
  })

  await test.step('at its end the same secrets open the vault, behind another lock', async () => {
    await goToKeys(page)
    await pressButton(page, 'Make all keys new')
    await renew(page)
    await title(page, 'All keys are new').waitFor({ timeout: 180_000 })
    expect(header()).not.toBe(before)
    await pressButton(page, 'Done')
    await drive.lock(page)
    await drive.unlock(page, vault.passphrase)
    await drive.lock(page)
    await pressButton(page, 'Use the recovery code')
    await typeInto(page, 'Recovery code', vault.recoveryCode)
    await page.keyboard.press('Enter')
    await page.getByRole('navigation', { name: 'Console' }).waitFor()
    const { groups } = await getFromPage(page, 'roster.read', {})
    expect(groups.map(({ name }) => name)).toEqual([stockedGroup])
  })
  await drive.lock(page)
  expect(readdirSync(join(userDataDir, 'vault')).toSorted()).toEqual([
    'private.db',
    'record.db',
    'vault.json',
  ])
})

test('what is wrong is told in its field, and its screens are without fault', async () => {
  test.slow()
  const page = await open()
  const { audit, violations } = await createAuditor(page)
  await goToKeys(page)
  await audit('the ways in, with the keys behind them')
  await pressButton(page, 'Make all keys new')
  await renew(page, { ...vault, recoveryCode: vault.recoveryCode.slice(0, -1) })
  await page.getByText(/^There is a slip in it/).waitFor()
  await renew(page, { ...vault, passphrase: 'not it at all' })
  await page.getByText('That is not your passphrase. Nothing was changed.').waitFor()
  await audit('both secrets, one of them wrong')
  await renew(page)
  await title(page, 'All keys are new').waitFor()
  await audit('all keys are new')
  expect(await violations()).toEqual([])
})
