import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { part2Statement2 } from '../../src/shared/record/part2-statements.ts'
import { createAuditor } from '../support/audit.ts'
import { getFromPage } from '../support/call-page.ts'
import { makeIt, nameOf } from '../support/drive-papers.ts'
import * as drive from '../support/drive.ts'
import { pressButton, reach, typeInto } from '../support/keyboard.ts'
import { readPdf } from '../support/read-pdf.ts'
import { expect, startWallMs, test as base } from './fixtures.ts'

const passphrase = 'quiet harbour winter lantern'
const sessionCount = 120

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

const members = (page: Page) => page.getByRole('table', { name: 'Members' })
const made = (papers: Locator) => papers.getByRole('region', { name: /^Made about/ }).getByRole('listitem')

test('progress over time of a member: for the chart, and for somebody else by their consent', async ({
  page,
  userDataDir,
}) => {
  test.slow()
  const { audit, violations } = await createAuditor(page)
  await drive.unlock(page, passphrase)
  const { members: everyone } = await getFromPage(page, 'roster.read', {})
  await drive.goTo(page, 'Groups & members')
  await reach(page, members(page).locator('tbody tr td:nth-child(2) button').first())
  await page.keyboard.press('Enter')
  await page.getByRole('slider', { name: 'Hours attended', exact: true }).waitFor()
  const name = await page.getByRole('heading', { level: 1 }).innerText()
  const papers = page.getByRole('dialog', { name: 'Progress over time' })
  await page.keyboard.press('Control+p')
  await papers.getByText('Twelve weeks to today.').waitFor()
  await audit('progress over time as a paper')
  await makeIt(papers, page, 'One file made.')
  await expect(made(papers)).toHaveCount(1)
  const folder = join(userDataDir, 'exports')
  const first = join(folder, await nameOf(made(papers).first()))
  const forChart = await readPdf(first)
  expect(statSync(first).mode & 0o777).toBe(0o600)

  await test.step('it holds the plots of the page and their numbers, and nobody else', () => {
    for (const words of [name, 'Progress over time', 'Hours attended', 'The numbers', 'At the start'])
      expect(forChart.text).toContain(words)
    expect(`${forChart.metadata} ${first}`).not.toContain(name)
    for (const sheet of forChart.pages) expect(sheet).toContain(part2Statement2)
    const others = everyone.map(({ preferredName }) => preferredName).filter((other) => other !== name)
    const words = new Set(forChart.text.split(/[^\p{L}]+/u))
    for (const other of others) expect(words.has(other), other).toBe(false)
  })

  await test.step('for somebody else a consent is asked for, stands on it, and is in the ledger', async () => {
    await papers.getByRole('radio', { name: 'Somebody else' }).press('Space')
    await page.keyboard.press('Control+Enter')
    await expect(papers.locator('[aria-invalid="true"]')).toHaveCount(3)
    await audit('progress over time for somebody else')
    await typeInto(page, 'Who gets it', 'Riverbend Primary Care', papers)
    await typeInto(page, 'What for', 'care coordination', papers)
    await typeInto(page, 'The member’s written consent', '0417-3 of 2 September 2026', papers)
    await makeIt(papers, page, 'One file made.')
    await expect(made(papers)).toHaveCount(2)
    const second = await readPdf(join(folder, await nameOf(made(papers).first())))
    expect(second.pages[0]).toContain('Disclosed to Riverbend Primary Care')
    await page.keyboard.press('Escape')
    await expect(page.getByText(/Progress over time, \w{4}, version 2/)).toBeVisible()
  })

  await test.step('all weeks are another paper, and a password closes it', async () => {
    await pressButton(page, 'All')
    await pressButton(page, 'As a PDF')
    await papers.getByText(/^All \d+ weeks\.$/).waitFor()
    await typeInto(page, 'Password on the file', 'otter lantern quarry', papers)
    await makeIt(papers, page, 'One file made.')
    await expect(made(papers)).toHaveCount(3)
    const third = join(folder, await nameOf(made(papers).first()))
    await expect(readPdf(third)).rejects.toThrow(/password/i)
    expect(readFileSync(third).includes(name)).toBe(false)
  })
  expect(await violations()).toEqual([])
})

test('a group over time as a paper: no member is named, and the group has its own list', async ({
  page,
  userDataDir,
}) => {
  test.slow()
  const { audit, violations } = await createAuditor(page)
  await drive.unlock(page, passphrase)
  const { members: everyone } = await getFromPage(page, 'roster.read', {})
  await drive.goTo(page, 'Groups & members')
  await reach(page, page.getByRole('tab', { name: 'Members' }))
  await page.keyboard.press('ArrowRight')
  await page.getByRole('radiogroup', { name: 'Weeks shown' }).waitFor()
  await page.getByRole('radio', { name: 'All' }).press('Space')
  await pressButton(page, 'As a PDF')
  const papers = page.getByRole('dialog', { name: 'Group over time' })
  await papers.getByText('All weeks.').waitFor()
  await audit('a group over time as a paper')
  await makeIt(papers, page, 'One file made.')
  await expect(made(papers)).toHaveCount(1)
  const pdf = await readPdf(join(userDataDir, 'exports', await nameOf(made(papers).first())))
  for (const words of ['Group over time', 'Attendance', 'Minutes per phase', 'Topics covered', 'The numbers'])
    expect(pdf.text).toContain(words)
  const words = new Set(pdf.text.split(/[^\p{L}]+/u))
  for (const { preferredName } of everyone) expect(words.has(preferredName), preferredName).toBe(false)
  expect(await violations()).toEqual([])
})
