import type { Locator, Page } from 'playwright-core'
import { defaultCareRules } from '../../src/shared/care/care-rules.ts'
import { noteMaxLength } from '../../src/shared/words.ts'
import { createAuditor } from '../support/audit.ts'
import { getFromPage } from '../support/call-page.ts'
import * as live from '../support/drive-live.ts'
import * as drive from '../support/drive.ts'
import { field, pressButton, reach, typeAt } from '../support/keyboard.ts'
import { expect, test } from './fixtures.ts'

const author = { name: 'Nora Field', credentials: 'LCSW', passphrase: 'otter lantern quarry violet' }
const group = { name: 'Evening Circle' }

test('empty names are refused beside their field, and what stands elsewhere stays @electron', async ({
  page,
}) => {
  await drive.createVault(page, author)
  await drive.goTo(page, 'Groups & members')
  await pressButton(page, 'Create the first group')
  const form = page.getByRole('dialog')
  await drive.fillGroup(page, { name: '   ', lengthMinutes: 75, part2: 'part2' })
  await pressButton(page, 'Create the group')
  await expect(form.getByText('Please fill this in.')).toBeVisible()
  await expect(field(form, 'Length')).toHaveValue('75')
  await expect(form.locator('input[value="part2"]')).toBeChecked()
  await typeAt(page, field(form, 'Name'), group.name)
  await pressButton(page, 'Create the group')
  await expect(drive.title(page, group.name)).toBeVisible()

  await drive.typeMember(page, { name: '\u2003', chartId: 'HS-1', initials: 'A' })
  await page.keyboard.press('Enter')
  await expect(page.getByText('Please fill this in.')).toBeVisible()
  await expect(field(page, 'Chart id')).toHaveValue('HS-1')
  await drive.addMember(page, { name: 'Anouk', chartId: 'HS-1' })
  await expect(drive.membersTable(page).getByText('HS-1')).toBeVisible()
})

test('the first run asks for a name, and for a passphrase that is long enough', async ({ page }) => {
  await drive.tellAboutYou(page, { name: '', clinic: 'Harbor Street', passphrase: '' })
  await expect(page.getByText('Please fill this in.')).toHaveCount(2)
  await expect(field(page, 'Clinic or program')).toHaveValue('Harbor Street')
  await typeAt(page, field(page, 'Name'), author.name)
  await page.keyboard.press('Enter')
  await expect(drive.title(page, 'Choose a passphrase')).toBeVisible()
  await typeAt(page, field(page, 'Passphrase'), 'too short')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('status').getByText('Too short')).toBeVisible()
  await drive.choosePassphrase(page, author.passphrase)
  await drive.readRecoveryCode(page)
})

test('no secret is too long to be refused in words', async ({ page }) => {
  await drive.createVault(page, author)
  await drive.lock(page)
  await drive.typePassphrase(page, 'x'.repeat(1_024))
  await expect(page.getByText('That does not open the vault.')).toBeVisible()
  await drive.unlock(page, author.passphrase)
})

test('a note of ten thousand characters is kept, and one more is refused with its words still there', async ({
  page,
}) => {
  await startWith(page, ['Anouk'])
  const longest = 'word '.repeat(noteMaxLength / 5 - 1) + 'end.!'
  expect(longest).toHaveLength(noteMaxLength)
  const tooLong = `${longest}?`
  const note = field(page, 'Record note')
  await page.keyboard.press('/')
  await expect(note).toBeFocused()
  await page.keyboard.insertText(tooLong)
  await page.keyboard.press('Enter')
  await expect(page.getByText('1 character too long; nothing is lost')).toBeVisible()
  await expect(note).toHaveValue(tooLong)
  await page.keyboard.press('Backspace')
  await page.keyboard.press('Enter')
  await expect(note).toHaveValue('')
  const kept = page.getByRole('complementary', { name: 'Notes' }).getByRole('listitem')
  await expect(kept).toContainText('end.!')

  await page.keyboard.press('Alt+KeyP')
  const own = field(page, 'Private note')
  await expect(own).toBeFocused()
  await page.keyboard.insertText(tooLong)
  await page.keyboard.press('Enter')
  await expect(page.getByText('1 character too long; nothing is lost')).toBeVisible()
  await expect(own).toHaveValue(tooLong)
})

