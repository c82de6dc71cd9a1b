import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { title, unlock } from '../support/drive.ts'
import { launchConsole, type LaunchedConsole } from '../support/launch.ts'
import { stockVault } from '../support/vault-jobs.ts'

// What is copied in the last instant before a lock or the end. The clipboard is the test's: no part of a browser is main's.

const words = 'a sentence of a note'

let folder: string
let app: LaunchedConsole

const clipboardPath = (): string => join(folder, 'clipboard')
const held = (): string => readFileSync(clipboardPath(), 'utf8')

test.beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'circlekeeper-clipboard-'))
  const userDataDir = join(folder, 'console')
  const { passphrase } = stockVault(userDataDir)
  writeFileSync(clipboardPath(), words)
  app = await launchConsole({ userDataDir, clipboardPath: clipboardPath() })
  app.page.setDefaultTimeout(30_000)
  await unlock(app.page, passphrase)
})
test.afterEach(async () => {
  await app.close()
  rmSync(folder, { recursive: true, force: true })
})

/** As the browser tells it, with the lock in the same instant: the page has no other one after that. */
const lockHavingCopied = () =>
  app.page.evaluate(() => {
    document.dispatchEvent(new ClipboardEvent('copy'))
    void window.api.invoke('vault.lock', {})
  })

test('what was copied in the instant of the lock is gone from the clipboard, though the page is gone too', async () => {
  await lockHavingCopied()
  await title(app.page, 'Unlock').waitFor()
  await expect.poll(held).toBe('')
})

test('what was copied in the instant of the end is gone when the console is', async () => {
  await app.page.evaluate(() => void document.dispatchEvent(new ClipboardEvent('copy')))
  await app.close()
  expect(held()).toBe('')
})

test('what another program has put there stays, locked and ended', async () => {
  await app.page.evaluate(() => void window.api.invoke('vault.lock', {}))
  await title(app.page, 'Unlock').waitFor()
  await app.close()
  expect(held()).toBe(words)
})
