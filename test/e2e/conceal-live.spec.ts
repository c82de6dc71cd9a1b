import type { Page } from 'playwright-core'
import * as live from '../support/drive-live.ts'
import * as drive from '../support/drive.ts'
import { field, pressButton, reach } from '../support/keyboard.ts'
import { expect, test } from './fixtures.ts'

const author = { name: 'Philippa Quist', passphrase: 'otter lantern quarry violet' }
const group = { name: 'Wednesday Herons', isOnTuesdays: true } as const
const members = ['Anouk', 'Bertil', 'Cosima']
const topic = 'Letters to Osgood'
const names = new RegExp([...members, 'Philippa', 'Ortiz', 'Herons', 'Osgood', 'Zebedee'].join('|'), 'i')

async function openCircle(page: Page): Promise<void> {
  await drive.createVault(page, author)
  await drive.createGroup(page, group)
  for (const name of members) await drive.addMember(page, { name })
  await drive.addFacilitator(page, { name: 'Maya Ortiz' })
  await drive.prepareSession(page, { group: group.name, topic, coLeads: ['Maya Ortiz'] })
  await live.everyoneArrives(page)
  await live.start(page)
}

/** No name in what is drawn, in an attribute, in a field, in what a screen reader is told, nor in the title. */
async function showsNoName(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Reveal/ }).waitFor({ state: 'attached' })
  const fields = await page
    .locator('input, textarea')
    .evaluateAll((all) => all.map((one) => Reflect.get(one, 'value')).join('\n'))
  expect(`${await page.content()}\n${fields}\n${await page.title()}`).not.toMatch(names)
}

async function cover(page: Page): Promise<void> {
  await live.conceal(page)
  // At once: not even what is on its way out has a name.
  await showsNoName(page)
  // A dialog that is on its way out still has Escape for itself.
  await expect(page.getByRole('dialog')).toHaveCount(0)
  // Once more, in a hurry or by mistake, it changes nothing.
  await page.keyboard.press('Shift+Escape')
  await showsNoName(page)
  await expect(page.getByRole('dialog')).toHaveCount(0)
}

function uncover(page: Page): Promise<void> {
  return live.reveal(page, author.passphrase)
}

function dialog(page: Page, name: string) {
  return page.getByRole('dialog', { name })
}

async function find(page: Page, words: string): Promise<void> {
  await page.keyboard.press(',')
  await dialog(page, 'Find an action').getByRole('textbox').and(page.locator(':focus')).waitFor()
  await page.keyboard.type(words)
}

