import { cpSync, existsSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import type { Page } from 'playwright-core'
import { soughtAuthor as author } from '../support/cast.ts'
import * as drive from '../support/drive.ts'
import { launchConsole, spawnConsole, type LaunchedConsole } from '../support/launch.ts'
import { foundVault } from '../support/vault-jobs.ts'

const root = join(import.meta.dirname, '../..')

let home: string
let userDataDir: string
let entry: string
// An installation of its own, which can be damaged while it runs.
test.beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'circlekeeper-e2e-'))
  userDataDir = join(home, 'data')
  entry = join(home, 'out/main/index.js')
  cpSync(join(root, 'out'), join(home, 'out'), { recursive: true })
  for (const name of ['node_modules', 'package.json']) symlinkSync(join(root, name), join(home, name))
  foundVault(userDataDir, author)
})
test.afterEach(() => rmSync(home, { recursive: true, force: true }))

async function openVault(env: Readonly<Record<string, string>> = {}): Promise<LaunchedConsole> {
  const app = await launchConsole({ userDataDir, entry, env })
  app.page.setDefaultTimeout(30_000)
  await drive.unlock(app.page, author.passphrase)
  return app
}

/** What is said in the terminal where there is no window to say it in. */
const said = 'The vault is locked, and everything that was saved is in it.'

const lock = (page: Page) => page.keyboard.press('Control+l')

test('a page that does not load at the lock is asked for again', async () => {
  const sign = join(home, 'page-fails-once')
  const preload = join(root, 'test/support/unread-page.mjs')
  const app = await openVault({ NODE_OPTIONS: `--import=${preload}`, PAGE_FAILS_ONCE: sign })
  writeFileSync(sign, '')
  await lock(app.page)
  await expect(app.page.getByRole('textbox', { name: 'Passphrase' })).toBeFocused()
  expect(existsSync(sign)).toBe(false)
  await drive.unlock(app.page, author.passphrase)
  expect(await app.close()).toBe(0)
  expect(await app.stderr).not.toContain(said)
})

test('a console whose page is gone ends at the lock and says why, with the vault as it was', async () => {
  const app = await openVault()
  const ended = once(app.process, 'exit')
  rmSync(join(home, 'out/renderer/index.html'))
  await lock(app.page)
  expect(await ended).toEqual([1, null])
  expect(await app.stderr).toContain(said)
  const again = await launchConsole({ userDataDir })
  await drive.unlock(again.page, author.passphrase)
  expect(await again.close()).toBe(0)
})

test('a console without its page says so and starts no further', async () => {
  rmSync(join(home, 'out/renderer/index.html'))
  const child = spawnConsole({ userDataDir, entry })
  const told: string[] = []
  child.stderr?.on('data', (chunk: Buffer) => told.push(chunk.toString()))
  expect(await once(child, 'exit')).toEqual([1, null])
  expect(told.join('')).toContain(said)
})
