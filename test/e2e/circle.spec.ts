import { defaultCareRules } from '../../src/shared/care/care-rules.ts'
import { getFromPage } from '../support/call-page.ts'
import type { Locator, Page } from 'playwright-core'
import { createAuditor } from '../support/audit.ts'
import * as drive from '../support/drive.ts'
import * as live from '../support/drive-live.ts'
import { pressButton, reach } from '../support/keyboard.ts'
import { launchConsole } from '../support/launch.ts'
import { settle } from '../support/settle.ts'
import { expect, test } from './fixtures.ts'

const author = { name: 'Dana Reyes', credentials: 'LCSW', passphrase: 'quiet harbour winter lantern' }
const group = 'Tuesday evening'
const names = ['Ana', 'Ben', 'Cal', 'Dee', 'Eli', 'Fay', 'Gus', 'Hal', 'Ida', 'Jo']

interface Spot {
  readonly x: number
  readonly y: number
}

async function spotOf(seat: Locator): Promise<Spot> {
  await settle(seat.page())
  const box = await seat.boundingBox()
  if (box === null) throw new Error('the seat is not on the screen')
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}

async function dragTo(page: Page, seat: Locator, { x, y }: Spot): Promise<void> {
  const from = await spotOf(seat)
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move(x, y, { steps: 6 })
  await page.mouse.up()
  await page.mouse.move(0, 0)
}

async function setUp(page: Page, people: readonly string[]): Promise<void> {
  await drive.createVault(page, author)
  await getFromPage(page, 'care-rules.change', { ...defaultCareRules, mostMembers: 24 })
  await drive.createGroup(page, { name: group, capacity: 24 })
  for (const name of people) await drive.addMember(page, { name })
  await drive.addFacilitator(page, { name: 'Maya Reed', credentials: 'LPC' })
}

/** No seat lies upon another, or upon the clock. */
async function expectSeatsApart(page: Page): Promise<void> {
  await settle(page)
  const covered = await page.evaluate(() => {
    const boxes = Array.from(document.querySelectorAll('main li[data-kind] > button'), (seat) => ({
      name: seat.textContent,
      isRound: seat.closest('[data-kind="member"]') !== null,
      ...seat.getBoundingClientRect().toJSON(),
    }))
    const field = document.querySelector('main ul[aria-label="Seats"]')?.getBoundingClientRect()
    const clock = document.querySelector('main button[aria-keyshortcuts="N"]')?.getBoundingClientRect()
    const found: string[] = []
    for (const [index, box] of boxes.entries()) {
      if (
        field &&
        (box.left < field.left - 1 ||
          box.right > field.right + 1 ||
          box.top < field.top - 1 ||
          box.bottom > field.bottom + 1)
      )
        found.push(`${box.name} leaves the field`)
      if (
        clock &&
        box.left < clock.right &&
        clock.left < box.right &&
        box.top < clock.bottom &&
        clock.top < box.bottom
      )
        found.push(`${box.name} covers the button`)
      for (const other of boxes.slice(index + 1)) {
        const isApart =
          box.isRound && other.isRound
            ? Math.hypot(
                box.left + box.right - other.left - other.right,
                box.top + box.bottom - other.top - other.bottom,
              ) /
                2 >=
              (box.width + other.width) / 2
            : box.left >= other.right ||
              other.left >= box.right ||
              box.top >= other.bottom ||
              other.top >= box.bottom
        if (!isApart) found.push(`${box.name} covers ${other.name}`)
      }
    }
    return found
  })
  expect(covered).toEqual([])
}

