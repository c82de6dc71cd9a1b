import type { Page } from 'playwright-core'
import { createAuditor } from '../support/audit.ts'
import * as live from '../support/drive-live.ts'
import * as drive from '../support/drive.ts'
import { chooseInMenu, field, pressButton, reach, typeAt, typeInto } from '../support/keyboard.ts'
import { findSmallTargets } from '../support/live-geometry.ts'
import { author, unevenNames } from '../support/cast.ts'
import { expect, test } from './fixtures.ts'

test.use({ vaultOf: author })

const group = { name: 'Evening Circle', isOnTuesdays: true, capacity: 12 }
const names = [...unevenNames, 'Kirsi', 'Leopold']
const weekMinutes = 7 * 24 * 60
const sharedPlan = 'Urge log on three evenings: when, where, with whom, how strong, and what helped.'
const longPlan =
  'Calls her sister before pay-day evening, and writes down what the walk home is like. '.repeat(3)

function side(page: Page) {
  return page.getByRole('region', { name: 'Last session' })
}

function row(page: Page, phase: string) {
  return side(page)
    .getByRole('listitem')
    .filter({ hasText: `“${phase}”` })
}

function phases(page: Page) {
  return page.getByRole('complementary', { name: 'Agenda' }).getByRole('listitem')
}

async function openMember(page: Page, name: string): Promise<void> {
  await chooseInMenu(page, page.getByRole('button', { name: `More for ${name}` }), 'Edit')
  await expect(
    page.getByRole('dialog', { name: 'Edit member' }).getByText('Goals, in their own'),
  ).toBeVisible()
}

async function saveMember(page: Page): Promise<void> {
  await page.keyboard.press('Enter')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
}

async function addGoals(page: Page, name: string, goals: readonly string[]): Promise<void> {
  await openMember(page, name)
  for (const goal of goals) {
    await pressButton(page, 'Add a goal', page.getByRole('dialog'))
    await expect(page.getByRole('textbox', { name: /^Goal \d/ }).last()).toBeFocused()
    await page.keyboard.insertText(goal)
  }
  await saveMember(page)
}

/** One session of the group that leaves something open, and the notes after it. */
async function holdFirstSession(page: Page): Promise<void> {
  await live.setPresence(page, '3', 'no-show')
  await chooseInMenu(page, page.getByRole('button', { name: 'More about the agenda' }), 'Insert a phase')
  await typeInto(page, 'Name', 'Saying no', page.getByRole('dialog', { name: 'Insert a phase' }))
  await page.keyboard.press('Enter')
  await live.everyoneArrives(page)
  await live.start(page)
  await live.skip(page, 'Saying no', 'Not today')
  await live.next(page, 'Check-in round')
  await live.markInTwo(page, '7', 'R')
  await live.endNow(page)
  await live.openDebrief(page)
  await live.writeShared(page, 'Plan until next session', sharedPlan)
  await live.writeMemberNote(page, '1', 'Spoke of the weekend.', 'an evening class on Friday')
  await live.writeMemberNote(page, '4', 'Listened.', longPlan)
  await live.writeMemberNote(page, '5', 'Spoke of home.', 'دفتر يوميات كل مساء')
}

