import type { Page } from 'playwright-core'
import { createAuditor } from '../support/audit.ts'
import { getFromPage } from '../support/call-page.ts'
import * as live from '../support/drive-live.ts'
import * as drive from '../support/drive.ts'
import { author } from '../support/cast.ts'
import { settle } from '../support/settle.ts'
import { createStop, whileStill } from '../support/stand-still.ts'
import { expect, test } from './fixtures.ts'

const minuteMs = 60_000
const warning = (page: Page) =>
  page.getByRole('alert').filter({ hasText: 'The vault locks in half a minute' })

test('what nobody touches locks after five minutes, and says so half a minute before', async ({ page }) => {
  await drive.createVault(page, author)
  const { audit, violations } = await createAuditor(page)
  await page.clock.install()
  await drive.goTo(page, 'Settings')

  await test.step('a sign of life begins the wait anew', async () => {
    await page.clock.fastForward(4.6 * minuteMs)
    await expect(warning(page)).toBeVisible()
    await audit('the warning')
    await page.keyboard.press('Shift')
    await expect(warning(page)).toHaveCount(0)
    await page.clock.fastForward(4.4 * minuteMs)
    await settle(page)
    await expect(warning(page)).toHaveCount(0)
  })

  await test.step('then it locks', async () => {
    await page.clock.fastForward(0.1 * minuteMs)
    await expect(warning(page)).toBeVisible()
    await page.clock.fastForward(0.5 * minuteMs)
    await drive.title(page, 'Unlock').waitFor()
    expect(await getFromPage(page, 'vault.access', {})).toBe('locked')
  })
  expect(await violations()).toEqual([])
})

test('a core that does not answer over that time holds the lock up no longer than that', async ({
  page,
  console: app,
}) => {
  await drive.createVault(page, author)
  await page.clock.install()
  await drive.goTo(page, 'Settings')
  await whileStill(createStop(app), async () => {
    await page.clock.fastForward(4.6 * minuteMs)
    await page.clock.fastForward(0.5 * minuteMs)
    await expect(warning(page)).toHaveCount(0)
  })
  await drive.title(page, 'Unlock').waitFor()
  expect(await getFromPage(page, 'vault.access', {})).toBe('locked')
})

test('a session that runs is not locked, and a longer wait is kept to', async ({ page }) => {
  await drive.createVault(page, author)
  await drive.createGroup(page, { name: 'Tuesday Herons' })
  await drive.addMember(page, { name: 'Anouk' })
  await getFromPage(page, 'preferences.change', { locksAfterMinutes: 15 })
  await page.reload()
  await page.clock.install()
  await drive.prepareSession(page, { group: 'Tuesday Herons', topic: 'Letters never sent' })
  await live.everyoneArrives(page)
  await live.start(page)

  for (let quarter = 0; quarter < 5; quarter += 1) {
    // oxlint-disable-next-line no-await-in-loop -- one quarter of an hour after the other
    await page.clock.fastForward(14.6 * minuteMs)
    // oxlint-disable-next-line no-await-in-loop
    await settle(page)
    // oxlint-disable-next-line no-await-in-loop
    await expect(warning(page)).toHaveCount(0)
  }

  // Its names go by themselves when nobody touches the laptop.
  await live.conceal(page)
  await page.clock.fastForward(15.1 * minuteMs)
  await settle(page)
  await expect(warning(page)).toHaveCount(0)
  expect(await getFromPage(page, 'vault.access', {})).toBe('unlocked')
})
