import type { Page } from 'playwright-core'
import { createAuditor } from '../support/audit.ts'
import * as live from '../support/drive-live.ts'
import * as drive from '../support/drive.ts'
import { pressButton, reach } from '../support/keyboard.ts'
import { author, tenNames as names, seatKeys as keys } from '../support/cast.ts'
import { expect, test } from './fixtures.ts'

test.use({ vaultOf: author })

const group = { name: 'Evening Circle', part2: 'part2' } as const

async function setUp(page: Page): Promise<void> {
  await drive.unlock(page, author.passphrase)
  await drive.createGroup(page, group)
  for (const name of names) await drive.addMember(page, { name })
}

async function openCircle(page: Page): Promise<void> {
  await drive.prepareSession(page, { group: group.name, topic: 'High-risk evenings' })
}

function bar(page: Page) {
  return page.getByRole('main', { name: 'Circle' })
}

/** The keys of the seats that are dotted: not gone yet, or not heard. */
async function dotted(page: Page): Promise<(string | null)[]> {
  const seats = await page.locator('main li[data-unheard] > button[aria-keyshortcuts]').all()
  return Promise.all(seats.map((seat) => seat.getAttribute('aria-keyshortcuts')))
}

test('a round goes round by one key, with an arrival, a departure and a pass midway', async ({
  page,
  timepiece,
}) => {
  test.slow()
  const { audit, violations } = await createAuditor(page)
  await setUp(page)
  await openCircle(page)
  for (const key of keys.slice(0, 9)) await live.arrive(page, key)
  await live.start(page)
  await timepiece.pass(5)
  await page.keyboard.press('r')
  await expect(page.getByText('This phase is not a round.')).toBeVisible()
  await live.next(page, 'Check-in round')
  const share = bar(page).getByText(/ each$/)
  await expect(share).toHaveText('about 1:05 each')
  await expect.poll(() => dotted(page)).toEqual(keys.slice(0, 9))

  async function passOn(key: string): Promise<void> {
    await page.keyboard.press('r')
    await expect(live.seat(page, key)).toHaveAttribute('aria-pressed', 'true')
    await expect(page.locator('main button[aria-pressed="true"]')).toHaveCount(1)
  }
  await expect(bar(page).getByRole('button', { name: 'Anouk next' })).toBeVisible()
  await passOn('1')
  await timepiece.pass(1)
  await expect(bar(page).getByText('1:00 of 1:05')).toBeVisible()
  await passOn('2')
  await live.arrive(page, '0')
  await expect(share).toHaveText('about 1:00 each')
  await live.setPresence(page, '4', 'leaves early')
  await live.mark(page, '3', 'P')
  await expect(share).toHaveText('about 1:15 each')
  await expect.poll(() => dotted(page)).toEqual(['5', '6', '7', '8', '9', '0'])
  await timepiece.pass(2)
  await expect(bar(page).getByText('2:00 of 1:15')).toBeVisible()
  await audit('live, in a round')
  for (const key of ['5', '6', '7', '8', '9', '0']) await passOn(key)
  await expect(bar(page).getByText('Nobody else is to come', { exact: true })).toBeVisible()
  await page.keyboard.press('r')
  await expect(bar(page).getByText('Everyone has had a turn', { exact: true })).toBeVisible()
  await expect(live.seat(page, '0')).toHaveAttribute('aria-pressed', 'false')

  await live.undo(page)
  await expect(live.seat(page, '0')).toHaveAttribute('aria-pressed', 'true')
  await live.undo(page)
  await expect(live.seat(page, '9')).toHaveAttribute('aria-pressed', 'true')
  await expect.poll(() => dotted(page)).toEqual(['0'])
  await page.keyboard.press('r')
  await page.keyboard.press('r')
  await expect(bar(page).getByText('Everyone has had a turn', { exact: true })).toBeVisible()
  await page.keyboard.press('r')
  await expect(page.getByRole('status').getByText('Everyone has had a turn.').first()).toBeAttached()
  expect(await violations()).toEqual([])
})

