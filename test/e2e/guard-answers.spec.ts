import type { Locator, Page } from 'playwright-core'
import { createAuditor } from '../support/audit.ts'
import { author } from '../support/cast.ts'
import * as live from '../support/drive-live.ts'
import * as drive from '../support/drive.ts'
import { chooseInMenu, pressButton, reach, typeInto } from '../support/keyboard.ts'
import { expect, test } from './fixtures.ts'

test.use({ vaultOf: author })

const group = 'Evening Circle'
const weekMinutes = 7 * 24 * 60

const remarks = (page: Page) => page.getByRole('region', { name: 'Before you sign' })
const note = (page: Page, name: string) => page.getByRole('group', { name: `Note of ${name}` })
const card = (page: Page, words: string) => remarks(page).getByRole('listitem').filter({ hasText: words })

function written(page: Page, name: string): Locator {
  return note(page, name).getByRole('textbox', { name: /^Assessment/ })
}

/** Presses the key that the card of a remark shows. */
async function answer(page: Page, words: string): Promise<void> {
  const shown = card(page, words).getByRole('button').first()
  const keys = (await shown.getAttribute('aria-keyshortcuts')) ?? ''
  await page.keyboard.press(keys.replace('+', '+Key'))
}

async function hold(page: Page, pass: (minutes: number) => Promise<void>, during?: () => Promise<void>) {
  await drive.prepareSession(page, { group, topic: 'High-risk evenings' })
  await live.everyoneArrives(page)
  await live.start(page)
  await during?.()
  await pass(90)
  await live.endNow(page)
  await live.openDebrief(page)
  await live.writeShared(page, /^Your interventions/, 'Taught the course of an urge.')
}

/** Says which other words would tell who a member is. */
async function setAliases(page: Page, name: string, words: string): Promise<void> {
  await chooseInMenu(page, page.getByRole('button', { name: `More for ${name}` }), 'Edit')
  const form = page.getByRole('dialog', { name: 'Edit member' })
  await typeInto(page, 'Other words that would tell who this is', words, form)
  await page.keyboard.press('Enter')
  await form.waitFor({ state: 'detached' })
}

async function save(page: Page, dialog: Locator): Promise<void> {
  await page.keyboard.press('Enter')
  await dialog.waitFor({ state: 'detached' })
}

test('what is missing, and who is told by other words than a name, is answered where it is asked', async ({
  page,
  timepiece,
}) => {
  test.slow()
  const { audit } = await createAuditor(page)
  await drive.unlock(page, author.passphrase)
  await drive.createGroup(page, { name: group, isOnTuesdays: true })
  await drive.addMember(page, { name: 'Anouk' })
  await drive.addMember(page, { name: 'Bertil', chartId: 'C-2' })
  await setAliases(page, 'Bertil', 'Tilly, 312 555 0142, husband Tobias')
  await hold(page, timepiece.pass, () => live.privateNote(page, 'Anouk was started on sertraline.'))
  await live.writeMemberNote(
    page,
    '1',
    'Rode home with Tilly and her husband Tobias; 555-0142.',
    'Calls at eight.',
  )

  await test.step('a nickname, a relation and a number of another member', async () => {
    await expect(card(page, 'Tilly')).toContainText('Tilly is another member.')
    await expect(card(page, '555-0142')).toContainText('555-0142 may tell who somebody is.')
    await expect(card(page, 'Tobias')).toContainText('A chart names no one else.')
    await audit('debrief, what tells who somebody is')
    await answer(page, 'Tilly')
    await answer(page, 'Tobias')
    await answer(page, '555-0142')
    await expect(written(page, 'Anouk')).toHaveValue(/^Rode home with another member and .*another person/)
    await expect(written(page, 'Anouk')).not.toHaveValue(/Tilly|Tobias|0142/)
  })

  await test.step('the chart id, which the member’s page takes', async () => {
    await answer(page, 'The chart id is missing.')
    const form = page.getByRole('dialog', { name: 'Edit member' })
    await typeInto(page, 'Chart id', 'C-1', form)
    await save(page, form)
    await expect(card(page, 'The chart id is missing.')).toHaveCount(0)
  })

  await test.step('a goal: it is set with the member, then chosen here', async () => {
    await answer(page, 'No goal is addressed.')
    const form = page.getByRole('dialog', { name: 'Edit member' })
    await pressButton(page, 'Add a goal', form)
    await page
      .getByRole('textbox', { name: /^Goal \d/ })
      .and(page.locator(':focus'))
      .waitFor()
    await page.keyboard.insertText('A safe way home')
    await save(page, form)
    const goal = page.getByRole('checkbox', { name: 'A safe way home' })
    await goal.waitFor()
    await answer(page, 'No goal is addressed.')
    await expect(goal).toBeFocused()
    await page.keyboard.press('Space')
    await expect(card(page, 'No goal is addressed.')).toHaveCount(0)
  })

  await test.step('what stands in a private note alone, and belongs into the record', async () => {
    await answer(page, 'Medication may stand only in a private note.')
    const dialog = page.getByRole('dialog', { name: 'Your private notes' })
    await pressButton(page, /^Put into the record/, dialog)
    await typeInto(page, 'As it will stand in the record', 'Anouk was started on sertraline.', dialog)
    await reach(page, dialog.getByRole('checkbox'))
    await page.keyboard.press('Space')
    await pressButton(page, 'Put these words into the record', dialog)
    await expect(dialog).toContainText('Words of it stand in the record.')
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
    await expect(remarks(page)).toHaveCount(0)
  })

  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('heading', { name: '1 of 2 signed' })).toBeVisible()
})

