import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { createChecker } from '../support/audit.ts'
import { prepareSession, unlock } from '../support/drive.ts'
import { launchConsole, type LaunchedConsole } from '../support/launch.ts'
import { createTimepiece } from '../support/timepiece.ts'
import { leadSessions, stockedGroup, stockVault } from '../support/vault-jobs.ts'
import { startWallMs } from './fixtures.ts'

const env = { TZ: 'America/Chicago', LC_ALL: 'C', LANGUAGE: 'en_US' }

let userDataDir: string
let app: LaunchedConsole

test.beforeEach(async () => {
  userDataDir = mkdtempSync(join(tmpdir(), 'circlekeeper-usual-'))
  const { passphrase } = stockVault(userDataDir)
  leadSessions(userDataDir, passphrase)
  const timepiece = createTimepiece(startWallMs, (reading) => app.setClock(reading))
  app = await launchConsole({ userDataDir, clock: timepiece.startsAt, env })
  app.page.setDefaultTimeout(30_000)
  await unlock(app.page, passphrase)
})
test.afterEach(async () => {
  await app.kill()
  rmSync(userDataDir, { recursive: true, force: true })
})

test('in Agendas, your own minutes stand beside the planned ones, and one press takes them over', async () => {
  const { page } = app
  await page
    .getByRole('link', { name: 'Agendas' })
    .or(page.getByRole('button', { name: 'Agendas' }))
    .click()
  const minutes = page.getByRole('textbox', { name: 'Minutes of Opening & agreements' })
  const usual = page.getByRole('button', { name: /^you: 7 minutes usually/ })
  await expect(usual).toBeVisible()
  await expect(page.getByRole('button', { name: /^you: 13 minutes usually/ })).toBeVisible()
  await (await createChecker(page)).check('Agendas')
  // Nothing was taken over by itself.
  await expect(minutes).toHaveValue('5')
  await usual.focus()
  await page.keyboard.press('Enter')
  await expect(minutes).toHaveValue('7')
  await expect(usual).toBeHidden()
  // Into the draft alone: it is saved, or discarded, like anything else that was typed.
  await expect(page.getByRole('button', { name: 'Save the agenda' })).toBeVisible()
})

test('before a session starts, one press plans the phase anew, and Z takes it back', async () => {
  const { page } = app
  await prepareSession(page, { group: stockedGroup, topic: '' })
  const rail = page.getByRole('complementary', { name: 'Agenda' })
  const opening = rail.getByRole('listitem').filter({ hasText: 'Opening & agreements' })
  await expect(opening).toContainText('5 min')
  await (await createChecker(page)).check('the prepared session')
  await opening.getByRole('button', { name: /^you: 7 minutes usually/ }).click()
  await expect(opening).toContainText('7 min')
  await expect(opening.getByRole('button', { name: /^you: 7/ })).toBeHidden()
  await page.keyboard.press('z')
  await expect(opening).toContainText('5 min')
})