test('seats stay where people sit: by mouse, by keyboard, after a restart, in another window', async ({
  page,
  console: first,
  userDataDir,
}) => {
  test.slow()
  await setUp(page, names)
  await drive.prepareSession(page, { group, coLeads: ['Maya Reed'] })
  await page.setViewportSize({ width: 1366, height: 768 })
  await live.everyoneArrives(page)
  await live.start(page)

  const ana = live.seat(page, '1')
  const ben = live.seat(page, '2')
  const [anaWas, benWas] = [await spotOf(ana), await spotOf(ben)]
  await dragTo(page, ana, { x: anaWas.x + 70, y: anaWas.y - 110 })
  const anaIs = await spotOf(ana)
  expect(Math.hypot(anaIs.x - anaWas.x - 70, anaIs.y - anaWas.y + 110)).toBeLessThan(30)
  expect(await spotOf(ben)).toEqual(benWas)
  // A drag is no tap, and a tap is no drag.
  await expect(ana).toHaveAttribute('aria-pressed', 'false')
  await ana.click()
  await expect(ana).toHaveAttribute('aria-pressed', 'true')
  await live.releaseFloor(page, '1')

  // Upon another seat the two change places; a facilitator's seat moves too.
  const cal = live.seat(page, '3')
  const calWas = await spotOf(cal)
  await dragTo(page, ben, calWas)
  expect(await spotOf(ben)).toEqual(calWas)
  expect(await spotOf(cal)).toEqual(benWas)
  const maya = live.seat(page, 'G')
  const mayaWas = await spotOf(maya)
  await dragTo(page, maya, { x: mayaWas.x + 40, y: mayaWas.y - 20 })
  expect((await spotOf(maya)).x).toBeGreaterThan(mayaWas.x + 20)
  await expectSeatsApart(page)

  // By keyboard: Escape puts it back and conceals nothing, Enter keeps it.
  const dee = live.seat(page, '4')
  const deeWas = await spotOf(dee)
  await live.chooseFromSeat(page, '4', 'M')
  await expect(page.getByText(/Arrow keys move the seat/)).toBeVisible()
  await expect(dee).toBeFocused()
  for (let step = 0; step < 3; step += 1) await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Escape')
  expect(await spotOf(dee)).toEqual(deeWas)
  await expect(page.getByRole('button', { name: /^Conceal/ })).toBeVisible()
  await live.chooseFromSeat(page, '4', 'M')
  await expect(dee).toBeFocused()
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Shift+ArrowUp')
  await page.keyboard.press('Enter')
  const deeIs = await spotOf(dee)
  expect(deeIs.y).toBeLessThan(deeWas.y - 20)
  await expect(dee).toHaveAttribute('aria-pressed', 'false')

  for (const size of [
    { width: 1920, height: 1080 },
    { width: 820, height: 1180 },
    { width: 1366, height: 768 },
  ]) {
    await page.setViewportSize(size)
    await expectSeatsApart(page)
  }
  expect(await spotOf(dee)).toEqual(deeIs)

  await first.close()
  const again = await launchConsole({ userDataDir })
  await drive.unlock(again.page, author.passphrase)
  await again.page.setViewportSize({ width: 1366, height: 768 })
  await pressButton(again.page, /^(Continue|Go on|Return|Back to)/)
  await live.phaseClock(again.page).waitFor()
  const kept = await spotOf(live.seat(again.page, '4'))
  expect(Math.hypot(kept.x - deeIs.x, kept.y - deeIs.y)).toBeLessThan(1)
  const menu = async () => {
    await again.page.keyboard.press('Shift+Digit4')
    await again.page.getByRole('menuitem', { name: /Seats as in a circle again/ }).click()
  }
  await menu()
  const back = await spotOf(live.seat(again.page, '4'))
  expect(Math.hypot(back.x - deeWas.x, back.y - deeWas.y)).toBeLessThan(1)
  await again.close()
})