test('a sentence that stands elsewhere too is shown beside the note that it stands in', async ({
  page,
  timepiece,
}) => {
  test.slow()
  const { audit } = await createAuditor(page)
  const copied = 'Named two triggers and a plan for Friday evening.'
  const cloned = 'Walks home with a colleague on Friday and on Sunday.'
  await drive.unlock(page, author.passphrase)
  await drive.createGroup(page, { name: group, isOnTuesdays: true })
  for (const [index, name] of ['Anouk', 'Bertil'].entries())
    await drive.addMember(page, { name, chartId: `C-${index}` })
  await hold(page, timepiece.pass)
  await live.writeMemberNote(page, '1', `Spoke early. ${copied}`, 'Calls at eight.')
  await page.keyboard.press('Control+Enter')
  await answerAllMeantSo(page)
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('heading', { name: '1 of 2 signed' })).toBeVisible()
  await pressButton(page, 'Today')
  await timepiece.pass(weekMinutes)
  await hold(page, timepiece.pass)
  await live.writeMemberNote(page, '2', 'Listened.', cloned)
  await live.writeMemberNote(page, '1', `${copied} Left early.`, cloned)

  await test.step('an earlier note of this member, by its day and its number', async () => {
    const words = 'This sentence also stands in your note of Tue, Nov 17, session 1.'
    await expect(card(page, words)).toBeVisible()
    await answer(page, words)
    const dialog = page.getByRole('dialog', { name: 'The same sentences' })
    const mine = dialog.getByRole('region', { name: 'Anouk’s note, which you are writing' })
    const earlier = dialog.getByRole('region', {
      name: 'Your note of Tue, Nov 17, session 1, for this member',
    })
    await expect(mine).toContainText('Left early.')
    await expect(mine.locator('mark')).toHaveText(copied)
    await expect(earlier).toContainText('Spoke early.')
    await expect(earlier.locator('mark')).toHaveText(copied)
    await audit('debrief, comparing with an earlier note')
    await pressButton(page, 'Write it anew', dialog)
    await dialog.waitFor({ state: 'detached' })
    // The sentence is chosen, and what is typed takes its place.
    await expect(written(page, 'Anouk')).toBeFocused()
    await page.keyboard.insertText('Asked for a lift.')
    await expect(written(page, 'Anouk')).toHaveValue('Asked for a lift. Left early.')
    await expect(card(page, words)).toHaveCount(0)
  })

  await test.step('the note of another member of this session', async () => {
    const words = 'This sentence also stands in Bertil’s note.'
    await answer(page, words)
    const dialog = page.getByRole('dialog', { name: 'The same sentences' })
    const theirs = dialog.getByRole('region', { name: 'Bertil’s note of this session' })
    await expect(theirs.locator('mark')).toHaveText(cloned)
    await expect(theirs).not.toContainText('Listened.')
    await pressButton(page, 'It is meant so', dialog)
    await expect(remarks(page)).toContainText(`${words} Meant so.`)
  })

  await test.step('concealed, nothing of it is on the page', async () => {
    await pressButton(page, 'Ask again', remarks(page))
    await answer(page, 'This sentence also stands')
    await page.getByRole('dialog', { name: 'The same sentences' }).waitFor()
    await live.conceal(page)
    const words = await page.locator('body').innerText()
    for (const secret of ['Anouk', 'Bertil', cloned, 'The same sentences'])
      expect(words).not.toContain(secret)
  })
})

/** Whatever is asked stays as it is. */
async function answerAllMeantSo(page: Page): Promise<void> {
  const asked = remarks(page).getByRole('button', { name: /^It is meant so/ })
  await asked.first().waitFor()
  for (let left = await asked.count(); left > 0; left -= 1) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    await page.keyboard.press('Alt+Shift+KeyA')
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    await expect(asked).toHaveCount(left - 1)
  }
}
