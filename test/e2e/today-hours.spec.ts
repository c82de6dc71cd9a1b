import type { Locator, Page } from 'playwright-core'
import { createAuditor } from '../support/audit.ts'
import { getFromPage } from '../support/call-page.ts'
import { author, unevenNames } from '../support/cast.ts'
import * as live from '../support/drive-live.ts'
import * as drive from '../support/drive.ts'
import { choose, field, pressButton, typeInto } from '../support/keyboard.ts'
import { settle } from '../support/settle.ts'
import { expect, test } from './fixtures.ts'

test.use({ vaultOf: author })

const group = { name: 'Evening Circle', isOnTuesdays: true } as const
const names = [...unevenNames, 'Kirsi', 'Åsa']
const dayMinutes = 24 * 60

function short(page: Page): Locator {
  return page.getByRole('region', { name: /^Short of/ })
}

/** Looked at once the answer of who would be is there: calls are answered in turn, and Today has asked before. */
async function expectNobodyShort(page: Page): Promise<void> {
  await drive.goTo(page, 'Today')
  await drive.title(page, 'Next days').waitFor()
  expect(await getFromPage(page, 'hours.short', {})).toMatchObject({ people: [] })
  await settle(page)
  await expect(short(page)).toHaveCount(0)
}

async function setHours(page: Page, hours: number): Promise<void> {
  await drive.goTo(page, 'Settings')
  await typeInto(page, 'Hours a week, adults', String(hours))
  await page.keyboard.press('Tab')
}

test('Today says who will be short of their hours, A to Z, with what is attended, planned and to find', async ({
  page,
  timepiece,
}) => {
  test.slow()
  const { audit, violations } = await createAuditor(page)
  await drive.unlock(page, author.passphrase)
  await drive.createGroup(page, group)
  for (const name of names) await drive.addMember(page, { name })

  await test.step('whoever joined in the course of the week is not held to all of it', async () => {
    await expectNobodyShort(page)
  })

  await test.step('a week on, everyone is named in the order of the alphabet, a few at first', async () => {
    await drive.goTo(page, 'Settings')
    await timepiece.pass(6 * dayMinutes)
    await drive.goTo(page, 'Today')
    await expect(short(page).getByRole('heading')).toHaveText('Short of 9 hours this week')
    await expect(short(page)).toContainText('Even with all that is planned until Sunday.')
    await expect(short(page).getByRole('listitem')).toHaveCount(6)
    await pressButton(page, 'Show all 12')
    await expect(short(page).getByRole('listitem')).toHaveCount(12)
    const shown = await short(page).getByRole('listitem').locator('bdi').allInnerTexts()
    expect(shown).toEqual(names.toSorted((a, b) => a.localeCompare(b, 'en-US')))
    await expect(short(page).getByRole('listitem').first()).toContainText('7:30 to find')
    await expect(short(page).getByRole('listitem').first()).toContainText('0:00 attended, 1:30 planned')
    await audit('today, twelve members short of their hours')
  })

  await test.step('the hours are the clinic’s own, and enough is enough', async () => {
    await setHours(page, 1)
    await expectNobodyShort(page)
    await setHours(page, 2)
    await expect(page.getByRole('heading', { name: 'Hours and places' })).toBeVisible()
    await audit('settings, hours and places')
    await drive.goTo(page, 'Today')
    await expect(short(page).getByRole('heading')).toHaveText('Short of 2 hours this week')
    await expect(short(page).getByRole('listitem').first()).toContainText('0:30 to find')
  })

  await test.step('what is attended counts from the log, and whoever is excused has less planned', async () => {
    await timepiece.pass(dayMinutes)
    await drive.prepareSession(page, { group: group.name, topic: 'High-risk evenings' })
    await live.setPresence(page, '1', 'excused')
    await live.everyoneArrives(page)
    await live.start(page)
    await timepiece.pass(60)
    await live.endNow(page)
    await live.openDebrief(page)
    await pressButton(page, 'Today')
    const row = (name: string) => short(page).getByRole('listitem').filter({ hasText: name })
    await pressButton(page, 'Show all 12')
    await expect(row('Anouk')).toContainText('0:00 attended, 0:00 planned')
    await expect(row('Anouk')).toContainText('2:00 to find')
    await expect(row('Bertil')).toContainText('1:00 attended, 0:00 planned')
    await expect(row('Bertil')).toContainText('1:00 to find')
  })

  await test.step('a group beside the program asks nobody, until it is counted again', async () => {
    const count = async (chosen: 'Counted' | 'Not counted') => {
      await drive.goTo(page, 'Groups & members')
      await pressButton(page, 'Edit group')
      await choose(page, 'Weekly hours', chosen)
      await pressButton(page, 'Save')
      await expect(page.getByRole('dialog')).toHaveCount(0)
    }
    await count('Not counted')
    await expect(page.getByText('not counted towards weekly hours')).toBeVisible()
    await pressButton(page, 'Bertil', page.getByRole('table', { name: 'Members' }))
    await expect(page.getByText('no hours asked')).toBeVisible()
    await audit('a member, no hours asked')
    await expectNobodyShort(page)
    await count('Counted')
    await drive.goTo(page, 'Today')
    await expect(short(page).getByRole('heading')).toHaveText('Short of 2 hours this week')
  })

  await test.step('a name leads to its member, and a session of the last days to itself', async () => {
    await pressButton(page, /^Bertil/, short(page))
    await expect(page.getByRole('heading', { level: 1, name: 'Bertil' })).toBeVisible()
    await drive.goTo(page, 'Today')
    const last = page.getByRole('region', { name: 'Last sessions' })
    await pressButton(page, /High-risk evenings/, last)
    await expect(page.getByRole('heading', { level: 1 })).toContainText(/High-risk evenings|Evening Circle/)
  })

  await test.step('notes that are late say by how many days, and come first', async () => {
    await timepiece.pass(8 * dayMinutes)
    await drive.goTo(page, 'Today')
    const notes = page.getByRole('region', { name: 'Notes to finish' })
    await expect(notes.getByRole('listitem').first()).toContainText(/5 days overdue/)
    await audit('today, notes overdue')
  })
  expect(await violations()).toEqual([])
})

test('hours and places that do not fit are said at their field, and not kept', async ({ page }) => {
  await drive.unlock(page, author.passphrase)
  await drive.goTo(page, 'Settings')
  await typeInto(page, 'Hours a week, adults', '168')
  await page.keyboard.press('Tab')
  await expect(page.getByText('0 to 100')).toBeVisible()
  await typeInto(page, 'A group has at least', '14')
  await page.keyboard.press('Tab')
  await expect(page.getByText('1 to 12')).toBeVisible()
  await drive.goTo(page, 'Today')
  await drive.goTo(page, 'Settings')
  await expect(field(page, 'Hours a week, adults')).toHaveValue('9')
  await expect(field(page, 'A group has at least')).toHaveValue('6')
})