test('what the last session left stands beside the circle of the next, by keyboard alone', async ({
  page,
  timepiece,
}) => {
  test.slow()
  const { audit, violations } = await createAuditor(page)
  await drive.unlock(page, author.passphrase)
  await drive.createGroup(page, group)
  for (const name of names) await drive.addMember(page, { name, hasAgreed: name !== 'Kirsi' })
  await addGoals(page, 'Bertil', ['Sleep at home', 'Call my sister'])
  await addGoals(page, 'Anouk', [longPlan.slice(0, 190)])

  await drive.prepareSession(page, { group: group.name })
  await expect(page.getByRole('tab', { name: 'Last session' })).toHaveAttribute('aria-selected', 'true')
  await expect(side(page)).toContainText('This group has no session before this one.')
  await expect(side(page)).not.toContainText('Left open')
  await expect(side(page).getByRole('term')).toHaveText(['Anouk', 'Bertil'])
  await audit('first session')
  await holdFirstSession(page)
  await pressButton(page, 'Today')
  await timepiece.pass(weekMinutes)

  await drive.prepareSession(page, { group: group.name })
  await expect(side(page)).toContainText('Left open on November 17')
  await expect(row(page, 'Saying no')).toContainText('was left out.')
  await expect(row(page, 'Discussion')).toContainText('was not reached.in today’s agenda')
  await expect(row(page, 'Discussion').getByRole('button')).toHaveCount(0)
  await expect(side(page)).not.toContainText('Check-out round')
  await expect(side(page)).toContainText('Gudrun: risk, follow-up open since November 17.')
  await expect(side(page)).toContainText(sharedPlan)
  const plans = side(page).locator('dl', { hasText: 'an evening class on Friday' })
  await expect(plans.getByRole('term')).toHaveText(['Anouk', 'Dagny', 'أمينة بنت عبد الرحمن'])
  await expect(side(page)).toContainText('Cosima-Maximiliane was away and needs it.')
  await expect(side(page)).toContainText('Call my sister')
  await audit('next session')
  expect(await page.evaluate(findSmallTargets)).toEqual([])

  await reach(page, side(page))
  await page.keyboard.press('End')
  await expect(side(page).getByText('Call my sister')).toBeInViewport()
  await reach(page, row(page, 'Saying no').getByRole('button', { name: 'Add Saying no to today’s agenda' }))
  await page.keyboard.press('Enter')
  await expect(row(page, 'Saying no')).toContainText('in today’s agenda')
  await expect(side(page)).toBeFocused()
  const order = await phases(page).allInnerTexts()
  expect(order.at(-2)).toContain('Saying no')
  expect(order.at(-1)).toContain('Check-out round')
  await live.undo(page)
  await expect(row(page, 'Saying no').getByRole('button')).toBeVisible()
  await expect(phases(page).filter({ hasText: 'Saying no' })).toHaveCount(0)

  await live.conceal(page)
  const notes = page.getByRole('complementary', { name: 'Notes' })
  await expect(notes).toContainText('Concealed')
  for (const words of ['Saying no', 'Urge log', 'Anouk', 'Gudrun', 'Sleep at home'])
    await expect(page.locator('body')).not.toContainText(words)
  await live.reveal(page, author.passphrase)
  await expect(row(page, 'Saying no')).toBeVisible()

  await live.recordNote(page, 'Fintan phoned: he comes later.')
  await expect(side(page)).toBeVisible()
  await audit('a note before the start')

  await pressButton(page, 'Open the follow-up of Gudrun', side(page))
  const followUp = page.getByRole('dialog', { name: 'Risk follow-up' })
  await expect(followUp).toContainText('Gudrun')
  await page.keyboard.insertText('Seen alone on Wednesday; safe, has a plan.')
  await pressButton(page, 'Sign and close', followUp)
  await followUp.waitFor({ state: 'detached' })
  await expect(side(page)).not.toContainText('Gudrun')

  await live.everyoneArrives(page)
  await live.start(page)
  await expect(page.getByRole('tab', { name: 'Record' })).toHaveAttribute('aria-selected', 'true')
  await expect(side(page)).toHaveCount(0)
  await page.keyboard.press(',')
  await page.keyboard.type('last session')
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Last session' })
  await expect(dialog).toContainText('an evening class on Friday')
  await audit('last session, while this one goes on')
  await pressButton(page, 'Add Saying no to today’s agenda', dialog)
  await expect(dialog).toContainText('“Saying no” was left out.in today’s agenda')
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  expect(await violations()).toEqual([])
})

test('a member’s goals are added, changed, achieved and opened again with the member', async ({ page }) => {
  const { audit } = await createAuditor(page)
  await drive.unlock(page, author.passphrase)
  await drive.createGroup(page, group)
  await drive.addMember(page, { name: 'Bertil' })
  await addGoals(page, 'Bertil', ['Sleep at home', 'Call my sister'])

  await openMember(page, 'Bertil')
  const form = page.getByRole('dialog', { name: 'Edit member' })
  await expect(field(form, 'Goal 1')).toHaveValue('Sleep at home')
  await typeInto(page, 'Goal 2', 'Call my sister on Sundays', form)
  await reach(page, form.getByRole('checkbox', { name: 'Goal 1 achieved' }))
  await page.keyboard.press('Space')
  await pressButton(page, 'Add a goal', form)
  await page.keyboard.insertText('a'.repeat(203))
  await expect(form).toContainText('3 characters too long; nothing is lost.')
  await page.keyboard.press('Enter')
  await expect(field(form, 'Goal 3')).toHaveValue('a'.repeat(203))
  await audit('goals')
  await typeAt(page, field(form, 'Goal 3'), 'A walk a day')
  await saveMember(page)

  await openMember(page, 'Bertil')
  for (const [index, text] of ['Sleep at home', 'Call my sister on Sundays', 'A walk a day'].entries())
    await expect(field(form, `Goal ${index + 1}`)).toHaveValue(text)
  const achieved = form.getByRole('checkbox', { name: 'Goal 1 achieved' })
  await expect(achieved).toBeChecked()
  await expect(form.getByRole('checkbox', { name: 'Goal 2 achieved' })).not.toBeChecked()
  await reach(page, achieved)
  await page.keyboard.press('Space')
  await typeInto(page, 'Goal 2', '', form)
  await page.keyboard.press('Enter')
  await expect(form).toContainText('Please fill this in.')
  await page.keyboard.press('Escape')
  await form.waitFor({ state: 'detached' })
  await openMember(page, 'Bertil')
  await expect(achieved).toBeChecked()
  await expect(field(form, 'Goal 2')).toHaveValue('Call my sister on Sundays')
})
