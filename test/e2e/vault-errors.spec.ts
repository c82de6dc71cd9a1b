import {
  chmodSync,
  cpSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import type { Page } from 'playwright-core'
import { lock, typePassphrase, unlock } from '../support/drive.ts'
import { launchConsole, type LaunchedConsole } from '../support/launch.ts'
import { holdVault, stockedGroup, stockVault, type StockedVault } from '../support/vault-jobs.ts'

// One console for all: it looks at the vault's files anew at every unlock.
let userDataDir: string
let whole: string
let vault: StockedVault
let app: LaunchedConsole
let page: Page

test.beforeAll(async () => {
  userDataDir = mkdtempSync(join(tmpdir(), 'circlekeeper-vault-errors-'))
  vault = stockVault(userDataDir)
  whole = join(userDataDir, 'whole')
  cpSync(vault.folder, whole, { recursive: true })
  app = await launchConsole({ userDataDir })
  page = app.page
  page.setDefaultTimeout(30_000)
})
test.afterAll(async () => {
  await app.close()
  rmSync(userDataDir, { recursive: true, force: true })
})
test.afterEach(async () => {
  rmSync(vault.folder, { recursive: true, force: true })
  cpSync(whole, vault.folder, { recursive: true })
  const again = page.getByRole('button', { name: 'Try again' })
  if (await again.isVisible()) await again.click()
  await page.getByRole('heading', { name: 'Unlock' }).waitFor()
})

function file(name: string): string {
  return join(vault.folder, name)
}

function editHeader(edit: (header: string) => string): void {
  const text = readFileSync(file('vault.json'), 'utf8')
  const edited = edit(text)
  expect(edited).not.toBe(text)
  writeFileSync(file('vault.json'), edited)
}

function flipByte(name: string, at: number): void {
  const bytes = readFileSync(file(name))
  bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at)
  writeFileSync(file(name), bytes)
}

/** Every word is asked for, so that no two troubles can be told in the same ones. */
interface Trouble {
  readonly name: string
  readonly spoil: () => void
  readonly happened: string
  readonly safe: string
  readonly next: string
  /** What is the most likely to help, and stands first; trying again, unless it says otherwise. */
  readonly act?: string
  /** What is there besides. */
  readonly also?: string
}

const troubles: readonly Trouble[] = [
  {
    name: 'weakened parameters',
    spoil: () => editHeader((text) => text.replaceAll(/"memoryKiB":\d+/g, '"memoryKiB":1024')),
    happened: 'The lock of this vault has been made weaker than the console allows',
    safe: 'The vault stays closed, so your passphrase was not put at risk. Your records were not touched.',
    next: 'Restore the newest backup, or put the file back from a copy',
    act: 'Restore a backup…',
  },
  {
    name: 'a damaged header',
    spoil: () => flipByte('vault.json', Math.floor(statSync(file('vault.json')).size / 2)),
    happened: 'The file that holds the vault’s lock is damaged',
    safe: 'The records themselves were not touched',
    next: 'Otherwise restore that backup: it brings its own lock',
    act: 'Restore a backup…',
  },
  {
    name: 'a cut-off header',
    spoil: () => truncateSync(file('vault.json'), 100),
    happened: 'The file that holds the vault’s lock is damaged',
    safe: 'The records themselves were not touched',
    next: 'Try the vault.json in the folder of your newest backup first',
    act: 'Restore a backup…',
  },
  {
    name: 'a missing header',
    spoil: () => rmSync(file('vault.json')),
    happened: 'The file that holds the vault’s lock is missing from the vault folder',
    safe: 'Nothing was created in its place.',
    next: 'Put vault.json back where it was',
  },
  {
    name: 'a newer version',
    spoil: () => editHeader((text) => text.replace(/"version":\d+/, '"version":99')),
    happened: 'This vault was last used with a newer version of the console',
    safe: 'It was not touched, so nothing in it is lost.',
    next: 'Open it with that newer version, or install it here.',
  },
  {
    name: 'a missing record',
    spoil: () => rmSync(file('record.db')),
    happened: 'The file of the record is missing from the vault folder',
    safe: 'Nothing was created in its place.',
    next: 'put record.db back where it was. If it is gone, restore the newest backup',
    also: 'Restore a backup…',
  },
  {
    name: 'missing private notes',
    spoil: () => rmSync(file('private.db')),
    happened: 'The file of the private notes is missing from the vault folder',
    safe: 'Nothing was created in its place.',
    next: 'If it is gone, see what can be read: you can go on with the record as it is, and without them.',
    also: 'See what can be read',
  },
  {
    name: 'a damaged record',
    spoil: () => flipByte('record.db', 200),
    happened: 'The record is damaged on the disk',
    safe: 'The console stopped at once and changed nothing.',
    next: 'See what can be read: every page that is whole can be saved',
    act: 'See what can be read',
  },
  {
    name: 'damaged private notes',
    spoil: () => flipByte('private.db', 200),
    happened: 'The private notes are damaged on the disk',
    safe: 'The console stopped at once and changed nothing.',
    next: 'See what can be read: every note on a page that is whole can be saved',
    act: 'See what can be read',
  },
  {
    name: 'a link in place of the vault folder',
    spoil: () => {
      renameSync(join(userDataDir, 'vault'), join(userDataDir, 'elsewhere'))
      symlinkSync(join(userDataDir, 'elsewhere'), join(userDataDir, 'vault'))
    },
    happened: 'A link stands in the place of the vault folder',
    safe: 'It was not followed, and nothing was changed',
    next: 'Put the vault folder itself back in its place',
  },
  {
    name: 'a link in place of the record',
    spoil: () => {
      renameSync(file('record.db'), join(userDataDir, 'elsewhere.db'))
      symlinkSync(join(userDataDir, 'elsewhere.db'), file('record.db'))
    },
    happened: 'The record is damaged on the disk',
    safe: 'The console stopped at once and changed nothing.',
    next: 'See what can be read: every page that is whole can be saved',
    act: 'See what can be read',
  },
]

