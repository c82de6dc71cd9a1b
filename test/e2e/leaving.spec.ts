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

/** A session that runs, with words in the field for private notes. */
async function writeInSession(text: string): Promise<void> {
  const { page } = app
  await prepareSession(page, { group: stockedGroup })
  await live.everyoneArrives(page)
  await live.start(page)
  await page.keyboard.press('Alt+KeyP')
  const note = page.getByLabel('Private note', { exact: true })
  await expect(note).toBeFocused()
  await note.fill(text)
}

/** The private notes of that session, after it was locked. */
async function notesAfterLock(): Promise<string[]> {
  const { page } = app
  await title(page, 'Unlock').waitFor()
  expect(await getFromPage(page, 'vault.access', {})).toBe('locked')
  await unlock(page, vault.passphrase)
  const [session] = await getFromPage(page, 'session.current', {})
  const { sessionId } = definitely(session)
  const notes = await getFromPage(page, 'session.private-notes', { sessionId })
  return notes.map(({ text }) => text)
}

test('what was typed in the last moment is kept before a sleep locks, and is seen by nobody meanwhile', async () => {
  await writeInSession('')
  const note = app.page.getByLabel('Private note', { exact: true })
  await whileStill(createStop(app), async () => {
    await app.page.keyboard.type('A worry of my own')
    await leave('suspend')
    await expect(note).toBeHidden()
  })
  expect(await notesAfterLock()).toEqual(['A worry of my own'])
})

test('it is kept once, though a lid that closes is told of as a locked screen and as a sleep', async () => {
  await writeInSession('A worry of my own')
  await Promise.all([leave('lock-screen'), leave('suspend')])
  expect(await notesAfterLock()).toEqual(['A worry of my own'])
})

test('it is kept once, though the key that locks is held down', async () => {
  const { page } = app
  await writeInSession('A worry of my own')
  await page.keyboard.down('Control')
  await Promise.all([page.keyboard.down('l'), page.keyboard.down('l'), page.keyboard.down('l')])
  await page.keyboard.up('Control')
  expect(await notesAfterLock()).toEqual(['A worry of my own'])
})

test('it is kept once, though it was being saved when the lock was asked for', async () => {
  const { page } = app
  await writeInSession('A worry of my own')
  await whileStill(createStop(app), async () => {
    await page.keyboard.press('Enter')
    await page.keyboard.press('Control+l')
    await expect(page.getByLabel('Private note', { exact: true })).toBeHidden()
  })
  expect(await notesAfterLock()).toEqual(['A worry of my own'])
})

test('what is too long for one note is kept as several', async () => {
  const text = 'A thought that goes on. '.repeat(1_100)
  await writeInSession(text)
  await expect(app.page.getByText(/characters too long; nothing is lost/)).toBeVisible()
  await leave('suspend')
  const notes = await notesAfterLock()
  expect(notes).toHaveLength(3)
  expect(notes.join('')).toBe(text)
})

test('a note that is typed and not saved stays when the session is left for its debrief', async () => {
  const { page } = app
  await writeInSession('')
  await live.endNow(page)
  await page.getByLabel('Private note', { exact: true }).fill('Who was silent')
  await page.getByRole('button', { name: /^Write the notes/ }).press('Enter')
  await page.getByRole('heading', { name: /^Shared by all notes/ }).waitFor()
  await page.keyboard.press('Control+l')
  expect(await notesAfterLock()).toEqual(['Who was silent'])
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
