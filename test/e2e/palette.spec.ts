import type { Page } from 'playwright-core'
import { createChecker } from '../support/audit.ts'
import * as live from '../support/drive-live.ts'
import * as drive from '../support/drive.ts'
import { expect, test } from './fixtures.ts'

const author = { name: 'Nora Field', passphrase: 'otter lantern quarry violet' }
const group = { name: 'Evening Circle', isOnTuesdays: true } as const
const names = ['Anouk', 'Bertil', 'Cosima']

function palette(page: Page) {
  return page.getByRole('dialog', { name: 'Find an action' })
}

/** Opens the palette with a key, types and chooses what then stands first. */
async function find(page: Page, key: string, text: string): Promise<void> {
  // The one before is gone: a key that meets its last moment is its own.
  await expect(palette(page)).toHaveCount(0)
  await page.keyboard.press(key)
  const field = palette(page).getByRole('textbox')
  await field.and(page.locator(':focus')).waitFor()
  await page.keyboard.type(text)
  await page.keyboard.press('Enter')
}

test('the palette does by name what the keys do: on Live, concealed, and everywhere else @electron', async ({
  page,
}) => {
  const { check } = await createChecker(page)
  await drive.createVault(page, author)
  await drive.createGroup(page, group)
  for (const name of names) await drive.addMember(page, { name })

  await test.step('places and groups', async () => {
    await find(page, 'Control+k', 'agenda of eve')
    await expect(page.getByRole('list', { name: `Agenda of ${group.name}` })).toBeVisible()
    await find(page, 'Control+k', 'today')
    await expect(page.getByRole('heading', { name: group.name })).toBeVisible()
    await expect(page.locator('main :focus')).toBeVisible()
    await find(page, 'Control+k', 'ssw')
    await expect(page.getByRole('dialog').getByRole('textbox', { name: /^Topic/ })).toBeVisible()
    await page.keyboard.press('Escape')
  })

  await drive.prepareSession(page, { group: group.name })
  await live.everyoneArrives(page)
  await live.start(page)

  await test.step('an action, and one that asks once more', async () => {
    await find(page, 'Control+k', 'gfb')
    await live.hasFloor(page, '2', true)
    await find(page, ',', 'mark cos')
    await expect(palette(page).getByRole('textbox', { name: 'Mark Cosima' })).toBeFocused()
    await check('palette, one more choice')
    await page.keyboard.type('sk')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('button', { name: /undo “Cosima: skill”/i })).toBeVisible()
  })

  await test.step('Escape and Backspace lead back, and no key is left to the session behind', async () => {
    await find(page, ',', 'mark an')
    await page.keyboard.press('Backspace')
    await expect(palette(page).getByRole('textbox', { name: 'Action' })).toBeFocused()
    await page.keyboard.type('nothing of the kind')
    await expect(palette(page).getByText('Nothing here goes by that name.')).toBeVisible()
    await expect(palette(page).getByRole('status').last()).toHaveText('0 actions')
    await page.keyboard.press('Escape')
    await expect(palette(page)).toHaveCount(0)
    await expect(live.phaseNow(page)).toContainText('Opening & agreements')
    await expect(page.getByRole('button', { name: /^Conceal/ })).toBeVisible()
  })

  await test.step('a note that was asked for has the focus', async () => {
    await find(page, ',', 'record note')
    await expect(page.getByRole('textbox', { name: 'Record note' })).toBeFocused()
    // From a field with words in it, too: then with Ctrl, since a comma is a comma.
    await page.keyboard.type('one, two')
    await find(page, 'Control+k', 'next phase')
    await expect(live.phaseNow(page)).toContainText('Check-in round')
    await expect(page.getByRole('textbox', { name: 'Record note' })).toHaveValue('one, two')
  })

  await test.step('concealed, people are their seats', async () => {
    await find(page, 'Control+k', 'conceal')
    await expect(page.getByRole('button', { name: /^Reveal/ })).toBeVisible()
    await page.keyboard.press('Control+k')
    await expect(palette(page)).toContainText('Seat 1')
    for (const name of names) await expect(page.locator('body')).not.toContainText(name)
    await check('palette, concealed')
    await page.keyboard.press('Escape')
    await expect(palette(page)).toHaveCount(0)
    await find(page, 'Control+k', 'reveal')
    await live.answerReveal(page, author.passphrase)
    await expect(live.seat(page, '1')).toHaveAccessibleName(/^Anouk/)
  })

  await test.step('the end, and from the notes to Today', async () => {
    await find(page, 'Control+k', 'end session now')
    await page.getByRole('button', { name: /^Write the notes/ }).waitFor()
    await find(page, 'Control+k', 'write the notes')
    await page.getByRole('heading', { name: /^Shared by all notes/ }).waitFor()
    await find(page, 'Control+k', 'today')
    await expect(page.getByRole('heading', { name: 'Notes to finish' })).toBeVisible()
  })
})
