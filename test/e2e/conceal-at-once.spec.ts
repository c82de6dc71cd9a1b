import type { Page } from 'playwright-core'
import * as live from '../support/drive-live.ts'
import * as drive from '../support/drive.ts'
import { chooseInMenu, field, pressButton, reach, typeInto } from '../support/keyboard.ts'
import { expect, test } from './fixtures.ts'

const author = { name: 'Philippa Quist', passphrase: 'otter lantern quarry violet' }
const group = { name: 'Wednesday Herons', isOnTuesdays: true } as const
const members = ['Anouk', 'Bertil', 'Cosima']
const topic = 'Letters to Osgood'
const names = new RegExp([...members, 'Philippa', 'Herons', 'Osgood', 'Zebedee'].join('|'), 'i')

function dialog(page: Page, name: string) {
  return page.getByRole('dialog', { name })
}

/** Presses it, and looks at once: no name is drawn, in an attribute, in a field, nor in the title. */
async function concealAtOnce(page: Page): Promise<void> {
  await live.conceal(page)
  await showsNoName(page)
  await page.keyboard.press('Shift+Escape')
  await showsNoName(page)
}

async function showsNoName(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Reveal/ }).waitFor({ state: 'attached' })
  const fields = await page
    .locator('input, textarea')
    .evaluateAll((all) => all.map((one) => Reflect.get(one, 'value')).join('\n'))
  expect(`${await page.content()}\n${fields}\n${await page.title()}`).not.toMatch(names)
}

function reveal(page: Page): Promise<void> {
  return live.reveal(page, author.passphrase)
}

async function openPalette(page: Page): Promise<void> {
  await page.keyboard.press('Control+k')
  await dialog(page, 'Find an action').getByRole('textbox').and(page.locator(':focus')).waitFor()
}

/** What names nobody may stay open; it has Escape first, and then the question comes. */
async function closeAndReveal(page: Page, open: ReturnType<Page['getByRole']>): Promise<void> {
  await expect(open).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(open).toHaveCount(0)
  await showsNoName(page)
  await reveal(page)
}

test('Shift+Escape conceals at once, whatever is open on Live, on paper and in the debrief, and never reveals', async ({
  page,
}) => {
  test.slow()
  await drive.createVault(page, author)
  await drive.createGroup(page, group)
  for (const name of members) await drive.addMember(page, { name })
  await drive.prepareSession(page, { group: group.name, topic })
  await live.everyoneArrives(page)
  await live.start(page)
  await live.markInTwo(page, '3', 'R')

  await test.step('Live: a note, an empty one too', async () => {
    await page.keyboard.press('/')
    await field(page, 'Record note').and(page.locator(':focus')).waitFor()
    await concealAtOnce(page)
    await reveal(page)
    await page.keyboard.press('/')
    await field(page, 'Record note').and(page.locator(':focus')).waitFor()
    await page.keyboard.type('Zebedee again')
    await concealAtOnce(page)
    await reveal(page)
    await expect(field(page, 'Record note')).toHaveValue('Zebedee again')
  })

  await test.step('Live: the sheet of keys, a follow-up, a menu', async () => {
    await page.getByRole('main', { name: 'Circle' }).focus()
    await page.keyboard.press('?')
    await dialog(page, 'All keys').waitFor()
    await concealAtOnce(page)
    await expect(dialog(page, 'All keys')).toHaveCount(0)
    await reveal(page)

    await pressButton(page, /follow-up open/)
    await field(dialog(page, 'Risk follow-up'), 'What was done').and(page.locator(':focus')).waitFor()
    await page.keyboard.type('Zebedee was asked')
    await concealAtOnce(page)
    await reveal(page)

    await reach(page, page.getByRole('button', { name: 'More about the agenda' }))
    await page.keyboard.press('Enter')
    await page.locator('[role="menuitem"]:focus').waitFor()
    await concealAtOnce(page)
    await closeAndReveal(page, page.getByRole('menu'))
  })

  await test.step('the question itself is left as it is', async () => {
    await concealAtOnce(page)
    await page.keyboard.press('Escape')
    await dialog(page, 'Concealed').getByLabel('Passphrase').and(page.locator(':focus')).waitFor()
    await page.keyboard.press('Shift+Escape')
    await showsNoName(page)
    await live.answerReveal(page, author.passphrase)
  })

  await test.step('the debrief: a follow-up, a note, the palette', async () => {
    await live.endNow(page)
    await live.openDebrief(page)
    await pressButton(page, 'Write and sign')
    await dialog(page, 'Risk follow-up').waitFor()
    await concealAtOnce(page)
    await reveal(page)
    await page.keyboard.press('Control+1')
    const note = page.getByRole('group', { name: /^Note of / })
    await reach(page, note.getByRole('textbox', { name: /^Assessment/ }))
    await page.keyboard.type('Zebedee came along')
    await concealAtOnce(page)
    await reveal(page)
    await openPalette(page)
    await concealAtOnce(page)
    await closeAndReveal(page, dialog(page, 'Find an action'))
  })

  await test.step('paper: its note, and the palette', async () => {
    await pressButton(page, 'Today')
    await drive.prepareSession(page, { group: group.name, topic })
    await pressButton(page, 'Back to Today')
    await chooseInMenu(page, page.getByRole('button', { name: 'Run on paper' }), 'Enter the sheet')
    await typeInto(page, 'Notes', 'Zebedee stayed away')
    await concealAtOnce(page)
    await reveal(page)
    await expect(page.getByRole('textbox', { name: /^Notes/ })).toHaveValue('Zebedee stayed away')
    await openPalette(page)
    await concealAtOnce(page)
    await closeAndReveal(page, dialog(page, 'Find an action'))
  })
})