test('samples: one question every five minutes, one key a name, Enter for nobody else', async ({
  page,
  timepiece,
}) => {
  test.slow()
  const { audit, violations } = await createAuditor(page)
  await setUp(page)
  await openCircle(page)
  await live.everyoneArrives(page)
  await live.start(page)
  await reach(page, bar(page).getByRole('button', { name: 'Numbers from taps' }))
  await page.keyboard.press('Enter')
  const source = page.getByRole('dialog', { name: 'Where the numbers come from' })
  await reach(page, source.getByRole('radio', { name: 'Taps' }))
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  await expect(source.getByRole('radio', { name: 'Five-minute samples' })).toBeChecked()
  await audit('live, where the numbers come from')
  await page.keyboard.press('Escape')
  await expect(source).toBeHidden()
  await expect(
    bar(page).getByRole('button', { name: 'Numbers from 5-min samples, none asked yet' }),
  ).toBeVisible()
  expect(await dotted(page)).toEqual([])

  await timepiece.pass(5)
  const question = bar(page).getByText('Who has been heard in the last five minutes?')
  await expect(question).toBeVisible()
  const heard = bar(page).getByRole('list', { name: 'Who has been heard' })
  for (const key of ['1', '3', '4']) await page.keyboard.press(key)
  await page.keyboard.press('3')
  await expect(heard.getByRole('button', { pressed: true })).toHaveCount(2)
  await audit('live, the question of the samples')
  await page.keyboard.press('Enter')
  await expect(question).toBeHidden()
  await expect(bar(page).getByRole('button', { name: /1 of 1 answered$/ })).toBeVisible()
  await expect.poll(() => dotted(page)).toEqual(['2', '3', '5', '6', '7', '8', '9', '0'])
  await audit('live, by samples')

  await timepiece.pass(5)
  await expect(question).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(bar(page).getByRole('button', { name: /2 of 2 answered$/ })).toBeVisible()
  await timepiece.pass(10)
  await expect(question).toBeVisible()
  await page.keyboard.press('2')
  await page.keyboard.press('Enter')
  await expect(bar(page).getByRole('button', { name: /3 of 4 answered$/ })).toBeVisible()
  await live.undo(page)
  await expect(question).toBeVisible()
  expect(await violations()).toEqual([])
})

test('check-in numbers of ten members, one key each, and beside them their own before', async ({
  page,
  timepiece,
}) => {
  test.slow()
  const { audit, violations } = await createAuditor(page)
  await setUp(page)
  await chooseNumbers(page)
  await audit('the form of check-in numbers')
  await pressButton(page, 'Done', page.getByRole('dialog'))
  await openCircle(page)
  await live.everyoneArrives(page)
  await live.start(page)
  await live.next(page, 'Check-in round')
  await page.keyboard.press('r')
  await expect(live.seat(page, '1')).toHaveAttribute('aria-pressed', 'true')
  await countKeys(page)
  await page.keyboard.press('c')
  const strip = bar(page).getByRole('region', { name: 'Check-in numbers' })
  await expect(strip.getByText('Anouk', { exact: true })).toBeVisible()
  // Craving and mood of each, in the order of the seats; the last is a ten.
  const atStart = [
    '8',
    '3',
    '7',
    '4',
    '6',
    '5',
    '5',
    '6',
    '4',
    '7',
    '3',
    '8',
    '2',
    '9',
    '1',
    '0',
    '0',
    '1',
    '9',
    'x',
  ]
  const startedAtMs = Date.now()
  for (const key of atStart) await page.keyboard.press(key)
  await expect(strip.getByRole('button', { name: 'Mood, 10' })).toBeVisible()
  const tookMs = Date.now() - startedAtMs
  console.log(`20 check-in numbers by script: ${(tookMs / atStart.length / 1000).toFixed(3)} s each`)
  expect(await keysCounted(page)).toBe(1 + atStart.length)
  await correct(page)
  // Esc conceals at once, numbers too.
  await page.keyboard.press('Escape')
  await expect(strip).toBeHidden()
  await expect(bar(page)).toContainText('Concealed')
  await live.reveal(page, author.passphrase)
  await expect(strip).toBeVisible()
  await page.keyboard.press('c')
  await expect(strip).toBeHidden()
  await expect(page.getByRole('button', { name: /^Conceal/ })).toBeVisible()
  await expect(live.seat(page, '1')).toHaveAttribute('aria-pressed', 'true')

  for (const phase of ['Topic', 'Discussion', 'High-risk', 'Plan', 'Check-out']) await live.next(page, phase)
  await timepiece.pass(60)
  await page.keyboard.press('c')
  await expect(strip.getByRole('button', { name: /^At the end/ })).toBeVisible()
  await page.keyboard.press('5')
  await page.keyboard.press('3')
  await page.keyboard.press('9')
  await page.keyboard.press('ArrowLeft')
  await expect(strip.getByRole('button', { name: 'Craving, 9, up from 7, which is harder' })).toBeVisible()
  await audit('live, check-in numbers')
  await page.keyboard.press('Shift+Tab')
  await expect(strip.getByRole('button', { name: 'Craving, 5, down from 8, which is better' })).toBeVisible()
  await expect(strip.getByRole('button', { name: 'Mood, 3, as before' })).toBeVisible()
  await page.keyboard.press('c')
  await finish(page)
  expect(await violations()).toEqual([])
})

