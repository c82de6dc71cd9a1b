import type { Locator, Page } from 'playwright-core'
import { author, tenNames } from '../support/cast.ts'
import * as live from '../support/drive-live.ts'
import * as drive from '../support/drive.ts'
import { choose, pressButton, reach } from '../support/keyboard.ts'
import { findSmallTargets } from '../support/live-geometry.ts'
import { settle } from '../support/settle.ts'
import { expect, test } from './fixtures.ts'

test.use({ vaultOf: author })

const group = 'Evening Circle'

/** Everything that can be pressed while this is on the screen is 44 pixels wide and high. */
async function expectLarge(page: Page, shown: Locator): Promise<void> {
  await expect(shown).toBeVisible()
  await settle(page)
  expect.soft(await page.evaluate(findSmallTargets), String(shown)).toEqual([])
}

async function chooseAction(page: Page, words: string): Promise<void> {
  await page.keyboard.press(',')
  const palette = page.getByRole('dialog')
  await palette.getByRole('textbox').fill(words)
  await page.keyboard.press('Enter')
  await expect(palette).toHaveCount(0)
}

test('whatever is pressed on Live is 44 pixels wide and high, in each of its states', async ({
  page,
  timepiece,
}) => {
  test.slow()
  const button = (name: RegExp | string) => page.getByRole('button', { name })
  const card = (name: RegExp | string) => page.getByRole('region', { name })
  await drive.unlock(page, author.passphrase)
  await drive.createGroup(page, { name: group, isOnTuesdays: true })
  for (const name of tenNames) await drive.addMember(page, { name, hasAgreed: name !== 'Eluned' })
  await drive.addFacilitator(page, { name: 'Maya Reed', credentials: 'LPC' })
  await drive.addFacilitator(page, { name: 'Kim Osei' })
  await page.setViewportSize({ width: 1366, height: 768 })
  await drive.prepareSession(page, { group, coLeads: ['Maya Reed'] })

  await test.step('before the start', async () => {
    await expectLarge(page, button(/^Start the session/))
    // Screen readers hear of the key too.
    await expect(button(/^Start the session/)).toHaveAttribute('aria-keyshortcuts', 'N')
    await live.everyoneArrives(page)
    await expectLarge(page, button(/agrees now/))
    await live.agree(page, '5')
  })

  await test.step('somebody who joins, a facilitator as an observer', async () => {
    await page.keyboard.press('+')
    const form = page.getByRole('dialog', { name: 'Add someone' })
    await choose(page, 'Who', 'Kim Osei', form)
    const joins = form.getByRole('radiogroup', { name: 'Joins as' })
    await expect(joins.getByRole('radio', { name: 'Co-lead' })).toBeChecked()
    await reach(page, joins.getByRole('radio', { checked: true }))
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Enter')
    await pressButton(page, 'Add to the circle', form)
    // While it fades, keys are still its own.
    await form.waitFor({ state: 'detached' })
    await expect(button(/^Kim Osei, observer/)).toBeVisible()
  })

  await test.step('running, with marks, a risk, notes and arcs', async () => {
    await live.start(page)
    await live.giveFloor(page, '3')
    await live.markInTwo(page, '4', 'R')
    await live.recordNote(page, 'A note for the record.')
    await expectLarge(page, button('Pause'))
    await page.keyboard.press('Alt+KeyP')
    await expectLarge(page, page.getByRole('textbox', { name: 'Private note' }))
    await live.showSide(page, 'record')
    await page.keyboard.press('Alt+KeyA')
    await page.keyboard.press('m')
    await expectLarge(page, page.getByText('Mark:'))
    await page.keyboard.press('m')
  })

  await test.step('a round, and check-in numbers', async () => {
    await live.next(page, 'Check-in')
    await page.keyboard.press('r')
    await expectLarge(page, button(/ next$/))
    await page.keyboard.press('c')
    await expectLarge(page, button(/^Skip|^Done|^Close/).first())
    await page.keyboard.press('c')
  })

  await test.step('a break, with one key, and back with the same', async () => {
    await page.keyboard.press('Shift+P')
    await expect(page.getByText(/^Break for/)).toBeVisible()
    await expectLarge(page, button(/^Resume/))
    await page.keyboard.press('Shift+P')
    await expect(page.getByText(/^Break for/)).toHaveCount(0)
    await live.pause(page)
    await expectLarge(page, button(/^Resume/))
    await live.resume(page)
  })

  await test.step('a proposal, and the agenda being changed', async () => {
    await timepiece.pass(21)
    await expectLarge(page, button(/^Accept/))
    await page.keyboard.press('Alt+KeyE')
    await expectLarge(page, button(/^(Use|Accept)/).first())
    await page.keyboard.press('Alt+KeyE')
  })

  await test.step('the question of who was heard', async () => {
    await chooseAction(page, 'Be asked every five minutes')
    await live.next(page, 'Topic')
    await timepiece.pass(6)
    await expectLarge(page, page.getByText(/heard/i).first())
  })

  await test.step('a gap that waits for an answer', async () => {
    await timepiece.sleep(20)
    await expectLarge(page, card('What was the gap?'))
    await page.keyboard.press('Alt+KeyB')
    await expect(card('What was the gap?')).toHaveCount(0)
  })

  await test.step('concealed, and ended', async () => {
    await live.conceal(page)
    await expectLarge(page, button(/^Reveal/))
    await live.reveal(page, author.passphrase)
    await live.endNow(page)
    await expectLarge(page, button(/^Write the notes/))
  })
})
