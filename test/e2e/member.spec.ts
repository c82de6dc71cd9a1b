import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { createAuditor } from '../support/audit.ts'
import * as drive from '../support/drive.ts'
import { choose, chooseInMenu, pressButton, reach } from '../support/keyboard.ts'
import { readPdf } from '../support/read-pdf.ts'
import { expect, startWallMs, test as base } from './fixtures.ts'

const passphrase = 'quiet harbour winter lantern'
/** Four months of a clinic. */
const sessionCount = 170

/** A vault in which months have passed, made once: each test has a copy of its own. */
const grownFolder = mkdtempSync(join(tmpdir(), 'circlekeeper-e2e-'))
const test = base.extend({
  // oxlint-disable-next-line no-empty-pattern
  userDataDir: async ({}, provide) => {
    const folder = mkdtempSync(join(tmpdir(), 'circlekeeper-e2e-'))
    cpSync(grownFolder, folder, { recursive: true })
    await provide(folder)
    rmSync(folder, { recursive: true, force: true })
  },
})
test.beforeAll(() => {
  const asked = [join(grownFolder, 'vault'), passphrase, String(sessionCount), String(startWallMs)]
  execFileSync(process.execPath, [join(import.meta.dirname, '../support/grow-in-child.ts'), ...asked])
})
test.afterAll(() => rmSync(grownFolder, { recursive: true, force: true }))

const plot = (page: Page, name: string) => page.getByRole('slider', { name, exact: true })
const about = (page: Page) => page.getByRole('complementary', { name: /^About / })

/** The names of the members of the group that is open first, as their buttons bear them. */
function names(page: Page): Locator {
  return page.getByRole('table', { name: 'Members' }).locator('tbody tr td:nth-child(2) button')
}

async function openFirst(page: Page): Promise<string> {
  await drive.unlock(page, passphrase)
  await drive.goTo(page, 'Groups & members')
  const name = names(page).first()
  await reach(page, name)
  await page.keyboard.press('Enter')
  await plot(page, 'Hours attended').waitFor()
  await about(page).getByRole('heading', { name: 'Last notes' }).waitFor()
  return page.getByRole('heading', { level: 1 }).innerText()
}

test('a name leads to its member, whose plots are walked with the arrow keys and stand as tables', async ({
  page,
}) => {
  const name = await openFirst(page)
  await expect(about(page)).toHaveAccessibleName(`About ${name}`)
  const hours = plot(page, 'Hours attended')
  await reach(page, hours)
  await expect(hours).toHaveAttribute('aria-valuetext', /^Week of November 16: \d+:\d\d of 9 hours/)
  await page.keyboard.press('ArrowLeft')
  await expect(hours).toHaveAttribute('aria-valuetext', /^Week of November 9: /)
  await page.keyboard.press('Home')
  await expect(hours).toHaveAttribute('aria-valuetext', /^Week of (August|September) \d+: /)
  await page.keyboard.press('End')
  await expect(hours).toHaveAttribute('aria-valuetext', /^Week of November 16: /)
  await page.keyboard.press('Tab')
  await pressButton(page, 'Hours attended as a table')
  const table = page.getByRole('table', { name: 'Hours attended' })
  await expect(table.getByRole('rowheader').first()).toHaveText('Nov 16')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: 'Hours attended as a table' })).toBeFocused()
})

test('Enter on a value opens the session that it is from', async ({ page }) => {
  await openFirst(page)
  await reach(page, plot(page, 'Mood'))
  await page.keyboard.press('Enter')
  await expect(plot(page, 'Mood')).toHaveCount(0)
  const sessions = page.getByRole('navigation', { name: 'Console' }).getByRole('button', { name: 'Sessions' })
  await expect(sessions).toHaveAttribute('aria-current', 'page')
})