test('the thirteenth member of twelve places is refused in words; twenty-four sit well on Live', async ({
  page,
}) => {
  test.slow()
  const auditor = await createAuditor(page)
  await drive.createVault(page, author)
  await getFromPage(page, 'care-rules.change', { ...defaultCareRules, mostMembers: 24 })
  await drive.createGroup(page, group)
  for (let seat = 1; seat <= 12; seat += 1) await drive.addMember(page, { name: `Member ${seat}` })
  await drive.typeMember(page, { name: 'Member 13', chartId: 'HS-13' })
  await page.keyboard.press('Enter')
  await expect(page.getByText('The group has all the members that it may hold.')).toBeVisible()
  await expect(field(page, 'Add a member')).toHaveValue('Member 13')
  await expect(field(page, 'Chart id')).toHaveValue('HS-13')
  await pressButton(page, 'Edit group')
  await typeAt(page, field(page.getByRole('dialog'), 'Places'), '25')
  await pressButton(page, 'Save')
  await expect(page.getByText('1 to 24.')).toBeVisible()
  await typeAt(page, field(page.getByRole('dialog'), 'Places'), '24')
  await pressButton(page, 'Save')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  for (let seat = 13; seat <= 24; seat += 1) await drive.addMember(page, { name: `Member ${seat}` })
  await drive.prepareSession(page, { group: group.name })
  await live.everyoneArrives(page)
  await live.start(page)
  // The last key that there is for a seat.
  await live.giveFloor(page, 'V')
  await expectSeatsApart(page, 25)
  await auditor.audit('twenty-four members on Live')
})

/** Nobody sits on anybody else, nor on the clock: members are round, all else is as wide as it is. */
async function expectSeatsApart(page: Page, count: number): Promise<void> {
  const seats = page.getByRole('list', { name: 'Seats' }).getByRole('button')
  await expect(seats).toHaveCount(count)
  const clock = await boxOf(live.phaseClock(page))
  const [facilitator, ...members] = (await Promise.all((await seats.all()).map(boxOf))).toReversed()
  expect(facilitator).toBeDefined()
  for (const [index, member] of members.entries()) {
    const others = members
      .slice(index + 1)
      .map((other) => Math.hypot(other.x - member.x, other.y - member.y) - other.width / 2)
    const blocks = [clock, ...(facilitator ? [facilitator] : [])].map((block) =>
      Math.hypot(
        Math.max(0, Math.abs(block.x - member.x) - block.width / 2),
        Math.max(0, Math.abs(block.y - member.y) - block.height / 2),
      ),
    )
    expect(Math.min(...others, ...blocks), `seat ${count - 1 - index}`).toBeGreaterThanOrEqual(
      member.width / 2,
    )
  }
}

/** Its middle, and how large it is. */
async function boxOf(target: Locator) {
  const box = await target.boundingBox()
  if (box === null) throw new Error(`${String(target)} is not on the screen`)
  const { x, y, width, height } = box
  return { x: x + width / 2, y: y + height / 2, width, height }
}

test('names of emoji and from right to left are kept as they are, and shown in their own direction', async ({
  page,
}) => {
  const names = ['🦊 Robin', 'ליאורה', 'نور', '👩‍👩‍👧 Ваня', "O'Brien–Ж"]
  await startWith(page, names)
  for (const [index, name] of names.entries()) {
    const seat = live.seat(page, String(index + 1))
    await expect(seat).toHaveAccessibleName(new RegExp(`^${name}, seat ${index + 1}`, 'u'))
    await live.giveFloor(page, String(index + 1))
    await expect(seat.locator('bdi')).toHaveCount(1)
  }
  await live.recordNote(page, 'שלום — أهلا — 👋🏽')
  await live.endNow(page)
  await live.openDebrief(page)
  for (const name of names) await expect(page.getByRole('button').filter({ hasText: name })).toBeVisible()
  await expect(page.getByText('שלום — أهلا — 👋🏽')).toBeVisible()
})

test('an agenda of more minutes than the session says so, cannot be saved, and keeps what was typed', async ({
  page,
}) => {
  await drive.createVault(page, author)
  await drive.createGroup(page, group)
  await drive.openAgenda(page, group.name)
  await drive.setMinutes(page, 'Discussion', 31)
  await expect(page.getByText(/91 of 90/)).toBeVisible()
  await expect(page.getByText(/This cannot be saved until they fit/)).toBeVisible()
  await pressButton(page, 'Save the agenda')
  await expect(page.getByText('The phases add up to more minutes than the session has.')).toBeVisible()
  await expect(field(page, 'Minutes of Discussion')).toHaveValue('31')
  await drive.setMinutes(page, 'Topic', 14)
  await drive.saveAgenda(page)
  await drive.setMinutes(page, 'Topic', 0)
  await reach(page, page.getByRole('button', { name: 'Save the agenda' }))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Save the agenda' })).toBeVisible()
  await expect(field(page, 'Minutes of Discussion')).toHaveValue('31')
})

async function startWith(page: Page, names: readonly string[]): Promise<void> {
  await drive.createVault(page, author)
  await drive.createGroup(page, group)
  for (const name of names) await drive.addMember(page, { name })
  await drive.prepareSession(page, { group: group.name })
  await live.everyoneArrives(page)
  await live.start(page)
}
