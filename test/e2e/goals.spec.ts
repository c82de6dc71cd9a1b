import type { Page } from 'playwright-core'
import { createAuditor } from '../support/audit.ts'
import { author } from '../support/cast.ts'
import * as live from '../support/drive-live.ts'
import * as drive from '../support/drive.ts'
import { choose, chooseInMenu, field, pressButton, reach, typeAt, typeInto } from '../support/keyboard.ts'
import { expect, test } from './fixtures.ts'

test.use({ vaultOf: author })

const group = 'Evening Circle'
const goal = 'Sleep at home on weekdays'

const form = (page: Page) => page.getByRole('dialog', { name: 'Edit member' })
const note = (page: Page, name: string) => page.getByRole('group', { name: `Note of ${name}` })
const remarks = (page: Page) => page.getByRole('region', { name: 'Before you sign' })

async function openMember(page: Page, name: string): Promise<void> {
  await chooseInMenu(page, page.getByRole('button', { name: `More for ${name}` }), 'Edit')
  await form(page).getByText('Goals, in their own').waitFor()
}

async function saveMember(page: Page): Promise<void> {
  await pressButton(page, 'Save', form(page))
  await form(page).waitFor({ state: 'detached' })
}

/** A goal, and what leads to it: one of the objectives names somebody else. */
async function setGoals(page: Page): Promise<void> {
  await openMember(page, 'Bertil')
  await pressButton(page, 'Add a goal', form(page))
  await page.keyboard.insertText(goal)
  for (const [at, objective] of ['No telephone after ten', 'More patience with Anouk'].entries()) {
    await pressButton(page, 'Add an objective to goal 1', form(page))
    await field(form(page), `Objective 1.${at + 1}`)
      .and(page.locator(':focus'))
      .waitFor()
    await page.keyboard.insertText(objective)
  }
  await pressButton(page, 'Add a goal', form(page))
  await page.keyboard.insertText('Learn to juggle')
}

async function holdSession(page: Page, pass: (minutes: number) => Promise<void>): Promise<void> {
  await drive.openAgenda(page, group)
  await typeAt(page, page.getByRole('textbox', { name: 'Name of the phase' }).first(), 'Anouk’s opening')
  await drive.saveAgenda(page)
  await drive.prepareSession(page, { group, topic: 'Evenings' })
  await live.everyoneArrives(page)
  await live.start(page)
  await pass(2)
  await live.markInTwo(page, '2', 'A')
  await pass(88)
  await live.endNow(page)
  await live.openDebrief(page)
  await live.writeShared(page, /^Your interventions/, 'Taught the course of an urge.')
}

