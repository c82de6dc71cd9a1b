import { randomBytes } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import type { Locator, Page } from 'playwright-core'
import { createAuditor, type Auditor } from '../support/audit.ts'
import { getFromPage } from '../support/call-page.ts'
import { author } from '../support/cast.ts'
import * as drive from '../support/drive.ts'
import { pressButton, typeInto } from '../support/keyboard.ts'
import { launchConsole, type LaunchedConsole } from '../support/launch.ts'

// One vault on one computer, whose key store is turned about. Each test goes on where the one before ended.
test.describe.configure({ mode: 'serial' })

const env = { TZ: 'America/Chicago', LC_ALL: 'C', LANGUAGE: 'en_US' }
const key = randomBytes(32).toString('hex')

let folder: string
let app: LaunchedConsole
let page: Page
let auditor: Auditor

const keyStorePath = (): string => join(folder, 'key-store.json')
const userDataDir = (): string => join(folder, 'console')
const keptPath = (): string => join(userDataDir(), 'computer-key.json')

/** What the desktop keeps secrets by from now on. */
function keepBy(backend: string, ownKey = key, hasKeyRing = true): void {
  writeFileSync(keyStorePath(), JSON.stringify({ backend, key: ownKey, hasKeyRing }))
}

async function start(): Promise<void> {
  app = await launchConsole({ userDataDir: userDataDir(), env, keyStorePath: keyStorePath() })
  page = app.page
  page.setDefaultTimeout(30_000)
  auditor = await createAuditor(page)
}

test.beforeAll(async () => {
  test.slow()
  folder = mkdtempSync(join(tmpdir(), 'circlekeeper-computer-key-'))
  keepBy('gnome_libsecret')
  await start()
  await drive.createVault(page, author)
})
test.afterAll(async () => {
  await app.kill()
  rmSync(folder, { recursive: true, force: true })
})

const title = (name: string): Locator => page.getByRole('heading', { level: 1, name })
const ring = (): Locator => page.getByRole('main').getByRole('status')
const way = (): Locator => page.getByRole('button', { name: 'Open with this computer’s key' })
const inside = (): Locator => page.getByRole('navigation', { name: 'Console' })

async function goToKeys(): Promise<void> {
  await page.keyboard.press('Control+k')
  await page.keyboard.type('recovery code')
  await page.keyboard.press('Enter')
  await title('Passphrase and recovery code').waitFor()
}

async function turnOn(): Promise<void> {
  await goToKeys()
  await pressButton(page, 'Let it open the vault')
  await typeInto(page, 'Your passphrase', author.passphrase)
  await page.keyboard.press('Enter')
  await title('This computer’s key opens the vault').waitFor()
}

test('the author turns it on with the passphrase, and is told what it means', async () => {
  await goToKeys()
  await expect(ring()).toContainText('both are yours')
  await auditor.audit('the ways in, the computer’s key off')
  await pressButton(page, 'Let it open the vault')
  await title('Let this computer’s key open the vault').waitFor()
  await expect(
    page.getByText('Whoever is signed in here as you can press it.', { exact: false }),
  ).toBeVisible()
  await auditor.audit('turning it on')
  await typeInto(page, 'Your passphrase', 'not it at all')
  await page.keyboard.press('Enter')
  await expect(page.getByText('That is not your passphrase. Nothing was changed.')).toBeVisible()
  expect(existsSync(keptPath())).toBe(false)
  await typeInto(page, 'Your passphrase', author.passphrase)
  await page.keyboard.press('Enter')
  await title('This computer’s key opens the vault').waitFor()
  await auditor.audit('it is on')
  await pressButton(page, 'Done')
  await expect(page.getByRole('button', { name: 'Turn it off' })).toBeVisible()
  await expect(ring()).toContainText('one is this computer’s')
  await auditor.audit('the ways in, the computer’s key on')
  await drive.goTo(page, 'Vault & privacy')
  const ways = page.getByRole('region', { name: 'Who can open this vault' }).getByRole('listitem')
  await expect(ways.filter({ hasText: 'This computer' })).toHaveCount(1)
  const promised = page.getByRole('region', { name: 'What is promised' })
  await expect(promised).toContainText('and with a secret that this computer keeps')
})

