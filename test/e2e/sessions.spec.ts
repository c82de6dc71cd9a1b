/* oxlint-disable no-await-in-loop -- a person does one thing after the other */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { createAuditor } from '../support/audit.ts'
import * as drive from '../support/drive.ts'
import { holdSessions } from '../support/hold-sessions.ts'
import { pressButton, reach } from '../support/keyboard.ts'
import { parseCsv } from '../support/parse-csv.ts'
import { expect, test } from './fixtures.ts'

function grid(page: Page): Locator {
  return page.getByRole('grid', { name: 'Sessions' })
}

/** The topics that are shown, from the top. */
async function topics(page: Page): Promise<readonly string[]> {
  const place = await columnPlace(page, 'Topic')
  const cells = grid(page).locator(`td[aria-colindex="${place}"] > span:first-child > bdi`)
  return cells.evaluateAll((all) =>
    all
      .map((cell) => ({ top: cell.getBoundingClientRect().top, words: cell.textContent }))
      .toSorted((one, other) => one.top - other.top)
      .map(({ words }) => words),
  )
}

async function columnPlace(page: Page, heading: string): Promise<string> {
  const found = grid(page).getByRole('columnheader').filter({ hasText: heading }).first()
  return (await found.getAttribute('aria-colindex')) ?? ''
}

function current(page: Page): Locator {
  return grid(page).locator('tr[data-current]')
}

function filters(page: Page): Locator {
  return page.getByRole('group', { name: 'Filters' })
}

function views(page: Page): Locator {
  return page.getByRole('navigation', { name: 'Views' })
}

test('every session is found, compared and opened from the keyboard', async ({ page, timepiece }) => {
  test.setTimeout(240_000)
  await holdSessions(page, timepiece)
  const { audit, violations } = await createAuditor(page)
  await drive.goTo(page, 'Sessions')
  await expect(page.getByText('4 sessions', { exact: true })).toBeVisible()
  expect(await topics(page)).toEqual(['No topic', 'ערב בבית: מה עוזר', 'Saying no', 'High-risk evenings'])
  await expect(grid(page)).toHaveAttribute('aria-rowcount', '5')
  await expect(grid(page).getByRole('row').nth(1)).toContainText('1 to write')
  await expect(grid(page).getByRole('row').nth(4)).toContainText('signed')
  await audit('sessions')

  // Arrows choose, Shift and arrows choose several, Enter opens, and the way back leads to the same line.
  await page.keyboard.press('ArrowDown')
  await expect(grid(page)).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect(current(page)).toContainText('ערב')
  await page.keyboard.press('Shift+ArrowDown')
  await expect(page.getByText('2 sessions chosen, 4 sessions')).toBeVisible()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Home')
  await page.keyboard.press('End')
  await expect(current(page)).toContainText('High-risk evenings')
  await page.keyboard.press('Enter')
  await expect(grid(page)).toHaveCount(0)
  await drive.goTo(page, 'Sessions')
  await expect(current(page)).toContainText('High-risk evenings')

  // What is left to do leads to the debrief.
  await reach(page, grid(page))
  await page.keyboard.press('Home')
  await page.keyboard.press('Shift+Enter')
  await page.getByRole('heading', { name: /^Shared by all notes/ }).waitFor()
  await pressButton(page, 'Today')
  await drive.goTo(page, 'Sessions')

  // Sorting, and what is left equal sorted by another.
  await pressButton(page, 'Topic', grid(page))
  expect(await topics(page)).toEqual(['High-risk evenings', 'Saying no', 'ערב בבית: מה עוזר', 'No topic'])
  await pressButton(page, 'Members', grid(page))
  await reach(page, grid(page).getByRole('button', { name: 'Minutes of plan' }))
  await page.keyboard.press('Shift+Enter')
  expect(await topics(page)).toEqual(['High-risk evenings', 'ערב בבית: מה עוזר', 'Saying no', 'No topic'])

  // Filters are words, of which Tab walks from one to the next.
  await pressButton(page, 'in any group', filters(page))
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page.getByText('1 of 4 sessions', { exact: true })).toBeVisible()
  await pressButton(page, /^Any: no longer in /, filters(page))
  await pressButton(page, 'Another filter', filters(page))
  await page.getByRole('menuitem', { name: 'State of the notes' }).waitFor()
  await audit('sessions, another filter')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog', { name: 'until' })).toBeVisible()
  await audit('sessions, until a day')
  await page.keyboard.press('Escape')
  await violationsNone(violations)
})

