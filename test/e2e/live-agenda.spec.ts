import type { Page } from 'playwright-core'
import { createAuditor } from '../support/audit.ts'
import * as live from '../support/drive-live.ts'
import * as drive from '../support/drive.ts'
import { chooseInMenu, field, reach, typeInto } from '../support/keyboard.ts'
import { expect, test } from './fixtures.ts'

const author = { name: 'Nora Field', passphrase: 'otter lantern quarry violet' }
const group = { name: 'Evening Circle', isOnTuesdays: true }

function agenda(page: Page) {
  return page.getByRole('complementary', { name: 'Agenda' })
}

function minutesOf(page: Page, phase: string) {
  return agenda(page).getByRole('spinbutton', { name: `Minutes of ${phase}`, exact: true })
}

function proposal(page: Page) {
  return page.getByRole('region', { name: 'Proposal to end on time' })
}

function changed(page: Page) {
  return page.getByRole('region', { name: 'Changed agenda' })
}

function row(page: Page, phase: string) {
  return agenda(page).getByRole('listitem').filter({ hasText: phase })
}

function rows(page: Page) {
  return agenda(page).getByRole('listitem')
}

async function begin(page: Page): Promise<void> {
  await drive.createGroup(page, group)
  for (const name of ['Anouk', 'Bertil', 'Cosima']) await drive.addMember(page, { name })
  await drive.prepareSession(page, { group: group.name, topic: 'High-risk evenings' })
}

/** Takes the last act back with Z from wherever the focus is not in a field. */
async function takeBack(page: Page, words: string): Promise<void> {
  await page.getByRole('button', { name: `undo “${words}”` }).waitFor()
  await live.undo(page)
  await page.getByRole('button', { name: `undo “${words}”` }).waitFor({ state: 'detached' })
}

test('the agenda bends by keyboard alone, and each change is taken back', async ({ page, timepiece }) => {
  test.slow()
  const { audit, violations } = await createAuditor(page)
  await drive.createVault(page, author)
  await begin(page)
  await live.everyoneArrives(page)
  // Five minutes after its time: eighty-five are left until 7:30 PM.
  await live.start(page)
  await timepiece.pass(14)

  await expect(proposal(page)).toContainText('9 min behind.')
  await expect(proposal(page)).toContainText(
    'Trim Discussion to 23 and High-risk situations to 14; Check-out round stays whole.',
  )
  await audit('behind')

  await page.keyboard.press('Alt+KeyE')
  await expect(minutesOf(page, 'Check-in round')).toBeFocused()
  await expect(minutesOf(page, 'Discussion')).toHaveAttribute('aria-valuenow', '23')
  await expect(changed(page)).toContainText('71 min planned, 71 left: it fits.')
  await expect(changed(page)).toContainText('Not to be eaten: Check-out round 5.')
  await reach(page, minutesOf(page, 'Discussion'))
  await page.keyboard.press('ArrowUp')
  await expect(changed(page)).toContainText('1 too many.')
  await reach(page, minutesOf(page, 'High-risk situations'))
  for (let press = 0; press < 9; press += 1) await page.keyboard.press('ArrowDown')
  await expect(minutesOf(page, 'High-risk situations')).toHaveAttribute('aria-valuenow', '10')
  await expect(changed(page)).toContainText('3 free.')
  await reach(page, minutesOf(page, 'Check-out round'))
  await page.keyboard.press('ArrowDown')
  await expect(minutesOf(page, 'Check-out round')).toHaveAttribute('aria-valuenow', '5')
  await audit('changing minutes')
  await page.keyboard.press('Alt+Enter')
  await expect(row(page, 'Discussion')).toContainText('24 min')
  await expect(proposal(page)).toHaveCount(0)
  await takeBack(page, 'new minutes in the agenda')

  await page.keyboard.press('Alt+Enter')
  await expect(row(page, 'Discussion')).toContainText('23 min')
  await takeBack(page, 'new minutes in the agenda')
  expect(await violations()).toEqual([])
})

test('phases come, go and change places, and the end moves, by keyboard alone', async ({
  page,
  timepiece,
}) => {
  test.slow()
  const { audit, violations } = await createAuditor(page)
  await drive.createVault(page, author)
  await begin(page)
  await live.everyoneArrives(page)
  await live.start(page)
  const header = page.getByRole('banner')

  await chooseInMenu(page, page.getByRole('button', { name: 'More about the agenda' }), 'Insert a phase')
  const form = page.getByRole('dialog', { name: 'Insert a phase' })
  await expect(field(form, 'Name')).toBeFocused()
  await audit('inserting a phase')
  await typeInto(page, 'Name', 'Breathing together', form)
  await page.keyboard.press('Enter')
  await expect(rows(page).nth(1)).toContainText('Breathing together')
  await expect(rows(page).nth(1)).toContainText('10 min')
  await takeBack(page, 'Breathing together put in')
  await expect(rows(page).nth(1)).toContainText('Check-in round')

  await reach(page, row(page, 'Check-in round').getByRole('button'))
  await page.keyboard.press('Alt+ArrowDown')
  await expect(rows(page).nth(2)).toContainText('Check-in round')
  await expect(row(page, 'Check-in round').getByRole('button')).toBeFocused()
  await takeBack(page, 'new order of the agenda')
  await expect(rows(page).nth(1)).toContainText('Check-in round')

  await expect(header).toContainText('ends 7:30 PM')
  await page.keyboard.press('Alt+KeyL')
  await expect(header).toContainText('ends 7:35 PM')
  await takeBack(page, 'session +5 min')
  await expect(header).toContainText('ends 7:30 PM')

  await live.skip(page, 'Discussion', 'Not today')
  await expect(row(page, 'Discussion')).toContainText('left out: not today')
  await takeBack(page, 'Discussion left out')
  await expect(row(page, 'Discussion')).not.toContainText('left out')

  await timepiece.pass(50)
  await expect(proposal(page)).toContainText('Run 23 min longer, or leave a phase out.')
  await audit('too far behind')
  await timepiece.pass(27)
  await expect(header).toContainText('8 min left')
  await expect(header).toContainText('Check-out round needs 5')
  await expect(page.getByText('8 minutes left. Check-out round needs 5 minutes.')).toHaveCount(1)
  await timepiece.pass(5)
  await expect(header).toContainText('Check-out round no longer fits')
  await expect(row(page, 'Check-out round')).toContainText('it no longer fits')
  await audit('the close no longer fits')
  expect(await violations()).toEqual([])
})
