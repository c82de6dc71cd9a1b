import type { Page } from 'playwright-core'
import { createAuditor } from '../support/audit.ts'
import { author } from '../support/cast.ts'
import * as live from '../support/drive-live.ts'
import * as drive from '../support/drive.ts'
import { field, pressButton, reach, typeAt, typeInto } from '../support/keyboard.ts'
import { expect, test } from './fixtures.ts'

test.use({ vaultOf: author })

const group = 'Evening Circle'
const names = ['Anouk', 'Bertil', 'Cosima']
const response = 'Thanked Bertil for the lift and asked two questions.'

async function openDebrief(page: Page, pass: (minutes: number) => Promise<void>): Promise<void> {
  await drive.prepareSession(page, { group, topic: 'High-risk evenings' })
  await live.everyoneArrives(page)
  await live.start(page)
  await pass(30)
  await live.markInTwo(page, '1', 'A')
  await live.privateNote(page, 'She seems to me further than she says.')
  await pass(60)
  await live.endNow(page)
  await live.openDebrief(page)
  await live.writeShared(page, /^Your interventions/, 'Taught the course of an urge.')
}

async function setUp(page: Page): Promise<void> {
  await drive.unlock(page, author.passphrase)
  await drive.createGroup(page, { name: group, isOnTuesdays: true })
  for (const [index, name] of names.entries()) await drive.addMember(page, { name, chartId: `C-${index}` })
  await drive.addFacilitator(page, { name: 'Maya Reed', credentials: 'LPC' })
  await drive.goTo(page, 'Settings')
  // No goal is set in this circle.
  await reach(page, page.getByRole('checkbox', { name: 'A goal that the session addressed' }))
  await page.keyboard.press('Space')
  await expect(page.getByRole('checkbox', { name: 'A goal that the session addressed' })).not.toBeChecked()
}

async function letMayaCoSign(page: Page): Promise<void> {
  await drive.goTo(page, 'Groups & members')
  for (const [name, choice] of [
    ['Nora Field', 'Their notes are to be co-signed'],
    ['Maya Reed', /^May co-sign/],
  ] as const) {
    await pressButton(page, `Edit ${name}`)
    await reach(page, page.getByRole('checkbox', { name: choice }))
    await page.keyboard.press('Space')
    await pressButton(page, 'Save', page.getByRole('dialog'))
    await page.getByRole('dialog').waitFor({ state: 'detached' })
  }
  await pressButton(page, 'Edit Maya Reed')
  const form = page.getByRole('form', { name: 'PIN to co-sign with' })
  await typeInto(page, 'Their PIN', '4711', form)
  await typeInto(page, 'Your passphrase', author.passphrase, form)
  await page.keyboard.press('Enter')
  await expect(form.getByText('Their PIN is set.')).toBeVisible()
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
}

const remarks = (page: Page) => page.getByRole('region', { name: 'Before you sign' })
const note = (page: Page, name: string) => page.getByRole('group', { name: `Note of ${name}` })

