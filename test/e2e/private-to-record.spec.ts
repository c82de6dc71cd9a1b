import type { Page } from 'playwright-core'
import { createAuditor } from '../support/audit.ts'
import { author } from '../support/cast.ts'
import * as live from '../support/drive-live.ts'
import * as drive from '../support/drive.ts'
import { field, pressButton, reach, typeAt, typeInto } from '../support/keyboard.ts'
import { expect, test } from './fixtures.ts'

test.use({ vaultOf: author })

const group = 'Evening Circle'
const thought = 'She seems to me further than she says.'

const notes = (page: Page) => page.getByRole('complementary', { name: 'Notes' })
const dialog = (page: Page) => page.getByRole('dialog', { name: 'Your private notes' })

async function openCircle(page: Page): Promise<void> {
  await drive.unlock(page, author.passphrase)
  await drive.createGroup(page, { name: group, isOnTuesdays: true })
  for (const name of ['Anouk', 'Bertil']) await drive.addMember(page, { name })
  await drive.prepareSession(page, { group })
  await live.everyoneArrives(page)
  await live.start(page)
}

test('from the private side of Live a note goes into the record by an act and a yes of its own', async ({
  page,
}) => {
  test.slow()
  const { audit, violations } = await createAuditor(page)
  await openCircle(page)
  await live.showSide(page, 'private')
  await expect(notes(page).getByRole('button', { name: /Put a note into the record/ })).toHaveCount(0)
  await live.privateNote(page, thought)

  await test.step('concealing takes the words off the screen, wherever they stood', async () => {
    await pressButton(page, 'Put a note into the record…')
    await pressButton(page, /^Put into the record…, the note of /, dialog(page))
    await typeInto(page, 'As it will stand in the record', 'Half a sentence', dialog(page))
    await live.conceal(page)
    await dialog(page).waitFor({ state: 'detached' })
    await expect(page.locator('body')).not.toContainText(/further than she says|Half a sentence/)
    await live.reveal(page, author.passphrase)
  })

  await test.step('it is asked for, put into the record’s words, and confirmed', async () => {
    await pressButton(page, 'Put a note into the record…')
    await audit('live, private notes')
    await pressButton(page, /^Put into the record…, the note of /, dialog(page))
    const move = dialog(page).getByRole('button', { name: 'Put these words into the record' })
    await typeInto(page, 'As it will stand in the record', 'Spoke of the next four weeks.', dialog(page))
    await expect(move).toBeDisabled()
    await reach(page, dialog(page).getByRole('checkbox'))
    await page.keyboard.press('Space')
    await audit('live, moving a private note')
    await pressButton(page, 'Put these words into the record', dialog(page))
    await expect(dialog(page)).toContainText('Words of it stand in the record.')
    await page.keyboard.press('Escape')
    await dialog(page).waitFor({ state: 'detached' })
  })

  await test.step('both sides have their own words, and undo takes the record’s back', async () => {
    await expect(notes(page).getByRole('listitem')).toContainText([thought])
    await live.showSide(page, 'record')
    await expect(notes(page).getByRole('listitem')).toContainText(['Spoke of the next four weeks.'])
    await expect(notes(page)).not.toContainText('further than she says')
    await live.undo(page)
    await expect(notes(page).getByRole('listitem')).toHaveCount(0)
    await live.showSide(page, 'private')
    await expect(notes(page).getByRole('listitem')).toContainText([thought])
  })
  expect(await violations()).toEqual([])
})

test('half-typed words stay on the side that they were typed on', async ({ page }) => {
  await openCircle(page)
  const [record, own] = [field(page, 'Record note'), field(page, 'Private note')]
  await page.keyboard.press('/')
  await record.and(page.locator(':focus')).waitFor()
  await page.keyboard.insertText('Spoke of the')

  await test.step('over the switch, and over undo and paste there', async () => {
    await page.keyboard.press('Alt+KeyP')
    await own.and(page.locator(':focus')).waitFor()
    await expect(own).toHaveValue('')
    await page.keyboard.press('Control+z')
    await expect(own).toHaveValue('')
    await page.keyboard.insertText('I doubt it')
    await page.keyboard.press('Alt+KeyP')
    await expect(record).toHaveValue('Spoke of the')
    await page.keyboard.press('Control+z')
    await expect(record).not.toHaveValue(/doubt/)
    await page.keyboard.press('Alt+KeyP')
    await expect(own).toHaveValue('I doubt it')
    await own.and(page.locator(':focus')).waitFor()
    await page.keyboard.press('Control+a')
    await page.keyboard.press('Control+c')
    await page.keyboard.press('End')
    await page.keyboard.press('Control+v')
    await expect(own).toHaveValue('I doubt itI doubt it')
    await page.keyboard.press('Alt+KeyP')
    await expect(record).not.toHaveValue(/doubt/)
    await typeAt(page, record, 'Spoke of the')
  })

  await test.step('over conceal and the lock, at which each becomes a note of its own side', async () => {
    await live.conceal(page)
    await live.reveal(page, author.passphrase)
    await expect(record).toHaveValue('Spoke of the')
    await drive.lock(page)
    await drive.unlock(page, author.passphrase)
    await live.showSide(page, 'record')
    await expect(notes(page).getByRole('listitem')).toContainText(['Spoke of the'])
    await expect(notes(page)).not.toContainText('I doubt it')
    await live.showSide(page, 'private')
    await expect(notes(page).getByRole('listitem')).toContainText(['I doubt it'])
    await expect(notes(page)).not.toContainText('Spoke of the')
  })
})
