import type { Locator, Page } from 'playwright-core'
import { createAuditor } from '../support/audit.ts'
import * as drive from '../support/drive.ts'
import { holdSessions } from '../support/hold-sessions.ts'
import { pressButton } from '../support/keyboard.ts'
import { expect, test } from './fixtures.ts'

function grid(page: Page): Locator {
  return page.getByRole('grid', { name: 'Sessions' })
}

function filters(page: Page): Locator {
  return page.getByRole('group', { name: 'Filters' })
}

/** Adds a filter, by the first letters of its name in the list of them. */
async function addFilter(page: Page, name: string): Promise<Locator> {
  await pressButton(page, 'Another filter', filters(page))
  const entry = page.getByRole('menuitem', { name, exact: true })
  await entry.waitFor()
  await page.keyboard.type(name.slice(0, 4))
  await expect(entry).toBeFocused()
  await page.keyboard.press('Enter')
  return page.getByRole('dialog')
}

test('a search is narrowed by type of group, member, days, theme and risk', async ({ page, timepiece }) => {
  test.setTimeout(240_000)
  await holdSessions(page, timepiece)
  const { audit, violations } = await createAuditor(page)
  await drive.goTo(page, 'Sessions')
  await grid(page).waitFor()
  const counts = (words: string) => expect(page.getByText(words, { exact: true })).toBeVisible()

  await addFilter(page, 'Member')
  await expect(page.getByRole('textbox', { name: 'Member' })).toBeFocused()
  await page.keyboard.type('be')
  await expect(page.getByRole('button', { name: 'Ben' })).toBeVisible()
  await audit('sessions, of a member')
  await page.keyboard.press('Enter')
  await counts('3 of 4 sessions')
  await expect(filters(page).getByRole('button', { name: 'member Ben', exact: true })).toBeVisible()

  const topic = await addFilter(page, 'Topic or theme')
  await expect(topic.getByRole('listitem')).toHaveText([
    'ערב בבית: מה עוזר',
    'Saying no',
    'High-risk evenings',
  ])
  await page.keyboard.type('SAYIN')
  await expect(topic.getByRole('listitem')).toHaveText(['Saying no'])
  await audit('sessions, about a theme')
  await pressButton(page, 'Saying no', topic)
  await counts('1 of 4 sessions')
  await page.keyboard.press('Escape')
  await expect(topic).toHaveCount(0)
  await page.keyboard.press('/')
  await page.keyboard.type('walk home')
  await expect(grid(page).locator('mark')).toHaveText(['walk home'])
  await counts('1 of 4 sessions')

  // What is found stays within every filter that is set.
  await addFilter(page, 'Type of group')
  await page.keyboard.type('Skil')
  await page.keyboard.press('Enter')
  await counts('1 of 4 sessions')
  await addFilter(page, 'Risk')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'No session like this' })).toBeVisible()
  await pressButton(page, 'Any: no longer with risk marked', filters(page))
  await pressButton(page, /^since /, filters(page))
  await pressButton(page, 'The last 7 days', page.getByRole('dialog'))
  await counts('1 of 4 sessions')
  await pressButton(page, 'Any: no longer about “Saying no”', filters(page))
  await pressButton(page, /^Any: no longer member Ben/, filters(page))
  await expect(grid(page).locator('mark')).toHaveText(['walk home'])
  expect(await violations()).toEqual([])
})
