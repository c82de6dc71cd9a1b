import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import type { Locator, Page } from 'playwright-core'
import * as live from '../support/drive-live.ts'
import * as drive from '../support/drive.ts'
import { chooseInMenu, field, pressButton, reach, typeAt } from '../support/keyboard.ts'
import { launchConsole, type LaunchedConsole } from '../support/launch.ts'
import { createTimepiece } from '../support/timepiece.ts'
import { stockedGroup, stockVault, type StockedVault } from '../support/vault-jobs.ts'
import { startWallMs } from './fixtures.ts'

// One debrief, whose console is killed over every text that somebody writes in it.
test.describe.configure({ mode: 'serial' })

const env = { TZ: 'America/Chicago', LC_ALL: 'C', LANGUAGE: 'en_US' }

let userDataDir: string
let vault: StockedVault
let app: LaunchedConsole | null = null
const timepiece = createTimepiece(startWallMs, async (reading) => app?.setClock(reading))

test.beforeAll(() => {
  userDataDir = mkdtempSync(join(tmpdir(), 'circlekeeper-crash-'))
  vault = stockVault(userDataDir)
})
test.afterAll(async () => {
  await app?.kill()
  rmSync(userDataDir, { recursive: true, force: true })
})

async function open(): Promise<Page> {
  app = await launchConsole({ userDataDir, clock: timepiece.startsAt, env })
  app.page.setDefaultTimeout(30_000)
  await drive.unlock(app.page, vault.passphrase)
  return app.page
}

async function killAndComeBack(): Promise<Page> {
  await app?.kill()
  app = null
  const page = await open()
  await pressButton(page, new RegExp(`${stockedGroup}.*due `))
  await page.getByRole('heading', { name: /^Shared by all notes/ }).waitFor()
  return page
}

const note = (page: Page) => page.getByRole('group', { name: /^Note of / })
const shared = (page: Page) => page.getByRole('complementary', { name: /^Shared by all notes/ })
const written = (page: Page) => note(page).getByRole('textbox', { name: /^Assessment/ })

/** Types some words, waits until the screen says that they are saved, and goes on typing. */
async function typeOn(page: Page, target: Locator, within: Locator, words: string): Promise<void> {
  await typeAt(page, target, words)
  await within.getByText('saved', { exact: true }).waitFor()
  await page.keyboard.insertText(' And then')
}

/** What was saved is there; whether what was typed a moment before the end is too, nobody promises. */
function begunWith(words: string): RegExp {
  return new RegExp(`^${words}( And then)?$`)
}

async function holdSession(page: Page): Promise<void> {
  await drive.goTo(page, 'Groups & members')
  await chooseInMenu(page, page.getByRole('button', { name: 'More for Ana' }), 'Edit')
  const form = page.getByRole('dialog')
  await pressButton(page, 'Add a goal', form)
  await page
    .getByRole('textbox', { name: /^Goal \d/ })
    .and(page.locator(':focus'))
    .waitFor()
  await page.keyboard.insertText('A safe way home')
  await page.keyboard.press('Enter')
  await form.waitFor({ state: 'detached' })
  await drive.prepareSession(page, { group: stockedGroup })
  await live.everyoneArrives(page)
  await live.start(page)
  await live.markInTwo(page, '3', 'R')
  await live.endNow(page)
  await live.openDebrief(page)
}

test('the shared part and every text of a note are there again', async () => {
  test.slow()
  let page = await open()
  await holdSession(page)
  const process = 'Quick to begin.'
  await typeOn(page, shared(page).getByRole('textbox', { name: 'Group process' }), shared(page), process)
  await page.keyboard.press('Control+1')
  await note(page).waitFor()
  await page.keyboard.press('Alt+Digit1')
  const progress = note(page).getByRole('textbox', { name: /^Progress with/ })
  await typeAt(page, progress, 'Twice.')
  await typeAt(page, note(page).getByRole('textbox', { name: /^Plan/ }), 'Calls at eight.')
  await typeOn(page, written(page), note(page), 'Named the walk home.')
  page = await killAndComeBack()
  await expect(shared(page).getByRole('textbox', { name: 'Group process' })).toHaveValue(begunWith(process))
  await page.keyboard.press('Control+1')
  await expect(written(page)).toHaveValue(begunWith('Named the walk home.'))
  await expect(note(page).getByRole('textbox', { name: /^Plan/ })).toHaveValue('Calls at eight.')
  await expect(note(page).getByRole('textbox', { name: /^Progress with/ })).toHaveValue('Twice.')
})

test('so is what is being added to a signed note, and it is offered', async () => {
  let page = windowOf(app)
  await page.keyboard.press('Control+1')
  await page.keyboard.press('Control+Enter')
  const asked = page
    .getByRole('region', { name: 'Before you sign' })
    .getByRole('button', { name: /^It is meant so/ })
  await asked.first().waitFor()
  for (let left = await asked.count(); left > 0; left -= 1) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    await page.keyboard.press('Alt+Shift+KeyA')
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    await expect(asked).toHaveCount(left - 1)
  }
  await page.keyboard.press('Control+Enter')
  await page.getByRole('heading', { name: '1 of 3 signed' }).waitFor()
  await page.keyboard.press('Control+1')
  const signed = page.getByRole('group', { name: 'Signed note of Ana' })
  await pressButton(page, 'Add to this note', signed)
  // Backwards from the text, its kinds are entered at the last one.
  await reach(page, signed.getByRole('radio', { name: 'Attestation' }))
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('Enter')
  await typeOn(page, field(signed, 'Correction'), signed, 'It was the way to work.')
  page = await killAndComeBack()
  await page.keyboard.press('Control+1')
  await pressButton(page, 'Go on with the correction you began')
  await expect(field(page, 'Correction')).toHaveValue(begunWith('It was the way to work.'))
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('region', { name: 'Correction' })).toContainText('It was the way to work.')
  await expect(page.getByRole('button', { name: 'Add to this note' })).toBeVisible()
})

test('so is what is being written about a risk', async () => {
  let page = windowOf(app)
  const dialog = () => page.getByRole('dialog', { name: 'Risk follow-up' })
  await pressButton(page, 'Write and sign')
  await typeOn(page, field(dialog(), 'What was done'), dialog(), 'Spoke with her.')
  page = await killAndComeBack()
  await pressButton(page, 'Write and sign')
  await expect(field(dialog(), 'What was done')).toHaveValue(begunWith('Spoke with her.'))
  await pressButton(page, 'Sign and close', dialog())
  await dialog().waitFor({ state: 'detached' })
  await expect(page.getByRole('region', { name: 'Follow-ups' })).toContainText('Spoke with her.')
})

function windowOf(launched: LaunchedConsole | null): Page {
  if (launched === null) throw new Error('No console runs')
  return launched.page
}
