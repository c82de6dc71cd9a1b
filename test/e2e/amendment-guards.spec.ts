import type { Locator, Page } from 'playwright-core'
import { guardKindSchema } from '../../src/shared/record/note-kinds.ts'
import { foldAll } from '../../src/shared/session/fold.ts'
import { readLog } from '../../src/shared/session/log-text.ts'
import { createAuditor } from '../support/audit.ts'
import { getFromPage } from '../support/call-page.ts'
import { author } from '../support/cast.ts'
import * as live from '../support/drive-live.ts'
import * as drive from '../support/drive.ts'
import { field, pressButton, reach, typeAt } from '../support/keyboard.ts'
import { expect, test } from './fixtures.ts'

const group = 'Evening Circle'
const names = ['Anouk', 'Bertil']

const signed = (page: Page, name: string) => page.getByRole('group', { name: `Signed note of ${name}` })
const remarks = (page: Page) =>
  signed(page, 'Anouk').getByRole('region', { name: 'Before you sign', exact: true })
const card = (page: Page, words: string) => remarks(page).getByRole('listitem').filter({ hasText: words })

/** The kinds in the log of what is signed, each with the guards that were decided against. */
async function signedInLog(page: Page): Promise<readonly unknown[]> {
  const sessions = await getFromPage(page, 'session.current', {})
  const { sessionId } = sessions[0] ?? { sessionId: '' }
  const { log } = await getFromPage(page, 'session.open', { sessionId })
  return foldAll(readLog(log)).signed.map(({ kind, overridden }) => [kind, overridden])
}

async function openSigned(page: Page, pass: (minutes: number) => Promise<void>): Promise<void> {
  await drive.createVault(page, author)
  await drive.createGroup(page, { name: group, isOnTuesdays: true })
  for (const [index, name] of names.entries()) await drive.addMember(page, { name, chartId: `C-${index}` })
  await drive.prepareSession(page, { group, topic: 'High-risk evenings' })
  await live.everyoneArrives(page)
  await live.start(page)
  await live.markInTwo(page, '1', 'S')
  await pass(90)
  await live.endNow(page)
  const [session] = await getFromPage(page, 'session.current', {})
  const { sessionId } = session ?? { sessionId: '' }
  const { responses } = await getFromPage(page, 'debrief.read', { sessionId })
  for (const [index, { personId }] of responses.entries()) {
    const response = index === 0 ? 'Spoke early.' : 'Named two triggers and a plan for Friday evening.'
    const row = { personId, response, plan: 'Calls at eight.', format: null, namesPhases: true, goals: [] }
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    await getFromPage(page, 'debrief.save-response', { sessionId, response: row })
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    await getFromPage(page, 'note.sign', { sessionId, personId, overridden: guardKindSchema.options })
  }
  await live.openDebrief(page)
  await pass(26 * 60)
  await page.keyboard.press('Control+1')
  await signed(page, 'Anouk').waitFor()
}

/** Begins a text of this kind, with these words on the disk. */
async function begin(page: Page, kind: string, words: string): Promise<Locator> {
  await pressButton(page, 'Add to this note', signed(page, 'Anouk'))
  await field(page, 'Addendum').and(page.locator(':focus')).waitFor()
  const radio = signed(page, 'Anouk').getByRole('radio', { name: kind })
  // Backwards from the text, its kinds are entered at the last one.
  await reach(page, signed(page, 'Anouk').getByRole('radio', { name: 'Attestation' }))
  for (let left = 3; left > 0 && !(await radio.evaluate(isFocused)); left -= 1)
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('Enter')
  const begun = field(signed(page, 'Anouk'), kind)
  await typeAt(page, begun, words)
  await signed(page, 'Anouk').getByText('saved', { exact: true }).waitFor()
  return begun
}

function isFocused(element: Element): boolean {
  return element === document.activeElement
}