async function violationsNone(violations: () => Promise<readonly string[]>): Promise<void> {
  expect(await violations()).toEqual([])
}

test('a search shows what was found, in the sessions that it was found in', async ({ page, timepiece }) => {
  test.setTimeout(180_000)
  await holdSessions(page, timepiece)
  const { audit, violations } = await createAuditor(page)
  await drive.goTo(page, 'Sessions')
  await grid(page).waitFor()
  await page.keyboard.press('/')
  await expect(page.getByRole('searchbox', { name: 'Search the record' })).toBeFocused()
  await page.keyboard.type('walk home')
  await expect(page.getByText('1 of 4 sessions', { exact: true })).toBeVisible()
  await expect(grid(page).locator('mark')).toHaveText(['walk home'])
  await expect(page.getByText('Private notes are not searched here.')).toBeVisible()
  await audit('sessions, searched')
  await page.keyboard.type(' nowhere')
  await expect(page.getByRole('heading', { name: 'No session like this' })).toBeVisible()
  await audit('sessions, nothing found')
  await page.keyboard.press('Escape')
  await expect(page.getByText('4 sessions', { exact: true })).toBeVisible()
  // A word that stands in a private note alone.
  await page.keyboard.type('worry')
  await expect(page.getByRole('heading', { name: 'No session like this' })).toBeVisible()
  await violationsNone(violations)
})

test('views are saved under a name, and the table as it is shown becomes a file', async ({
  page,
  timepiece,
  userDataDir,
}) => {
  test.setTimeout(240_000)
  await holdSessions(page, timepiece)
  const { audit, violations } = await createAuditor(page)
  await drive.goTo(page, 'Sessions')
  await expect(views(page).getByRole('button', { name: /^Notes to finish\s*3$/ })).toBeVisible()
  await pressButton(page, /^Notes to finish/, views(page))
  await expect(page.getByText('3 of 4 sessions', { exact: true })).toBeVisible()

  await pressButton(page, 'Columns')
  const type = page.getByRole('menuitemcheckbox', { name: 'Type' })
  await type.waitFor()
  for (let step = 0; step < 3; step += 1) await page.keyboard.press('ArrowDown')
  await expect(type).toBeFocused()
  await page.keyboard.press('Space')
  await expect(type).not.toBeChecked()
  await audit('sessions, columns')
  await page.keyboard.press('Escape')
  await expect(grid(page).getByRole('columnheader', { name: 'Topic' })).toBeVisible()
  await expect(grid(page).getByRole('columnheader', { name: 'Type' })).toHaveCount(0)

  await pressButton(page, 'Save this view')
  await page.keyboard.type('My Tuesday')
  await audit('sessions, saving a view')
  await page.keyboard.press('Enter')
  const own = views(page).getByRole('button', { name: /^My Tuesday/ })
  await expect(own).toHaveAttribute('aria-current', 'true')
  expect(await page.title()).not.toContain('Tuesday')

  await pressButton(page, 'CSV')
  const dialog = page.getByRole('dialog')
  await audit('sessions, as a file')
  await pressButton(page, 'Make a table (CSV)', dialog)
  const name = await dialog.getByText(/-sessions\.csv$/).innerText()
  const [headings = [], ...lines] = parseCsv(
    readFileSync(join(userDataDir, 'exports', name), 'utf8').slice(1),
  )
  expect(headings).not.toContain('Type')
  expect(lines.map((line) => line[headings.indexOf('Topic')])).toEqual(['Saying no', 'ערב בבית: מה עוזר', ''])
  expect(lines.flat().join(' ')).not.toContain('Anouk')
  await page.keyboard.press('Escape')

  // Removed and brought back, and kept over a lock.
  await pressButton(page, 'More for the view My Tuesday')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Enter')
  await expect(own).toHaveCount(0)
  await pressButton(page, 'Undo')
  await expect(own).toBeVisible()
  await pressButton(page, /^My Tuesday/, views(page))
  await expect(page.getByText('3 of 4 sessions', { exact: true })).toBeVisible()
  await expect(grid(page).getByRole('columnheader', { name: 'Type' })).toHaveCount(0)
  await drive.goTo(page, 'Vault & privacy')
  await expect(page.getByText('Sessions as a table')).toBeVisible()
  await violationsNone(violations)
})