/** The group asks what its type is proposed to ask, and one number of its own. */
async function chooseNumbers(page: Page): Promise<void> {
  await pressButton(page, 'Check-in numbers: none')
  const form = page.getByRole('dialog', { name: 'Check-in numbers' })
  await pressButton(page, 'Ask craving and mood', form)
  await expect(form.getByRole('checkbox', { name: 'Craving' })).toBeChecked()
  await expect(form.getByRole('checkbox', { name: 'Mood' })).toBeChecked()
  await expect(form.getByRole('checkbox', { name: 'Sleep' })).not.toBeChecked()
}

/** Backspace takes the last number up again, S turns to the other end of the session, and a slip does nothing. */
async function correct(page: Page): Promise<void> {
  const strip = bar(page).getByRole('region', { name: 'Check-in numbers' })
  await page.keyboard.press('Backspace')
  await expect(strip.getByRole('button', { name: 'Mood, no number yet' })).toBeVisible()
  await page.keyboard.press('9')
  await expect(strip.getByRole('button', { name: 'Mood, 9' })).toBeVisible()
  await page.keyboard.press('s')
  await expect(strip.getByRole('button', { name: /^At the end/ })).toBeVisible()
  await page.keyboard.press('s')
  await expect(strip.getByRole('button', { name: /^At the start/ })).toBeVisible()
  await page.keyboard.press('n')
  await expect(live.phaseNow(page)).toContainText('Check-in round')
  await page.keyboard.press('Tab')
  await expect(strip.getByText('Anouk', { exact: true })).toBeVisible()
}

async function finish(page: Page): Promise<void> {
  await live.end(page)
  await live.openDebrief(page)
  await expect(page.getByRole('button', { name: /Anouk.*mood 3 → 3 craving 8 → 5/ })).toBeVisible()
  await expect(page.getByRole('button', { name: /Bertil.*mood 4 craving 7 → 9/ })).toBeVisible()
}

async function countKeys(page: Page): Promise<void> {
  await page.evaluate(() => {
    Object.assign(window, { keysPressed: 0 })
    window.addEventListener(
      'keydown',
      () => Object.assign(window, { keysPressed: Number(Reflect.get(window, 'keysPressed')) + 1 }),
      { capture: true },
    )
  })
}

function keysCounted(page: Page): Promise<number> {
  return page.evaluate(() => Number(Reflect.get(window, 'keysPressed')))
}