test('guards ask about what is added to a signed note, in its form, and keys answer them', async ({
  page,
  timepiece,
}) => {
  test.slow()
  const { audit, violations } = await createAuditor(page)
  await openSigned(page, timepiece.pass)

  await test.step('a name of another member comes first, and one key writes “another member”', async () => {
    const begun = await begin(page, 'Late entry', 'Bertil drove home. Was resistant to it.')
    await expect(card(page, 'Bertil is another member.')).toBeVisible()
    await expect(card(page, '“Resistant” needs what you saw.')).toBeVisible()
    await audit('debrief, remarks on a late entry')
    await page.keyboard.press('Control+Enter')
    await expect(signed(page, 'Anouk')).toContainText('comes first')
    await page.keyboard.press('Alt+KeyA')
    await expect(begun).toHaveValue('Another member drove home. Was resistant to it.')
    await expect(card(page, 'Bertil')).toHaveCount(0)
    await expect(begun).toBeFocused()
  })

  await test.step('a judgement gets what the log has', async () => {
    await page.keyboard.press('Alt+KeyA')
    await expect(written(page, 'Late entry')).toHaveValue(
      /^Another member drove home\. Was resistant to it\. Shared at /,
    )
    await page.keyboard.press('Control+Enter')
    const added = page.getByRole('region', { name: 'Late entry' })
    await expect(added).toContainText('Late entry, 26 hours after the session')
    await expect(added).toContainText('Another member drove home.')
    await expect(page.getByRole('button', { name: 'Add to this note' })).toBeFocused()
  })

  await test.step('a sentence of another member’s note is compared, and meant so', async () => {
    await begin(page, 'Correction', 'Named two triggers and a plan for Friday evening.')
    await expect(card(page, 'This sentence also stands in Bertil’s note.')).toBeVisible()
    await page.keyboard.press('Alt+KeyA')
    const dialog = page.getByRole('dialog', { name: 'The same sentences' })
    await expect(dialog.getByRole('region', { name: 'What you add to Anouk’s note' })).toContainText(
      'Named two',
    )
    await expect(dialog.getByRole('region', { name: 'Bertil’s note of this session' })).toContainText(
      'Named two',
    )
    await audit('debrief, comparing a correction')
    await pressButton(page, 'It is meant so', dialog)
    await expect(remarks(page)).toContainText('Meant so.')
    await page.keyboard.press('Control+Enter')
    await expect(page.getByRole('region', { name: 'Correction' })).toBeVisible()
  })

  await test.step('what is begun is kept with what is meant so, and nothing of it is seen while concealed', async () => {
    await begin(page, 'Attestation', 'I was there with Bertil.')
    await page.keyboard.press('Alt+Shift+KeyA')
    await expect(remarks(page)).toContainText('Bertil is another member. Meant so.')
    await pressButton(page, 'Go on later')
    await expect(remarks(page)).toHaveCount(0)
    await pressButton(page, 'Go on with the attestation you began')
    await expect(remarks(page)).toContainText('Bertil is another member. Meant so.')
    await live.conceal(page)
    const words = await page.locator('body').innerText()
    for (const secret of [...names, 'I was there', 'Before you sign']) expect(words).not.toContain(secret)
    await live.reveal(page, author.passphrase)
    await expect(written(page, 'Attestation')).toHaveValue('I was there with Bertil.')
    await expect(remarks(page)).toContainText('Meant so.')
  })

  await test.step('what is meant so is signed, and the log keeps what was decided against', async () => {
    await page.keyboard.press('Control+Enter')
    await expect(page.getByRole('region', { name: 'Attestation' })).toContainText('I was there with Bertil.')
    expect((await signedInLog(page)).slice(2)).toEqual([
      ['late-entry', ['judgement']],
      ['correction', ['copied']],
      ['attestation', ['names']],
    ])
  })

  await test.step('what was meant so in one text is asked about in the next', async () => {
    await begin(page, 'Correction', 'It was Bertil who drove.')
    await expect(card(page, 'Bertil is another member. A chart names no one else.')).toBeVisible()
    await page.keyboard.press('Control+Enter')
    await expect(signed(page, 'Anouk')).toContainText('comes first')
    await page.keyboard.press('Alt+KeyA')
    await expect(written(page, 'Correction')).toHaveValue('It was another member who drove.')
    await page.keyboard.press('Control+Enter')
    await expect(page.getByRole('region', { name: 'Correction' })).toHaveCount(2)
    expect((await signedInLog(page)).slice(5)).toEqual([['correction', []]])
  })
  expect(await violations()).toEqual([])
})

function written(page: Page, kind: string): Locator {
  return field(signed(page, 'Anouk'), kind)
}