test('a note is looked at, signed, amended and co-signed, and never changes', async ({ page, timepiece }) => {
  test.slow()
  const { audit, violations } = await createAuditor(page)
  await setUp(page)
  await audit('settings, the record')
  await letMayaCoSign(page)
  await openDebrief(page, (minutes) => timepiece.pass(minutes))

  await test.step('a name of another member is remarked on, and one key writes “another member”', async () => {
    await live.writeMemberNote(page, '1', response, 'Asks again on Thursday.')
    await expect(remarks(page)).toContainText('Bertil is another member.')
    await audit('debrief, remarks')
    await page.keyboard.press('Control+Enter')
    await expect(note(page, 'Anouk')).toContainText('comes first')
    await page.keyboard.press('Alt+a')
    await expect(note(page, 'Anouk').getByRole('textbox', { name: /^Assessment/ })).toHaveValue(
      'Thanked another member for the lift and asked two questions.',
    )
    await expect(remarks(page)).toBeHidden()
  })

  await test.step('it is signed, and the next note is open', async () => {
    await page.keyboard.press('Control+Enter')
    await expect(page.getByRole('heading', { name: '1 of 3 signed' })).toBeVisible()
    await expect(note(page, 'Bertil')).toBeVisible()
  })

  await test.step('what is meant so can be signed', async () => {
    await live.writeMemberNote(
      page,
      '2',
      'Spoke of Cosima Street, where he grew up.',
      'Walks there on Sunday.',
    )
    await expect(remarks(page)).toContainText('Cosima')
    await page.keyboard.press('Alt+Shift+a')
    await expect(remarks(page)).toContainText('Meant so.')
    await page.keyboard.press('Control+Enter')
    await expect(page.getByRole('heading', { name: '2 of 3 signed' })).toBeVisible()
  })

  await test.step('concealed, neither a name nor a word of a note is on the page', async () => {
    await page.keyboard.press('Control+1')
    await expect(page.getByRole('group', { name: 'Signed note of Anouk' })).toBeVisible()
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: /^Reveal/ }).waitFor()
    const words = await page.locator('#root').innerHTML()
    for (const secret of [...names, 'another member', 'Thursday', 'urge', 'Cosima Street']) {
      expect(words).not.toContain(secret)
    }
    await audit('debrief, concealed')
    await live.reveal(page, author.passphrase)
  })

  await test.step('an addendum stands below, with its delay', async () => {
    await timepiece.pass(26 * 60)
    await expect(page.getByRole('group', { name: 'Signed note of Anouk' })).toContainText(
      'Awaits a co-signature',
    )
    await pressButton(page, 'Add to this note')
    await field(page, 'Addendum').and(page.locator(':focus')).waitFor()
    await page.keyboard.insertText('The lift was on Wednesday.')
    await audit('debrief, an addendum')
    await page.keyboard.press('Control+Enter')
    const added = page.getByRole('region', { name: 'Addendum' })
    await expect(added).toContainText('Addendum, 26 hours after the session')
    await expect(page.getByRole('group', { name: 'Signed note of Anouk' })).toContainText(
      'Thanked another member for the lift and asked two questions.',
    )
  })

  await test.step('a co-signer proves with their PIN that it is they', async () => {
    await pressButton(page, 'Co-sign')
    const dialog = page.getByRole('dialog')
    await typeAt(page, dialog.getByLabel('Their PIN'), '1111')
    await page.keyboard.press('Enter')
    await expect(dialog).toContainText('That is not their PIN.')
    await audit('debrief, co-signing')
    await typeAt(page, dialog.getByLabel('Their PIN'), '4711')
    await page.keyboard.press('Enter')
    await dialog.waitFor({ state: 'detached' })
    await expect(page.getByRole('group', { name: 'Signed note of Anouk' })).toContainText(
      'Co-signed by Maya Reed, LPC',
    )
    await audit('debrief, a signed note')
  })
  expect(await violations()).toEqual([])
})

test('a private note goes into the record only by an act and a yes of its own', async ({
  page,
  timepiece,
}) => {
  test.slow()
  const { audit } = await createAuditor(page)
  await setUp(page)
  await openDebrief(page, (minutes) => timepiece.pass(minutes))
  await pressButton(page, 'Your private note')
  const dialog = page.getByRole('dialog', { name: 'Your private notes' })
  await expect(dialog).toContainText('further than she says')
  await audit('debrief, private notes')
  await pressButton(page, /^Put into the record…/, dialog)
  const move = dialog.getByRole('button', { name: 'Put these words into the record' })
  await expect(move).toBeDisabled()
  await typeInto(page, 'As it will stand in the record', 'Spoke of the next four weeks.', dialog)
  await reach(page, dialog.getByRole('checkbox'))
  await page.keyboard.press('Space')
  await audit('debrief, moving a private note')
  await pressButton(page, 'Put these words into the record', dialog)
  await expect(dialog).toContainText('further than she says')
  await page.keyboard.press('Escape')
  const material = page.getByRole('region', { name: 'Record notes of the session' })
  await expect(material).toContainText('Spoke of the next four weeks.')
  await expect(material).not.toContainText('further than she says')
})