test('whatever is open when the names go, none is left, and what was typed waits', async ({
  page,
  timepiece,
}) => {
  test.slow()
  await openCircle(page)

  await test.step('a topic that is half typed', async () => {
    await pressButton(page, `Topic: ${topic}. Change it`)
    await page.keyboard.type('Zebedee and')
    await page.keyboard.press('Escape')
    await showsNoName(page)
    await uncover(page)
    await expect(field(page, 'Topic')).toBeFocused()
    await page.keyboard.type(' the rest')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('button', { name: 'Topic: Zebedee and the rest. Change it' })).toBeVisible()
  })

  await test.step('a phase that is called after somebody', async () => {
    await find(page, 'insert a phase')
    await page.keyboard.press('Enter')
    await field(dialog(page, 'Insert a phase'), 'Name').and(page.locator(':focus')).waitFor()
    await page.keyboard.type('A talk with anouk')
    await cover(page)
    await uncover(page)
    await expect(field(dialog(page, 'Insert a phase'), 'Name')).toHaveValue('A talk with anouk')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('button', { name: /undo “A talk with anouk put in”/ })).toBeVisible()
    await cover(page)
    await expect(page.getByRole('button', { name: /undo “Phase 2 put in”/ })).toBeVisible()
    await page.keyboard.press('n')
    await expect(live.phaseNow(page)).toContainText('Phase 2')
    await showsNoName(page)
    await uncover(page)
    await expect(live.phaseNow(page)).toContainText('A talk with anouk')
  })

  await test.step('somebody who is being added, while the dialog is still coming', async () => {
    const setPace = (pace: string) =>
      page.evaluate((to) => document.documentElement.style.setProperty('--motion-quick', to), pace)
    await setPace('20s')
    await page.keyboard.press('+')
    await reach(page, field(dialog(page, 'Add someone'), 'Preferred name'))
    await page.keyboard.type('Zebedee')
    await cover(page)
    await expect(dialog(page, 'Add someone')).toHaveCount(0)
    await uncover(page)
    await expect(field(dialog(page, 'Add someone'), 'Preferred name')).toHaveValue('Zebedee')
    await page.keyboard.press('Escape')
    await expect(dialog(page, 'Add someone')).toHaveCount(0)
    await setPace('')
  })

  await test.step('menus, the palette and what the last session left', async () => {
    await page.keyboard.press('Shift+Digit1')
    await page.getByRole('menu', { name: /Anouk$/ }).waitFor()
    await cover(page)
    await uncover(page)
    await find(page, 'mark an')
    await page.keyboard.press('Enter')
    await expect(dialog(page, 'Find an action').getByRole('textbox', { name: 'Mark Anouk' })).toBeFocused()
    await cover(page)
    await uncover(page)
    await find(page, 'last session')
    await page.keyboard.press('Enter')
    await dialog(page, 'Last session').waitFor()
    await cover(page)
    await uncover(page)
  })

  await test.step('a line about the cover is over with it', async () => {
    await page.keyboard.press('Escape')
    await showsNoName(page)
    await page.keyboard.press('c')
    await expect(page.getByText('Numbers are concealed.')).toBeVisible()
    await page.keyboard.press('+')
    await expect(page.getByText('Names are concealed.')).toBeVisible()
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await uncover(page)
    await expect(page.getByText('Numbers are concealed.')).toHaveCount(0)
  })

  await test.step('who was heard is asked of seats', async () => {
    await find(page, 'be asked')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: /^Numbers from 5-min samples/ }).waitFor()
    await timepiece.pass(6)
    const heard = page.getByRole('list', { name: 'Who has been heard' })
    await expect(heard.getByRole('button', { name: 'Bertil has been heard' })).toBeVisible()
    await cover(page)
    await page.keyboard.press('2')
    await expect(heard.getByRole('button', { name: 'Seat 2 has been heard', pressed: true })).toBeVisible()
    await showsNoName(page)
    await page.keyboard.press('Enter')
    await expect(heard).toHaveCount(0)
    await expect(page.getByRole('main', { name: 'Circle' })).toContainText('Press Esc to return')
    await showsNoName(page)
  })
})

test('a question comes before a missing agreement, which was told of before anybody came', async ({
  page,
  timepiece,
}) => {
  await drive.createVault(page, author)
  await drive.createGroup(page, group)
  await drive.addMember(page, { name: 'Anouk' })
  await drive.addMember(page, { name: 'Bertil', hasAgreed: false })
  await drive.prepareSession(page, { group: group.name, topic })
  const before = page.getByRole('region', { name: 'Last session' })
  await expect(before).toContainText('Bertil has not agreed to confidentiality yet.')
  await expect(live.seat(page, '2')).toHaveAccessibleName('Bertil, seat 2, expected, yet to agree')
  await live.everyoneArrives(page)
  await live.start(page)
  const main = page.getByRole('main', { name: 'Circle' })
  await expect(main.getByRole('button', { name: 'Bertil agrees now' })).toBeVisible()
  await find(page, 'be asked')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: /undo “being asked who was heard”/ })).toBeVisible()
  await timepiece.pass(6)
  const heard = page.getByRole('list', { name: 'Who has been heard' })
  await expect(heard).toBeVisible()
  await page.keyboard.press('1')
  await expect(heard.getByRole('button', { name: 'Anouk has been heard', pressed: true })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(main.getByRole('button', { name: 'Bertil agrees now' })).toBeVisible()
})