test('twelve weeks at a time, back to the first and all at once', async ({ page }) => {
  await openFirst(page)
  const words = page.getByText('Twelve weeks to today')
  await expect(words).toBeVisible()
  await expect(page.getByRole('button', { name: 'Twelve weeks later' })).toBeDisabled()
  await pressButton(page, 'Twelve weeks earlier')
  await expect(page.getByText('Twelve weeks to August 30')).toBeVisible()
  await pressButton(page, 'All')
  await expect(page.getByText(/^All \d+ weeks$/)).toBeVisible()
  await pressButton(page, 'Twelve weeks')
  await expect(words).toBeVisible()
})

test('all notes stand in order, by their state, and are read in their place', async ({ page }) => {
  await openFirst(page)
  await pressButton(page, /^All \d+ notes$/)
  await expect(page.getByRole('button', { name: 'Back to the plots' })).toBeFocused()
  const lines = page.getByRole('heading', { level: 3 }).getByRole('button')
  const all = await lines.count()
  await page.getByRole('radio', { name: /^Signed/ }).press('Space')
  expect(await lines.count()).toBeLessThanOrEqual(all)
  await reach(page, lines.first())
  await page.keyboard.press('Enter')
  await expect(page.getByText(/^Signed by/).first()).toBeVisible()
  await pressButton(page, 'Back to the plots')
  await expect(plot(page, 'Hours attended')).toBeVisible()
})

test('a member is edited from the page', async ({ page }) => {
  await openFirst(page)
  await pressButton(page, /^Edit /)
  const form = page.getByRole('dialog', { name: 'Edit member' })
  await form.getByRole('textbox', { name: 'Preferred name' }).fill('Dee')
  await page.keyboard.press('Enter')
  await expect(form).toHaveCount(0)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Dee')
})

test('somebody who is no patient has no hours and no questionnaires', async ({ page }) => {
  await drive.unlock(page, passphrase)
  await drive.goTo(page, 'Groups & members')
  const name = await names(page).first().locator('bdi').last().innerText()
  await chooseInMenu(page, page.getByRole('button', { name: `More for ${name}` }), 'Edit')
  const form = page.getByRole('dialog', { name: 'Edit member' })
  await choose(page, 'Belongs as', 'Partner')
  await form.getByRole('button', { name: 'Save' }).press('Enter')
  await expect(form).toHaveCount(0)
  await reach(page, names(page).first())
  await page.keyboard.press('Enter')
  await about(page).getByRole('heading', { name: 'Care' }).waitFor()
  await plot(page, 'Mood').waitFor()
  await expect(plot(page, 'Hours attended')).toHaveCount(0)
  await expect(page.getByRole('heading', { name: 'Questionnaires' })).toHaveCount(0)
})

test('the page of a member is without fault, by day and in the evening', async ({ page }) => {
  test.slow()
  const auditor = await createAuditor(page)
  await openFirst(page)
  await auditor.audit('member')
  await reach(page, plot(page, 'Mood'))
  await page.keyboard.press('ArrowLeft')
  await auditor.audit('member, walking')
  await pressButton(page, 'Mood as a table')
  await auditor.audit('member, as a table')
  await page.keyboard.press('Escape')
  await pressButton(page, 'All')
  await auditor.audit('member, all weeks')
  await pressButton(page, /^All \d+ notes$/)
  await auditor.audit('member, notes')
  expect(await auditor.violations()).toEqual([])
})

test('a printed page of a member has the plots and their numbers, and names nobody else', async ({
  page,
  userDataDir,
}) => {
  await drive.unlock(page, passphrase)
  await drive.goTo(page, 'Groups & members')
  const others = (await names(page).locator('bdi:last-of-type').allInnerTexts()).slice(1)
  await reach(page, names(page).first())
  await page.keyboard.press('Enter')
  await plot(page, 'Hours attended').waitFor()
  await about(page).getByRole('heading', { name: 'Last notes' }).waitFor()
  const name = await page.getByRole('heading', { level: 1 }).innerText()
  await page.emulateMedia({ colorScheme: 'dark' })
  const path = join(userDataDir, 'member.pdf')
  await page.pdf({ format: 'Letter', path })
  const { text } = await readPdf(path)
  expect(text).toContain(name)
  expect(text).toContain('At the start')
  expect(text).not.toContain('Groups & members')
  for (const other of others) expect(text).not.toContain(other)
})
