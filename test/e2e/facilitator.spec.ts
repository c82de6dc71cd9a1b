import type { Page } from 'playwright-core'
import type { SessionEvent } from '../../src/shared/session/events.ts'
import { foldAll } from '../../src/shared/session/fold.ts'
import * as live from '../support/drive-live.ts'
import * as drive from '../support/drive.ts'
import { pressButton, reach } from '../support/keyboard.ts'
import type { Timepiece } from '../support/timepiece.ts'
import { readLogs } from '../support/vault-jobs.ts'
import { author, tenNames as names, seatKeys as seats } from '../support/cast.ts'
import { expect, test } from './fixtures.ts'

test.use({ vaultOf: author })

/** Off the schedule, so that it runs its whole length from the start: 90 minutes. */
const group = { name: 'Evening Circle', isOnTuesdays: false } as const
const measures = ['Mood', 'Craving']
const budget = 120

/** The facilitator's hand: presses keys, and counts them. */
interface Hand {
  readonly press: (key: string) => Promise<void>
  readonly count: () => number
}

function createHand(page: Page): Hand {
  let count = 0
  return {
    press: async (key) => {
      count += 1
      await page.keyboard.press(key)
    },
    count: () => count,
  }
}

test('a facilitator runs ninety minutes with ten members in at most 120 key presses', async ({
  page,
  timepiece,
  console: app,
  userDataDir,
}) => {
  test.slow()
  await setUp(page)
  const hand = createHand(page)
  const step = (title: string, run: (page: Page, hand: Hand, timepiece: Timepiece) => Promise<void>) =>
    test.step(title, () => run(page, hand, timepiece))
  await step('eight arrive, the session begins, one comes late', open)
  await step('check-in round with numbers; one more comes in the middle of it', checkIn)
  await step('topic and discussion: the floor, and six marks', discuss)
  await step('a break, and the agenda planned anew', breakAndPlan)
  await step('four more marks, and on to the close', goOn)
  await step('check-out round with numbers, and the end', checkOut)

  await hand.press('n')
  const own = page.getByRole('region', { name: 'You and the console' })
  await expect(own).toContainText(`You touched it ${hand.count()} times`)
  process.stdout.write(`The facilitator pressed ${hand.count()} keys, of at most ${budget}.\n`)
  expect(hand.count()).toBeLessThanOrEqual(budget)
  await app.close()
  checkLog(readLogs(userDataDir, author.passphrase).events)
})

async function setUp(page: Page): Promise<void> {
  await drive.unlock(page, author.passphrase)
  await drive.createGroup(page, group)
  for (const name of names) await drive.addMember(page, { name })
  await pressButton(page, /^Check-in numbers/)
  const form = page.getByRole('dialog', { name: 'Check-in numbers' })
  for (const name of measures) {
    const box = form.getByRole('checkbox', { name })
    await reach(page, box)
    await page.keyboard.press('Space')
    await expect(box).toBeChecked()
  }
  await pressButton(page, 'Done', form)
  await drive.prepareSession(page, { group: group.name, topic: 'High-risk evenings' })
}

async function open(page: Page, { press }: Hand, timepiece: Timepiece): Promise<void> {
  for (const seat of seats.slice(0, 8)) {
    await press(seat)
    await live.hasPresence(page, seat, 'present')
  }
  await press('n')
  await live.phaseClock(page).waitFor()
  await timepiece.pass(3)
  await press('9')
  await live.hasPresence(page, '9', 'present')
  await timepiece.pass(2)
}

async function checkIn(page: Page, hand: Hand, timepiece: Timepiece): Promise<void> {
  await enter(page, hand, 'Check-in round')
  await goRound(page, hand, seats.slice(0, 5))
  await timepiece.pass(5)
  // With the numbers open a digit is a number: whoever comes now comes by the menu of their seat.
  await hand.press('Shift+Digit0')
  await page.locator('[role="menuitem"]:focus').waitFor()
  await hand.press('h')
  await live.hasPresence(page, '0', 'present')
  await goRound(page, hand, seats.slice(5), { isOpen: true })
  await timepiece.pass(5)
}

