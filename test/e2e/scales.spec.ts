import type { Page } from 'playwright-core'
import { createAuditor } from '../support/audit.ts'
import { author } from '../support/cast.ts'
import * as drive from '../support/drive.ts'
import { choose, field, pressButton, reach, typeAt, typeInto } from '../support/keyboard.ts'
import { expect, test } from './fixtures.ts'

test.use({ vaultOf: author })

const group = 'Evening Circle'
const questionnaires = (page: Page) => page.getByRole('region', { name: 'Questionnaires' })
const entry = (page: Page) => page.getByRole('dialog', { name: 'Enter a questionnaire' })

async function openMember(page: Page, name: string): Promise<void> {
  await drive.goTo(page, 'Groups & members')
  await pressButton(page, new RegExp(`^${group}`), page.getByRole('navigation', { name: 'Groups' }))
  await pressButton(page, name, drive.membersTable(page))
  await questionnaires(page).waitFor()
}

async function setUp(page: Page): Promise<void> {
  await drive.unlock(page, author.passphrase)
  await drive.createGroup(page, { name: group })
  for (const name of ['Anouk', 'Bertil']) await drive.addMember(page, { name })
}

test('a PHQ-9 takes a digit an item; item 9 above 0 opens a follow-up that stays until it is signed', async ({
  page,
  timepiece,
}) => {
  test.slow()
  const { audit, violations } = await createAuditor(page)
  await setUp(page)
  await openMember(page, 'Anouk')
  await audit('member without a questionnaire')

  await test.step('typed with ten keys, scored in words', async () => {
    await pressButton(page, 'Enter a questionnaire')
    await entry(page)
      .getByRole('radio', { name: '0, not at all' })
      .first()
      .and(page.locator(':focus'))
      .waitFor()
    await expect(entry(page)).toContainText('Nothing is answered yet.')
    for (const digit of '22112010') await page.keyboard.press(digit)
    await expect(entry(page)).toContainText('No total: item 9 is not answered.')
    await audit('PHQ-9, item 9 missing')
    await page.keyboard.press('1')
    await expect(entry(page)).toContainText('10 of 27, in the band “moderate”, 10 to 14')
    await expect(entry(page)).toContainText('Item 9 is above 0: a risk follow-up opens with it.')
    await audit('PHQ-9, item 9 above 0')
    await page.keyboard.press('Enter')
    await entry(page).waitFor({ state: 'detached' })
    await expect(questionnaires(page)).toContainText('a risk follow-up is open until it is signed')
    await expect(questionnaires(page).getByRole('button', { name: /^PHQ-9/ })).toContainText(
      '10 of 27 · moderate',
    )
    await audit('member with a PHQ-9 just entered')
  })

  await test.step('a slip is taken back by another entry, and the follow-up stays', async () => {
    await pressButton(page, 'Take it back', questionnaires(page))
    await expect(questionnaires(page)).toContainText('None entered yet.')
    await drive.goTo(page, 'Today')
    const open = page.getByRole('region', { name: 'Open risk follow-ups' })
    await expect(open).toContainText('Anouk')
    await expect(open).toContainText('PHQ-9')
    await audit('today, a follow-up of a PHQ-9')
  })

  await test.step('the pre-flight shows it, and it is signed there like that of a mark', async () => {
    await timepiece.pass(26 * 60)
    await drive.prepareSession(page, { group })
    await expect(page.getByRole('button', { name: 'Open the follow-up of Anouk' })).toBeVisible()
    await pressButton(page, 'Open the follow-up of Anouk')
    const followUp = page.getByRole('dialog', { name: 'Risk follow-up' })
    await expect(followUp).toContainText('PHQ-9, item 9: several days')
    await expect(followUp).toContainText('open 26 h, over 24 h')
    await typeAt(page, field(followUp, 'What was done'), 'Asked her in the break: no plan, no intent.')
    await audit('the follow-up of a PHQ-9')
    await pressButton(page, 'Sign and close', followUp)
    await followUp.waitFor({ state: 'detached' })
    await expect(page.getByRole('button', { name: 'Open the follow-up of Anouk' })).toHaveCount(0)
  })
  expect(await violations()).toEqual([])
})

test('a total alone asks for item 9; scores are corrected, and a score of the clinic’s own is kept', async ({
  page,
}) => {
  test.slow()
  const { audit } = await createAuditor(page)
  await setUp(page)
  await openMember(page, 'Bertil')

  await test.step('a total without item 9 is not entered', async () => {
    await pressButton(page, 'Enter a questionnaire')
    // Going back, a group of choices is reached at its last.
    await reach(page, entry(page).getByRole('radio', { name: 'Total only' }))
    await page.keyboard.press('Enter')
    await typeInto(page, 'Total, 0 to 27', '14', entry(page))
    await page.keyboard.press('Enter')
    await expect(entry(page)).toContainText('Please say how item 9 was answered, or that nobody knows.')
    await audit('PHQ-9, total only')
    await choose(
      page,
      'Item 9: thoughts that you would be better off dead or of hurting yourself in some way',
      'Nobody knows',
      entry(page),
    )
    await pressButton(page, 'Enter it', entry(page))
    await entry(page).waitFor({ state: 'detached' })
    await expect(questionnaires(page)).toContainText('14 of 27 · moderate')
  })

  await test.step('it is corrected, and what it was stays readable', async () => {
    await pressButton(page, /^PHQ-9/, questionnaires(page))
    const result = page.getByRole('dialog', { name: /^PHQ-9 of/ })
    await expect(result).toContainText('Nobody knows how item 9 was answered.')
    await pressButton(page, 'Correct it', result)
    const correction = page.getByRole('dialog', { name: 'Correct the PHQ-9' })
    await typeInto(page, 'Total, 0 to 27', '4', correction)
    await pressButton(page, 'Enter the correction', correction)
    await correction.waitFor({ state: 'detached' })
    await expect(questionnaires(page)).toContainText('4 of 27 · minimal')
    await expect(questionnaires(page)).toContainText('corrected')
    await pressButton(page, /^PHQ-9/, questionnaires(page))
    await expect(result.getByRole('region', { name: 'Before it was corrected' })).toContainText('14 of 27')
    await audit('a corrected PHQ-9')
    await page.keyboard.press('Escape')
  })

  await test.step('another instrument is a name, a range and a score', async () => {
    await pressButton(page, 'Enter a questionnaire')
    await reach(page, entry(page).getByRole('radio', { name: 'Total only' }))
    await page.keyboard.press('Shift+Tab')
    await expect(entry(page).getByRole('radio', { name: 'Another' })).toBeFocused()
    await page.keyboard.press('Enter')
    await typeInto(page, 'Name', 'Outcome', entry(page))
    await typeInto(page, 'Score', '41', entry(page))
    await typeInto(page, 'Lowest possible', '0', entry(page))
    await typeInto(page, 'Highest possible', '40', entry(page))
    await page.keyboard.press('Enter')
    await expect(entry(page)).toContainText('This is outside the range of the questionnaire.')
    await audit('a score of the clinic’s own')
    await typeInto(page, 'Score', '31.5', entry(page))
    await page.keyboard.press('Enter')
    await entry(page).waitFor({ state: 'detached' })
    await expect(questionnaires(page)).toContainText('31.5, on a range of 0 to 40')
  })
})
