import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { definitely } from '../core/support/drafts.ts'
import { getFromPage } from '../support/call-page.ts'
import { prepareSession, title, unlock } from '../support/drive.ts'
import * as live from '../support/drive-live.ts'
import { launchConsole, type LaunchedConsole } from '../support/launch.ts'
import { tryPolicy, withPolicyProbe } from '../support/policies.ts'
import { createStop, whileStill } from '../support/stand-still.ts'
import { stockedGroup, stockVault, type StockedVault } from '../support/vault-jobs.ts'

// Somebody leaves the computer in the middle of a word. No part of a browser tells of that: what Electron's power monitor
// would call is called.

let userDataDir: string
let vault: StockedVault
let app: LaunchedConsole

test.beforeEach(async () => {
  userDataDir = mkdtempSync(join(tmpdir(), 'circlekeeper-leaving-'))
  vault = stockVault(userDataDir)
  app = await launchConsole({ userDataDir, env: withPolicyProbe })
  app.page.setDefaultTimeout(30_000)
  await unlock(app.page, vault.passphrase)
})
test.afterEach(async () => {
  await app.close()
  rmSync(userDataDir, { recursive: true, force: true })
})

async function leave(how: 'suspend' | 'lock-screen'): Promise<void> {
  const outcomes = await tryPolicy(app, 'powerMonitor.on', how)
  expect(outcomes).toHaveLength(1)
}

test('what was typed in the last moment is kept before a sleep locks, and is seen by nobody meanwhile', async () => {
  const { page } = app
  await prepareSession(page, { group: stockedGroup })
  await live.everyoneArrives(page)
  await live.start(page)
  await page.keyboard.press('Alt+KeyP')
  const note = page.getByLabel('Private note', { exact: true })
  await expect(note).toBeFocused()
  await whileStill(createStop(app), async () => {
    await page.keyboard.type('A worry of my own')
    await leave('suspend')
    await expect(note).toBeHidden()
  })

  await title(page, 'Unlock').waitFor()
  expect(await getFromPage(page, 'vault.access', {})).toBe('locked')
  await unlock(page, vault.passphrase)
  const [session] = await getFromPage(page, 'session.current', {})
  const { sessionId } = definitely(session)
  const notes = await getFromPage(page, 'session.private-notes', { sessionId })
  expect(notes.map(({ text }) => text)).toEqual(['A worry of my own'])
})

test('a page that does nothing any more is locked without it', async () => {
  const { page } = app
  await page.evaluate(() => Reflect.set(globalThis, 'isMarked', true))
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Emulation.setScriptExecutionDisabled', { value: true })
  await leave('lock-screen')
  await page.waitForURL('about:blank')
  await devtools.send('Emulation.setScriptExecutionDisabled', { value: false })
  // Its scripts may have been held back too.
  await page.waitForURL(/\/index\.html$/)
  await page.reload()
  await title(page, 'Unlock').waitFor()
  expect(await getFromPage(page, 'vault.access', {})).toBe('locked')
  expect(await page.evaluate(() => Reflect.has(globalThis, 'isMarked'))).toBe(false)
})