test('goals have objectives, a note addresses them, and what it addresses is never lost', async ({
  page,
  timepiece,
}) => {
  test.slow()
  const { audit, violations } = await createAuditor(page)
  await drive.unlock(page, author.passphrase)
  await drive.createGroup(page, { name: group, isOnTuesdays: true })
  for (const [index, name] of ['Anouk', 'Bertil'].entries())
    await drive.addMember(page, { name, chartId: `C-${index}` })

  await test.step('what no note addresses is deleted, and until then can be brought back', async () => {
    await setGoals(page)
    await saveMember(page)
    await openMember(page, 'Bertil')
    await pressButton(page, 'Remove goal 2', form(page))
    await expect(form(page)).toContainText('Deleted when you save: no note addresses it.')
    await page.keyboard.press('Enter')
    await expect(field(form(page), 'Goal 2')).toHaveValue('Learn to juggle')
    await pressButton(page, 'Remove goal 2', form(page))
    await audit('a member’s goals and objectives')
    await saveMember(page)
  })

  await holdSession(page, (minutes) => timepiece.pass(minutes))

  await test.step('goals and their objectives are addressed by their numbers', async () => {
    await live.writeMemberNote(page, '2', 'Named two hard evenings.', 'Calls on Friday.')
    await page.keyboard.press('Alt+Digit2')
    await field(page, 'Progress with No telephone after ten').and(page.locator(':focus')).waitFor()
    await page.keyboard.insertText('Kept it on three nights.')
    await page.keyboard.press('Alt+Digit3')
    await field(page, 'Progress with More patience with Anouk').and(page.locator(':focus')).waitFor()
  })

  await test.step('a name in a goal and in a phase is remarked on, and each has its answer', async () => {
    await expect(remarks(page)).toContainText('Anouk is another member, in a goal.')
    await expect(remarks(page)).toContainText('Anouk is another member, in the name of a phase.')
    await audit('debrief, names in a goal and in a phase')
    await pressButton(page, /^Leave the phases out/)
    await expect(remarks(page)).not.toContainText('in the name of a phase')
    await expect(note(page, 'Bertil')).not.toContainText('Anouk’s opening')
    await expect(note(page, 'Bertil')).toContainText('The times stand without the names of the phases.')
    await pressButton(page, /^Change the goal/)
    await typeInto(page, 'Objective 1.2', 'More patience with others', form(page))
    await saveMember(page)
    await expect(remarks(page)).toBeHidden()
    await expect(page.getByRole('checkbox', { name: 'More patience with others' })).toBeChecked()
  })

  await test.step('how the session was held is said once, and stands in the signed note', async () => {
    await choose(page, 'Held', 'By video (telehealth)')
    await audit('debrief, objectives and how the session was held')
    await page.keyboard.press('Control+Enter')
    await expect(page.getByRole('heading', { name: '1 of 2 signed' })).toBeVisible()
    await page.keyboard.press('Control+2')
    const signed = page.getByRole('group', { name: 'Signed note of Bertil' })
    await expect(signed.getByRole('listitem').filter({ hasText: goal }).first()).toContainText(
      'No telephone after ten: Kept it on three nights.',
    )
    await audit('debrief, a signed note with objectives')
  })

  await test.step('what a note addresses is set aside, and can be brought back', async () => {
    await pressButton(page, 'Today')
    await drive.goTo(page, 'Groups & members')
    await openMember(page, 'Bertil')
    await pressButton(page, 'Set aside goal 1', form(page))
    await expect(form(page)).toContainText('Set aside: no longer offered; the notes that address it keep it.')
    await saveMember(page)
    await openMember(page, 'Bertil')
    await expect(field(form(page), 'Goal 1')).toHaveCount(0)
    await pressButton(page, `Bring back ${goal}`, form(page))
    await saveMember(page)
    await openMember(page, 'Bertil')
    await expect(field(form(page), 'Objective 1.2')).toHaveValue('More patience with others')
  })
  expect(await violations()).toEqual([])
})

test('a co-signer who has forgotten their PIN gets another, and everybody sees it', async ({ page }) => {
  const { audit } = await createAuditor(page)
  await drive.unlock(page, author.passphrase)
  await drive.addFacilitator(page, { name: 'Maya Reed', credentials: 'LPC' })
  await pressButton(page, 'Edit Maya Reed')
  await reach(page, page.getByRole('checkbox', { name: /^May co-sign/ }))
  await page.keyboard.press('Space')
  await pressButton(page, 'Save', page.getByRole('dialog'))
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await pressButton(page, 'Edit Maya Reed')
  const pinForm = page.getByRole('form', { name: 'PIN to co-sign with' })
  await typeInto(page, 'Their PIN', '4711', pinForm)
  await typeInto(page, 'Your passphrase', author.passphrase, pinForm)
  await page.keyboard.press('Enter')
  await expect(pinForm.getByText('Their PIN is set.')).toBeVisible()
  await pressButton(page, 'They have forgotten it', pinForm)
  await typeInto(page, 'Their new PIN', '1234', pinForm)
  await typeInto(page, 'Your passphrase', 'not the passphrase at all', pinForm)
  await page.keyboard.press('Enter')
  await expect(pinForm.getByRole('alert')).toBeVisible()
  await typeInto(page, 'Your passphrase', author.passphrase, pinForm)
  await audit('a forgotten PIN')
  await page.keyboard.press('Enter')
  await expect(pinForm).toContainText('It was last set anew on')
})