test('a mark takes two strokes, arcs show who spoke after whom, and the lead is handed over', async ({
  page,
  timepiece,
}) => {
  test.slow()
  const auditor = await createAuditor(page)
  await setUp(page, names)
  await drive.addFacilitator(page, { name: 'Kim Osei' })
  await openWithObserver(page)
  await live.setPresence(page, '0', 'seen alone')
  await live.everyoneArrives(page)
  await live.start(page)
  for (const key of ['1', '2', '1', '2', 'f', '9']) {
    await live.giveFloor(page, key)
    await timepiece.pass(0.5)
    await live.releaseFloor(page, key)
  }
  await live.markInTwo(page, '4', 'S')
  await expect(live.seat(page, '4')).toHaveAccessibleName(/1 mark/)

  const arcs = page.getByRole('list', { name: 'Who spoke after whom' })
  await expect(arcs).toHaveCount(0)
  await page.keyboard.press('Alt+KeyA')
  await expect(arcs.getByRole('listitem')).toHaveText([
    'Ben after Ana, 2 times',
    'Ana after Ben, 1 time',
    'You after Ben, 1 time',
    'Ida after You, 1 time',
  ])
  await auditor.audit('arcs')
  await pressButton(page, 'Arcs of who spoke after whom')
  await expect(arcs).toHaveCount(0)

  await expect(live.seat(page, '0')).toHaveAccessibleName(/seen alone/)
  await expect(live.seat(page, 'H')).toHaveAccessibleName('Kim Osei, observer, here')
  await page.keyboard.press('h')
  await expect(live.seat(page, 'H')).toHaveAttribute('aria-pressed', 'false')
  await live.chooseFromSeat(page, 'f', 'T')
  await expect(live.seat(page, 'G')).toHaveAccessibleName(/^Maya Reed, lead/)
  await expect(live.seat(page, 'F')).toHaveAccessibleName(/^You, co-lead/)

  await live.walkIn(page, 'Noor', 'Guest')
  await expect(live.seat(page, 'Q')).toHaveAccessibleName(/^Noor, seat 11, guest, here, yet to agree/)
  await auditor.audit('a guest, an observer and one seen alone')
  await live.endNow(page)
  await live.openDebrief(page)
  await expect(page.getByRole('textbox', { name: 'Interventions of Maya Reed as lead' })).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Your interventions as co-lead' })).toBeVisible()
  await expect(page.getByRole('textbox', { name: /Kim/ })).toHaveCount(0)
  await expect(page.getByText('seen alone').first()).toBeVisible()
  expect(await auditor.violations()).toEqual([])
})

async function openWithObserver(page: Page): Promise<void> {
  await drive.goTo(page, 'Groups & members')
  await pressButton(page, new RegExp(`^${group}`), page.getByRole('navigation', { name: 'Groups' }))
  await pressButton(page, 'Start a session with this group')
  const form = page.getByRole('dialog')
  for (const name of ['Maya Reed', 'Kim Osei']) {
    await reach(page, form.getByRole('checkbox', { name }))
    await page.keyboard.press('Space')
  }
  const observer = form
    .getByRole('radiogroup', { name: 'Kim Osei is there as' })
    .getByRole('radio', { name: 'Observer' })
  await reach(
    page,
    form.getByRole('radiogroup', { name: 'Kim Osei is there as' }).getByRole('radio', { checked: true }),
  )
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  await expect(observer).toBeChecked()
  await pressButton(page, /^Open the circle/, form)
  await page.getByRole('button', { name: /^Start the session/ }).waitFor()
}

const crowds: readonly (readonly string[])[] = [
  ['Ana'],
  Array.from(
    { length: 12 },
    (_, index) => ['Maximiliane-Friederike', 'عبد الرحمن', 'Jo', 'שרה'][index % 4] + ` ${index + 1}`,
  ),
  Array.from({ length: 24 }, (_, index) => `Person ${index + 1}`),
]

for (const crowd of crowds) {
  test(`a circle of ${crowd.length} is without fault`, async ({ page }) => {
    test.slow()
    const auditor = await createAuditor(page)
    await setUp(page, crowd)
    await drive.prepareSession(page, { group, coLeads: ['Maya Reed'] })
    await live.everyoneArrives(page)
    await live.start(page)
    await page.keyboard.press('Alt+KeyA')
    await auditor.audit(`a circle of ${crowd.length}`)
    await expectSeatsApart(page)
    if (crowd.length > 7) {
      const last = live.seat(page, '1')
      await dragTo(page, last, await spotOf(live.seat(page, '7')))
      for (const size of [
        { width: 1366, height: 768 },
        { width: 820, height: 1180 },
      ]) {
        await page.setViewportSize(size)
        await expectSeatsApart(page)
      }
    }
    expect(await auditor.violations()).toEqual([])
  })
}