/** Everybody's turn, one key each, with their two numbers. */
async function goRound(
  page: Page,
  { press }: Hand,
  circle: readonly string[],
  { isOpen = false } = {},
): Promise<void> {
  const strip = page.getByRole('region', { name: 'Check-in numbers' })
  if (!isOpen) await press('c')
  await strip.waitFor()
  for (const seat of circle) {
    await press('r')
    await live.hasFloor(page, seat, true)
    await expect(strip).toContainText(names[seats.indexOf(seat)] ?? '')
    await press('6')
    await press('3')
  }
  if (circle.includes('0')) {
    await press('c')
    await strip.waitFor({ state: 'detached' })
  }
}

async function discuss(page: Page, hand: Hand, timepiece: Timepiece): Promise<void> {
  await enter(page, hand, 'Topic')
  await timepiece.pass(8)
  for (const [seat, letter] of [
    ['1', 's'],
    ['4', 'k'],
    ['7', 'f'],
  ] as const)
    await mark(page, hand, seat, letter)
  await timepiece.pass(7)
  await enter(page, hand, 'Discussion')
  for (const seat of ['2', '5', '8'] as const) {
    await hand.press(seat)
    await live.hasFloor(page, seat, true)
    await timepiece.pass(2)
    await mark(page, hand, seat, 's')
    await hand.press(seat)
    await live.hasFloor(page, seat, false)
    await timepiece.pass(2)
  }
}

/** The seat's marks are two strokes: the seat with Shift, and the letter. */
async function mark(page: Page, { press }: Hand, seat: string, letter: string): Promise<void> {
  await press(`Shift+Digit${seat}`)
  const menu = page.getByRole('menu', { name: /^Marks and presence of/ })
  await menu.locator('[role="menuitem"]:focus').waitFor()
  await press(letter)
  await menu.waitFor({ state: 'detached' })
}

/** Forty-two minutes after the start. */
async function breakAndPlan(page: Page, { press }: Hand, timepiece: Timepiece): Promise<void> {
  await press(',')
  await page
    .getByRole('dialog', { name: 'Find an action' })
    .getByRole('textbox')
    .and(page.locator(':focus'))
    .waitFor()
  await press('b')
  await press('r')
  await press('Enter')
  await expect(page.getByRole('button', { name: /^Resume/ }).first()).toBeVisible()
  await timepiece.pass(6)
  await press('p')
  const proposal = page.getByRole('region', { name: 'Proposal to end on time' })
  await proposal.waitFor()
  await press('Alt+Enter')
  await proposal.waitFor({ state: 'detached' })
}

async function goOn(page: Page, hand: Hand, timepiece: Timepiece): Promise<void> {
  await timepiece.pass(14)
  await enter(page, hand, 'High-risk situations')
  for (const [seat, letter] of [
    ['3', 'k'],
    ['6', 'q'],
    ['9', 'a'],
    ['0', 's'],
  ] as const)
    await mark(page, hand, seat, letter)
  await timepiece.pass(18)
  await enter(page, hand, 'Plan until next session')
  await timepiece.pass(5)
}

async function checkOut(page: Page, hand: Hand, timepiece: Timepiece): Promise<void> {
  await enter(page, hand, 'Check-out round')
  await goRound(page, hand, seats)
  await timepiece.pass(5)
  await hand.press('n')
  await page
    .getByRole('button', { name: /^Write the notes/ })
    .first()
    .waitFor()
}

async function enter(page: Page, { press }: Hand, phase: string): Promise<void> {
  await press('n')
  await live.phaseNow(page).filter({ hasText: phase }).waitFor()
}

function checkLog(events: readonly SessionEvent[]): void {
  const state = foldAll(events)
  expect(state.stage).toBe('ended')
  expect(state.elapsedMs).toBe(90 * 60_000)
  expect(
    state.people.filter(({ role, presence }) => role === 'member' && presence === 'present'),
  ).toHaveLength(10)
  const came = state.people.map(({ presentMs }) => Math.round((state.elapsedMs - presentMs) / 60_000))
  expect(came.toSorted((a, b) => b - a).slice(0, 3)).toEqual([10, 3, 0])
  expect(state.phases.filter(({ kind }) => kind === 'round').map(({ goneIds }) => goneIds.length)).toEqual([
    10, 10,
  ])
  for (const moment of ['start', 'end'])
    expect(state.checkIns.filter((one) => one.moment === moment)).toHaveLength(20)
  expect(state.marks).toHaveLength(10)
  const types = events.map(({ body }) => body.type)
  expect(types.filter((type) => type === 'agenda.replanned')).toHaveLength(1)
  expect(types.filter((type) => type === 'pause.began')).toHaveLength(1)
  expect(types).not.toContain('event.undone')
}
