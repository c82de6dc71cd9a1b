import type { Locator, Page } from 'playwright-core'
import { createAuditor } from '../support/audit.ts'
import { author, unevenNames } from '../support/cast.ts'
import * as live from '../support/drive-live.ts'
import * as drive from '../support/drive.ts'
import { pressButton, reach } from '../support/keyboard.ts'
import type { Timepiece } from '../support/timepiece.ts'
import { expect, test } from './fixtures.ts'

test.use({ vaultOf: author })

const group = { name: 'Evening Circle', isOnTuesdays: true } as const
const weekMinutes = 7 * 24 * 60

/** Holds a session from which some are excused; its phases take these minutes. */
async function hold(
  page: Page,
  timepiece: Timepiece,
  { topic, away, minutes }: { topic: string; away: readonly string[]; minutes: readonly [number, number] },
): Promise<void> {
  await drive.prepareSession(page, { group: group.name, topic })
  for (const key of away) await live.setPresence(page, key, 'excused')
  await live.everyoneArrives(page)
  await live.start(page)
  await timepiece.pass(minutes[0])
  await live.next(page, 'Check-in round')
  await timepiece.pass(minutes[1])
  await live.endNow(page)
  await live.openDebrief(page)
  await pressButton(page, 'Today')
}

async function openOverTime(page: Page): Promise<void> {
  await drive.goTo(page, 'Groups & members')
  await reach(page, page.getByRole('tab', { name: 'Members' }))
  await page.keyboard.press('ArrowRight')
  await page.getByRole('radiogroup', { name: 'Weeks shown' }).waitFor()
}

function plot(page: Page, name: string): Locator {
  return page.getByRole('slider', { name })
}

test('a group over time: attendance, its cohesion, minutes per phase, topics and places', async ({
  page,
  timepiece,
}) => {
  test.slow()
  const { audit, violations } = await createAuditor(page)
  await drive.unlock(page, author.passphrase)
  await drive.createGroup(page, group)
  for (const name of unevenNames) await drive.addMember(page, { name })

  await test.step('before its first session the group says what will stand there, and its places', async () => {
    await openOverTime(page)
    await expect(page.getByText('No session of this group has ended in this time.')).toBeVisible()
    await expect(page.getByText('10 of 12 taken. 6 to 12 are advised.')).toBeVisible()
    await audit('a group over time, before its first session')
  })

  await hold(page, timepiece, { topic: 'Sleep', away: ['1'], minutes: [5, 12] })
  await timepiece.pass(weekMinutes)
  await hold(page, timepiece, { topic: 'High-risk evenings', away: ['2', '3'], minutes: [4, 9] })
  await timepiece.pass(weekMinutes)
  await hold(page, timepiece, { topic: 'sleep', away: [], minutes: [6, 15] })
  await openOverTime(page)

  await test.step('each plot speaks its values to the arrow keys', async () => {
    await expect(page.getByText('3 sessions that ended')).toBeVisible()
    await reach(page, plot(page, 'Attendance'))
    await expect(plot(page, 'Attendance')).toHaveAttribute('aria-valuetext', /10 of 10 came, in 1 session$/)
    await page.keyboard.press('ArrowLeft')
    await expect(plot(page, 'Attendance')).toHaveAttribute('aria-valuetext', /8 of 10 came, in 1 session$/)
    await reach(page, plot(page, 'Came to all'))
    await page.keyboard.press('ArrowLeft')
    await expect(plot(page, 'Came to all')).toHaveAttribute('aria-valuetext', /: 8 of 10$/)
    await reach(page, plot(page, 'Came again'))
    await expect(plot(page, 'Came again')).toHaveAttribute('aria-valuetext', /: 8 of 8$/)
    await page.keyboard.press('ArrowLeft')
    await expect(plot(page, 'Came again')).toHaveAttribute('aria-valuetext', /: 7 of 9$/)
    await reach(page, plot(page, 'Minutes per phase'))
    await expect(plot(page, 'Minutes per phase')).toHaveAttribute(
      'aria-valuetext',
      /^Opening.*planned \d+, usually 4 to 6 minutes in 3 sessions$/,
    )
    await page.keyboard.press('ArrowDown')
    await expect(plot(page, 'Minutes per phase')).toHaveAttribute(
      'aria-valuetext',
      /^Check-in round: planned \d+, usually 9 to 15 minutes/,
    )
  })
  await audit('a group over time')

  await test.step('the numbers of each plot stand behind it as a table', async () => {
    await pressButton(page, 'Attendance as a table')
    await expect(page.getByRole('table', { name: 'Attendance' }).getByRole('row')).toHaveCount(13)
    await expect(page.getByRole('table', { name: 'Attendance' }).getByRole('row').nth(2)).toContainText(
      /1\s*10\s*8\s*8 of 10\s*7 of 9/,
    )
    await audit('a group over time, as a table')
    await page.keyboard.press('Escape')
    await pressButton(page, 'Minutes per phase as a table')
    await expect(page.getByRole('table', { name: 'Minutes per phase' })).toContainText('Check-in round')
    await page.keyboard.press('Escape')
  })

  await test.step('a topic that came again stands once, and each of its days opens its session', async () => {
    const topics = page.getByRole('region', { name: 'Topics covered' })
    await expect(topics.getByRole('listitem')).toHaveText([/^sleeptwice/, /^High-risk evenings/])
    await pressButton(page, /session 2, High-risk evenings/, topics)
    await expect(page.getByRole('heading', { level: 1 })).toContainText(/High-risk evenings|Evening Circle/)
  })
  expect(await violations()).toEqual([])
})
