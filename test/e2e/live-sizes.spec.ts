import type { Page } from 'playwright-core'
import { createChecker, type Checker } from '../support/audit.ts'
import * as live from '../support/drive-live.ts'
import * as drive from '../support/drive.ts'
import { findCollisions, findCutOff, findSmallTargets } from '../support/live-geometry.ts'
import { pressButton } from '../support/keyboard.ts'
import { settle } from '../support/settle.ts'
import { author, unevenNames as names } from '../support/cast.ts'
import { expect, test } from './fixtures.ts'

test.use({ vaultOf: author })

const group = { name: 'Evening Circle with a long name', isOnTuesdays: true } as const

/** A laptop, a large screen, tablets lying and upright, and the laptop zoomed to 200 % and 150 %. */
const sizes = [
  { width: 1366, height: 768 },
  { width: 1920, height: 1080 },
  { width: 1024, height: 768 },
  { width: 820, height: 1180 },
  { width: 911, height: 512 },
  { width: 683, height: 384 },
] as const
const isOneColumn = ({ width, height }: { width: number; height: number }) =>
  width < 700 || (width < 1000 && height < 900)

async function setUp(page: Page): Promise<void> {
  await drive.unlock(page, author.passphrase)
  await drive.createGroup(page, group)
  for (const name of names) await drive.addMember(page, { name })
  await drive.addFacilitator(page, { name: 'Maya Reed', credentials: 'LPC, CADC' })
}

async function atEverySize(page: Page, check: (name: string, size: (typeof sizes)[number]) => Promise<void>) {
  for (const size of sizes) {
    await page.setViewportSize(size)
    await settle(page)
    await check(`${size.width}x${size.height}`, size)
  }
  await page.setViewportSize(sizes[0])
}

test('Live holds in every window: nothing touches, nothing is lost, every target is large enough', async ({
  page,
  timepiece,
}) => {
  test.slow()
  const checker = await createChecker(page)
  await setUp(page)
  await drive.prepareSession(page, { group: group.name, topic: 'High-risk evenings', coLeads: ['Maya Reed'] })
  await live.arrive(page, '1')
  await live.setPresence(page, '2', 'on the way')
  await checkLive(page, checker, 'pre-flight')
  await live.everyoneArrives(page)
  await live.start(page)
  await timepiece.pass(21)
  await live.giveFloor(page, '3')
  await live.giveFloor(page, '5')
  await live.mark(page, '4', 'R')
  await live.setPresence(page, '6', 'steps out')
  await live.recordNote(page, 'A note for the record.')
  await checkLive(page, checker, 'running, late')
  await page.emulateMedia({ forcedColors: 'active' })
  await checkLive(page, checker, 'forced colours')
  await page.emulateMedia({ forcedColors: 'none' })
  await live.conceal(page)
  await checkLive(page, checker, 'concealed')
  await live.reveal(page, author.passphrase)
  await live.endNow(page)
  await checkLive(page, checker, 'ended')
})

async function checkLive(page: Page, { check }: Checker, name: string): Promise<void> {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await atEverySize(page, async (sizeName, size) => {
    const where = `${name}, ${sizeName}`
    await check(where)
    expect.soft(await page.evaluate(findSmallTargets), where).toEqual([])
    expect.soft(await page.evaluate(findCollisions), where).toEqual([])
    if (!isOneColumn(size)) expect.soft(await page.evaluate(findCutOff), where).toEqual([])
  })
}

test('in one column the clock and the next step stay in view, and everything is reached by scrolling and by Tab', async ({
  page,
  timepiece,
}) => {
  await setUp(page)
  await drive.prepareSession(page, { group: group.name, coLeads: ['Maya Reed'] })
  await live.everyoneArrives(page)
  await live.start(page)
  await timepiece.pass(3)
  await page.setViewportSize({ width: 683, height: 384 })
  const now = page.getByRole('region', { name: 'Now' })
  await expect(now).toContainText('left')
  for (const part of ['Agenda', 'Notes'] as const) {
    await page
      .getByRole('complementary', { name: part })
      .getByRole('heading')
      .or(page.getByRole('tab'))
      .first()
      .scrollIntoViewIfNeeded()
    await expect(now).toBeInViewport({ ratio: 1 })
  }
  await page.getByRole('contentinfo', { name: 'Timeline and keys' }).scrollIntoViewIfNeeded()
  await expect(now).toBeInViewport({ ratio: 1 })
  // The step in the bar is the same step, and leads on from wherever one has scrolled to.
  await now.getByRole('button', { name: 'Next phase' }).click()
  await expect(live.phaseNow(page)).toContainText('Check-in round')
  await expect(now).toContainText('Check-in round')
  await checkFocusIsSeen(page)
})

/** Whatever Tab reaches is in the window, and not behind the bar that stays. */
async function checkFocusIsSeen(page: Page): Promise<void> {
  const hidden: string[] = []
  for (let stop = 0; stop < 60; stop += 1) {
    await page.keyboard.press('Tab')
    const found = await page.evaluate(() => {
      const focused = document.activeElement
      if (focused === null || focused === document.body) return null
      const box = focused.getBoundingClientRect()
      const bar = document.querySelector('section[aria-label="Now"]')?.getBoundingClientRect()
      const isBehind =
        bar !== undefined &&
        focused.closest('section[aria-label="Now"]') === null &&
        box.top < bar.bottom - 1 &&
        box.bottom > bar.top &&
        bar.top <= 1
      const isOut = box.bottom < 0 || box.top > innerHeight
      return isBehind || isOut
        ? `${focused.tagName} ${focused.getAttribute('aria-label') ?? focused.textContent}`
        : null
    })
    if (found !== null) hidden.push(found)
  }
  expect(hidden).toEqual([])
}

test('the other screens hold in a tablet’s window and at 200 %', async ({ page }) => {
  test.slow()
  const checker = await createChecker(page)
  const everywhere = (name: string) => atEverySize(page, (size) => checker.check(`${name}, ${size}`))
  await setUp(page)
  await everywhere('groups')
  await drive.openAgenda(page, group.name)
  await everywhere('agendas')
  await drive.prepareSession(page, { group: group.name, topic: 'High-risk evenings' })
  await live.everyoneArrives(page)
  await live.start(page)
  await live.endNow(page)
  await live.openDebrief(page)
  await live.writeMemberNote(page, '1', 'Named the hour before.')
  await everywhere('debrief')
  await pressButton(page, 'Today')
  await everywhere('today')
})