async function expectTrouble({
  happened,
  safe,
  next,
  act = 'Try again',
  also = act,
}: Omit<Trouble, 'name' | 'spoil'>): Promise<void> {
  const alert = page.getByRole('alert')
  await expect(alert.getByRole('heading', { name: happened, exact: true })).toBeVisible()
  await expect(alert.getByText(safe)).toBeVisible()
  await expect(alert.getByText(next)).toBeVisible()
  await expect(alert.getByRole('button').first()).toHaveText(act)
  await expect(alert.getByRole('button', { name: also })).toBeVisible()
}

for (const { name, spoil, ...words } of troubles) {
  test(`${name}: says what happened, what is safe and what to do`, async () => {
    spoil()
    await typePassphrase(page, vault.passphrase)
    await expectTrouble(words)
  })
}

test('a wrong passphrase can be typed again, and the right one opens', async () => {
  await typePassphrase(page, 'copper meadow lantern tied')
  await expect(page.getByText(/^That does not open the vault\. .+ Look at the keyboard layout/)).toBeVisible()
  await unlock(page, vault.passphrase)
  await lock(page)
})

test('a vault that another program holds says so, and opens when it is free', async () => {
  const other = await holdVault(userDataDir, vault.passphrase)
  await typePassphrase(page, vault.passphrase)
  await expectTrouble({
    happened: 'This vault is open in another window of the console',
    safe: 'Everything is safe there.',
    next: 'Go on in that window, or close it and try again here.',
  })
  const ended = once(other, 'exit')
  other.kill('SIGKILL')
  await ended
  await page.getByRole('button', { name: 'Try again' }).click()
  await unlock(page, vault.passphrase)
  await lock(page)
})

test('the recovery code opens the vault', async () => {
  await page.getByRole('button', { name: 'Use the recovery code' }).click()
  await page
    .getByRole('textbox', { name: 'Recovery code' })
    .fill(vault.recoveryCode.toLowerCase().replaceAll('-', ' '))
  await page.keyboard.press('Enter')
  await page.getByRole('navigation', { name: 'Console' }).waitFor()
  await lock(page)
})

test('locking takes every word out of the window, and calls are refused', async () => {
  await unlock(page, vault.passphrase)
  const words = new RegExp(`${stockedGroup}|Dana Reyes|Harbour Clinic`)
  await expect(page.locator('body')).toContainText(stockedGroup)
  await lock(page)
  const left = await page.evaluate(() => ({
    markup: document.documentElement.outerHTML,
    fields: Array.from(document.querySelectorAll('input,textarea'), (field) =>
      Reflect.get(field, 'value'),
    ).join(' '),
    kept: JSON.stringify([localStorage, sessionStorage, history.state, document.cookie]),
  }))
  expect(JSON.stringify(left)).not.toMatch(words)
  const answer = await page.evaluate(() => Reflect.get(globalThis, 'api').invoke('roster.read', {}))
  expect(answer).toEqual({ ok: false, error: { code: 'locked' } })
})

test('rights that a copy has given to others are taken back', async () => {
  test.skip(process.platform === 'win32', 'Windows has no such modes; the profile folder is private there')
  const names = ['vault.json', 'record.db', 'private.db']
  chmodSync(vault.folder, 0o755)
  for (const name of names) chmodSync(file(name), 0o644)
  await unlock(page, vault.passphrase)
  expect(statSync(vault.folder).mode & 0o777).toBe(0o700)
  for (const name of names) expect([name, statSync(file(name)).mode & 0o777]).toEqual([name, 0o600])
  await lock(page)
})