test('after a lock it is offered beside the passphrase, does nothing by itself, and opens with one press', async () => {
  await drive.lock(page)
  await way().waitFor()
  await expect(ring()).toContainText('You open it, or this computer’s key')
  await expect(page.getByRole('textbox', { name: 'Passphrase' })).toBeFocused()
  await auditor.audit('the door, with the computer’s key')
  await pressButton(page, 'Open with this computer’s key')
  await inside().waitFor()
  const log = await getFromPage(page, 'access.list', { beforeSeq: null, personId: null })
  expect(log[0]).toMatchObject({ what: 'opened', openedBy: 'computer' })
  await drive.lock(page)
  await drive.unlock(page, author.passphrase)
})

test('the window is never told the secret, sealed or not', async () => {
  const { sealed }: { sealed: string } = JSON.parse(readFileSync(keptPath(), 'utf8'))
  const answers = [
    await getFromPage(page, 'computer-key.state', {}),
    await getFromPage(page, 'computer-key.open', {}),
  ]
  expect(answers).toEqual(['ready', null])
  expect(await page.content()).not.toContain(sealed.slice(0, 24))
  expect(JSON.stringify(await app.asked())).not.toContain(sealed.slice(0, 24))
})

test('another way of keeping keys, and a key store that was made anew, are told in their own words', async () => {
  await drive.lock(page)
  await way().waitFor()
  keepBy('kwallet6')
  await pressButton(page, 'Open with this computer’s key')
  await expect(page.getByRole('alert')).toContainText('This computer keeps keys in another way now.')
  await expect(ring()).toContainText('Only you can open it')
  await auditor.audit('the door, after the computer has changed')
  keepBy('gnome_libsecret', randomBytes(32).toString('hex'))
  await drive.unlock(page, author.passphrase)
  await drive.lock(page)
  await pressButton(page, 'Open with this computer’s key')
  await expect(page.getByRole('alert')).toContainText('This computer’s key does not open the vault any more.')
  await expect(ring()).toContainText('Only you can open it')
  keepBy('gnome_libsecret')
  await drive.unlock(page, author.passphrase)
})

test('a key ring that is locked just now is told so: nothing is lost, and the same button opens once it gives the key', async () => {
  await drive.lock(page)
  await way().waitFor()
  keepBy('gnome_libsecret', key, false)
  await pressButton(page, 'Open with this computer’s key')
  const why = page.getByRole('alert')
  await expect(why).toContainText('This computer does not give its key just now.')
  await expect(why).toContainText('Nothing is lost.')
  await expect(page.getByRole('textbox', { name: 'Passphrase' })).toBeFocused()
  await auditor.audit('the door, while the key ring is locked')
  keepBy('gnome_libsecret')
  await pressButton(page, 'Open with this computer’s key')
  await inside().waitFor()
})

test('a computer that keeps secrets for everybody is refused, and what was on can be turned off', async () => {
  keepBy('basic_text')
  await drive.lock(page)
  await expect(
    page.getByText('This computer keeps keys in another way now, so its key opens nothing.'),
  ).toBeVisible()
  await expect(way()).toBeHidden()
  await drive.unlock(page, author.passphrase)
  await goToKeys()
  await auditor.audit('the ways in, the computer changed')
  await pressButton(page, 'Turn it off')
  await typeInto(page, 'Your passphrase', author.passphrase)
  await page.keyboard.press('Enter')
  await title('This computer’s key is off').waitFor()
  expect(existsSync(keptPath())).toBe(false)
  await auditor.audit('it is off')
  await pressButton(page, 'Done')
  await title('Passphrase and recovery code').waitFor()
  await expect(page.getByRole('heading', { name: 'This computer’s key' })).toBeHidden()
})

test('after a new start of the console the passphrase comes first', async () => {
  keepBy('gnome_libsecret')
  await drive.lock(page)
  await drive.unlock(page, author.passphrase)
  await turnOn()
  await app.close()
  await start()
  await title('Unlock').waitFor()
  await expect(page.getByText('Once you have typed your passphrase, this computer’s key')).toBeVisible()
  await expect(way()).toBeHidden()
  await auditor.audit('the door, after a new start')
  await drive.unlock(page, author.passphrase)
  await drive.lock(page)
  await pressButton(page, 'Open with this computer’s key')
  await inside().waitFor()
  expect(await auditor.violations()).toEqual([])
})
