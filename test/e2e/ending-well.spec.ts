import type { Page } from 'playwright-core'
import { author, tenNames } from '../support/cast.ts'
import * as drive from '../support/drive.ts'
import * as live from '../support/drive-live.ts'
import { expect, test } from './fixtures.ts'

test.use({ vaultOf: author })

const group = { name: 'Evening Circle', isOnTuesdays: true } as const

async function prepare(page: Page): Promise<void> {
  await drive.unlock(page, author.passphrase)
  await drive.createGroup(page, group)
  for (const name of tenNames.slice(0, 3)) await drive.addMember(page, { name })
  await drive.prepareSession(page, { group: group.name, topic: 'High-risk evenings' })
}

test('late, it ends as scheduled or runs from now; and after a click there the keys still count', async ({
  page,
}) => {
  await prepare(page)
  const header = page.getByRole('banner')
  const card = page.getByRole('region', { name: 'When to end' })
  const agenda = page.getByRole('complementary', { name: 'Agenda' })
  await expect(header).toContainText('5 min late')
  await expect(header).toContainText('ends 7:30 PM')
  await expect(agenda).toContainText('fitted to 85 min')
  await card.getByText(/^Run to 7:35/).click()
  await expect(header).toContainText('ends 7:35 PM')
  await expect(card).toContainText('Every phase keeps its minutes.')
  await expect(agenda).not.toContainText('fitted')
  await live.everyoneArrives(page)
  await live.start(page)
  await expect(header).toContainText('ends 7:35 PM')
  await expect(live.phaseClock(page)).toContainText('5:00')
})

test('a new end is called to mind anew, and nothing wrong stays said of the old one', async ({
  page,
  timepiece,
}) => {
  await prepare(page)
  await live.everyoneArrives(page)
  await live.start(page)
  await timepiece.pass(81)
  const said = (words: string) => page.getByText(words, { exact: true })
  await expect(said('4 minutes left. Check-out round needs 5 minutes and no longer fits.')).toHaveCount(1)
  await expect(page.getByRole('banner')).toContainText('4 min left')
  for (const end of ['7:35', '7:40', '7:45', '7:50']) {
    await page.keyboard.press('Alt+KeyL')
    await expect(page.getByRole('banner')).toContainText(`ends ${end} PM`)
  }
  await expect(page.getByText(/minutes left\./)).toHaveCount(0)
  await timepiece.pass(9)
  await expect(said('15 minutes left. Check-out round needs 5 minutes.')).toHaveCount(1)
  await timepiece.pass(5)
  await expect(said('10 minutes left. Check-out round needs 5 minutes.')).toHaveCount(1)
  await timepiece.pass(5)
  await expect(said('5 minutes left. Check-out round needs 5 minutes.')).toHaveCount(1)
})

test('what the close asks for can be read whole at 1366 pixels, however long its name', async ({
  page,
  timepiece,
}) => {
  await page.setViewportSize({ width: 1366, height: 768 })
  await prepare(page)
  await live.everyoneArrives(page)
  await live.start(page)
  await timepiece.pass(101)
  const words = page.getByRole('banner').getByText('no longer fits')
  await expect(page.getByRole('banner')).toContainText('16 min over the end')
  const isWhole = await words.evaluate((it) => it.scrollWidth <= it.clientWidth || it.clientWidth === 0)
  expect(isWhole).toBe(true)
  const pill = await words.evaluate((it) => {
    const [own, around] = [it.getBoundingClientRect(), it.closest('[data-fit]')?.getBoundingClientRect()]
    return around !== undefined && own.right <= around.right
  })
  expect(pill).toBe(true)
})
