import type { Page } from 'playwright-core'
import { author, tenNames } from '../support/cast.ts'
import * as drive from '../support/drive.ts'
import * as live from '../support/drive-live.ts'
import { expect, test } from './fixtures.ts'

test.use({ vaultOf: author })

const group = { name: 'Evening Circle', isOnTuesdays: true, type: 'Process' } as const

/** Every text and every described attribute in which seconds stand: `1:25`, `30 s`; a time of day is none. */
// Runs in the page.
function secondsIn(): string[] {
  const seconds = /\d:\d\d(?!\d|[\s\u202f]*(?:[AP]M|–))|\d\s?s\b|\bseconds?\b/iu
  const told = ['title', 'aria-label', 'aria-valuetext', 'aria-description', 'placeholder']
  const texts = Array.from(document.querySelectorAll('body, body *'), (element) => [
    ...Array.from(element.childNodes, (node) => (node.nodeType === Node.TEXT_NODE ? node.textContent : '')),
    ...told.map((name) => element.getAttribute(name) ?? ''),
  ])
  return texts.flat().flatMap((text) => (text !== null && seconds.test(text) ? [text] : []))
}

async function showsMinutes(page: Page): Promise<void> {
  expect(await page.evaluate(secondsIn)).toEqual([])
}

test('in a process group no place counts seconds: seat, bar, clock, rail, timeline, numbers, room display', async ({
  page,
  timepiece,
}) => {
  test.slow()
  await drive.unlock(page, author.passphrase)
  await drive.createGroup(page, group)
  for (const name of tenNames.slice(0, 6)) await drive.addMember(page, { name })
  await drive.prepareSession(page, { group: group.name, topic: 'High-risk evenings' })
  await showsMinutes(page)
  await live.everyoneArrives(page)
  await live.start(page)
  const opened = page.context().waitForEvent('page')
  await page.keyboard.press('Alt+KeyO')
  const room = await opened
  await room.getByRole('heading').waitFor()
  const clock = live.phaseClock(page)

  await test.step('somebody speaks, then two, then nobody', async () => {
    await live.giveFloor(page, '1')
    await timepiece.moveTo(85_000)
    await expect(clock).toHaveText(/4/)
    await showsMinutes(page)
    await live.giveFloor(page, '2')
    await live.releaseFloor(page, '1')
    await live.releaseFloor(page, '2')
    await timepiece.moveTo(150_000)
    await expect(clock).toHaveText(/3/)
    await showsMinutes(page)
  })
  await test.step('a round, a turn in it, a break in the middle', async () => {
    await live.next(page, 'Agenda go-round')
    await page.keyboard.press('r')
    await live.hasFloor(page, '1', true)
    await timepiece.moveTo(245_000)
    await expect(clock).toHaveText(/1[67]/)
    await showsMinutes(page)
    await live.takeBreak(page)
    await timepiece.moveTo(330_000)
    await expect(page.getByText(/Break for/)).toBeVisible()
    await showsMinutes(page)
    await showsMinutes(room)
    await live.resume(page)
  })
  await test.step('where the numbers come from', async () => {
    await page.getByRole('button', { name: /^Numbers from/ }).click()
    await page.getByRole('dialog', { name: 'Where the numbers come from' }).waitFor()
    await showsMinutes(page)
    await page.keyboard.press('Escape')
  })
  await test.step('late, and over', async () => {
    await timepiece.moveTo(50 * 60_000)
    await expect(clock).toHaveText(/min over/)
    await showsMinutes(page)
    await showsMinutes(room)
  })
})
