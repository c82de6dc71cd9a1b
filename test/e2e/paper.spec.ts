import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { createAuditor } from '../support/audit.ts'
import * as drive from '../support/drive.ts'
import * as live from '../support/drive-live.ts'
import { chooseInMenu, pressButton, reach, typeInto } from '../support/keyboard.ts'
import { readPdf, type ReadPdf } from '../support/read-pdf.ts'
import { author, tenNames } from '../support/cast.ts'
import { expect, test } from './fixtures.ts'

test.use({ vaultOf: author })

const group = { name: 'Evening Circle', isOnTuesdays: true, part2: 'part2' } as const
const topic = 'High-risk evenings'

async function setUp(page: Page, names: readonly string[]): Promise<void> {
  await drive.unlock(page, author.passphrase)
  await drive.createGroup(page, group)
  for (const name of names) await drive.addMember(page, { name })
  await drive.prepareSession(page, { group: group.name, topic })
  await pressButton(page, 'Back to Today')
  await page.getByRole('button', { name: 'Run on paper' }).waitFor()
}

/** Makes the sheet and reads it; the dialog stays open. */
async function makeSheet(
  page: Page,
  userDataDir: string,
  names: 'Names' | 'Initials',
  paper: 'Letter' | 'A4',
) {
  const dialog = page.getByRole('dialog', { name: 'Print the tick sheet' })
  await chooseSegment(page, dialog.getByRole('radiogroup', { name: 'People stand as' }), names)
  await chooseSegment(page, dialog.getByRole('radiogroup', { name: 'Paper size' }), paper)
  const before = await dialog.getByText(/\.pdf$/).allInnerTexts()
  await pressButton(page, 'Make the sheet', dialog)
  const file = dialog.getByText(/\.pdf$/)
  await expect(file).not.toHaveText(before[0] ?? '')
  const name = await file.innerText()
  return { name, pdf: await readPdf(join(userDataDir, 'exports', name)) }
}

async function chooseSegment(page: Page, segments: Locator, name: string): Promise<void> {
  const wanted = segments.getByRole('radio', { name })
  await reach(page, segments.getByRole('radio', { checked: true }))
  for (const key of ['ArrowLeft', 'ArrowRight']) {
    if (await wanted.isChecked()) return
    await page.keyboard.press(key)
    await page.keyboard.press('Enter')
  }
}

function isLandscape({ sizePoints: [width, height] }: ReadPdf): boolean {
  return width > height
}

test('a sheet is one page with everybody on it, and nothing that was written in private', async ({
  page,
  userDataDir,
}) => {
  test.slow()
  const names = [...tenNames, 'Kirsi', 'Leopold-Maximilian']
  await setUp(page, names)
  await pressButton(page, 'Go on preparing')
  await live.privateNote(page, 'A worry of my own.')
  await live.recordNote(page, 'A note for the record.')
  await pressButton(page, 'Back to Today')
  await chooseInMenu(page, page.getByRole('button', { name: 'Run on paper' }), 'Print the tick sheet')
  for (const paper of ['Letter', 'A4'] as const) {
    const { name, pdf } = await makeSheet(page, userDataDir, 'Names', paper)
    expect(name).toMatch(/^2026-11-17-[0-9A-Z]{4}-sheet(?:-\d)?\.pdf$/)
    expect(pdf.pages).toHaveLength(1)
    expect(isLandscape(pdf)).toBe(true)
    for (const words of [...names, 'Nora Field', topic, 'Check-in', 'Started at', 'no-show', 'risk']) {
      expect(pdf.text).toContain(words)
    }
    expect(pdf.text).toContain('42 CFR part 2 prohibits unauthorized use')
    expect(pdf.text).toContain('This record which has been disclosed to you is protected')
    for (const hidden of ['A worry of my own', 'A note for the record'])
      expect(pdf.text).not.toContain(hidden)
  }
  const { pdf } = await makeSheet(page, userDataDir, 'Initials', 'Letter')
  for (const name of names) expect(pdf.text).not.toContain(name)
  expect(pdf.pages).toHaveLength(1)
})

test('a list to sign in on is printed before the session, with a password where one is wanted', async ({
  page,
  userDataDir,
}) => {
  const { audit, violations } = await createAuditor(page)
  await setUp(page, tenNames)
  await chooseInMenu(page, page.getByRole('button', { name: 'Run on paper' }), 'Print the sign-in list')
  const dialog = page.getByRole('dialog', { name: 'Print the sign-in list' })
  await audit('a sign-in list')
  await chooseSegment(page, dialog.getByRole('radiogroup', { name: 'People stand as' }), 'Names')
  await typeInto(page, 'Password on the file', 'short', dialog)
  await pressButton(page, 'Make the list', dialog)
  await expect(dialog).toContainText('At least eight characters.')
  await typeInto(page, 'Password on the file', 'quiet river 42', dialog)
  await pressButton(page, 'Make the list', dialog)
  const name = await dialog.getByText(/-sign-in\.pdf$/).innerText()
  await audit('a sign-in list, made')
  const path = join(userDataDir, 'exports', name)
  await expect(readPdf(path)).rejects.toThrow('No password given')
  const { text, pages } = await readPdf(path, 'quiet river 42')
  expect(pages).toHaveLength(1)
  for (const words of [
    ...tenNames,
    'Sign-in sheet',
    'This record which has been disclosed to you is protected',
  ])
    expect(text).toContain(words)
  expect(await violations()).toEqual([])
})

/** Counts what is pressed from now on. */
function countKeys(page: Page) {
  let count = 0
  return {
    count: () => count,
    press: async (...keys: readonly string[]) => {
      for (const key of keys) {
        await page.keyboard.press(key)
        count += 1
      }
    },
  }
}

test('a sheet of ten with three late and eight marks is entered with few keys, and says that it is late', async ({
  page,
  timepiece,
  userDataDir,
}) => {
  test.slow()
  const auditor = await createAuditor(page)
  await setUp(page, tenNames)
  // The evening after.
  await timepiece.pass(26 * 60 + 90)
  await page.getByRole('heading', { name: 'Prepared, not started' }).waitFor()
  await chooseInMenu(page, page.getByRole('button', { name: 'Run on paper' }), 'Enter the sheet')
  await expect(page.getByRole('textbox', { name: 'Started at' })).toBeFocused()
  await auditor.audit('the sheet as planned')

  await page.getByRole('textbox', { name: 'Started at' }).focus()
  const keys = countKeys(page)
  await keys.press('6', '0', '3', 'Tab', '7', '3', '1', 'Tab', 'Tab')
  await keys.press('2', 'l', '9', 'Enter', '5', 'l', '1', '0', 'Enter', '8', 'l', '1', '5', 'Enter')
  for (const [seat, letter] of ['1s', '2f', '3k', '4s', '6p', '7s', '9q', '0v'].map((mark) => mark.split('')))
    await keys.press(seat ?? '', letter ?? '')
  await expect(page.getByRole('textbox', { name: 'Bertil: late at' })).toHaveValue('6:09 PM')
  await auditor.audit('the sheet as ticked')
  await keys.press('Control+Enter')
  await page.getByRole('heading', { name: /^Shared by all notes/ }).waitFor()
  console.log(`A sheet of ten, three late, eight marks: ${keys.count()} key presses`)
  expect(keys.count()).toBeLessThanOrEqual(45)

  const late = page.getByRole('region', { name: 'Entered late' })
  await expect(late).toContainText(/Entered from paper on Nov 18, 2026, 9:35 PM, 26 h after the session/)
  await expect(late).toContainText('not observed')
  await expect(page.getByRole('button', { name: /Bertil.*82 min.*from 6:09/ })).toBeVisible()
  await auditor.audit('debrief of a session from paper')
  const name = await live.exportSummary(page)
  const { text } = await readPdf(join(userDataDir, 'exports', name))
  expect(text).toContain('Entered from paper on Nov 18, 2026, 9:35 PM, 26 h after the session.')
  expect(text).toContain('6:03 PM to 7:31 PM')

  await pressButton(page, 'Take it back and correct it')
  await expect(page.getByRole('textbox', { name: 'Bertil: late at' })).toHaveValue('6:09 PM')
  await expect(page.getByRole('button', { name: 'Jowita: moved' })).toHaveAttribute('aria-pressed', 'true')
  await page.keyboard.press('Control+Enter')
  await page.getByRole('heading', { name: /^Shared by all notes/ }).waitFor()
  await pressButton(page, 'Today')
  await expect(page.getByText(/entered from paper/)).toBeVisible()
  await expect(page.getByText(/, from paper/)).toBeVisible()
  await auditor.audit('today, with a session from paper')
  expect(await auditor.violations()).toEqual([])
})

test('what does not fit is said, and nothing is entered', async ({ page }) => {
  await setUp(page, tenNames.slice(0, 2))
  await chooseInMenu(page, page.getByRole('button', { name: 'Run on paper' }), 'Enter the sheet')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('The end lies ahead of now.')).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Ended at' })).toBeFocused()
})

/** No name on the screen, in no attribute, and in no field. */
async function showsNoName(page: Page): Promise<void> {
  await expect(page.getByRole('button', { name: /^Reveal/ })).toBeVisible()
  const fields = await page
    .locator('input')
    .evaluateAll((all) => all.map((one) => (one instanceof HTMLInputElement ? one.value : '')).join('\n'))
  expect(`${await page.content()}\n${fields}`).not.toMatch(
    /Anouk|Bertil|Evening Circle|High-risk evenings|harbour/,
  )
}

test('the sheet conceals by key and on losing the focus, and goes on where it was', async ({ page }) => {
  test.slow()
  await setUp(page, tenNames.slice(0, 2))
  await page.evaluate(() =>
    Reflect.apply(Reflect.get(window.api, 'invoke'), null, ['preferences.change', { concealsOnBlur: true }]),
  )
  const auditor = await createAuditor(page)
  await chooseInMenu(page, page.getByRole('button', { name: 'Run on paper' }), 'Enter the sheet')
  await typeInto(page, 'Notes', 'Bertil at the harbour')
  await page.keyboard.press('Escape')
  await showsNoName(page)
  await auditor.audit('the sheet, concealed')
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('dialog')).toContainText('Today')
  expect(await page.content()).not.toContain(group.name)
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  // A tick is a tick, and the screen after the sheet has names: it is not gone to.
  await page.getByRole('button', { name: 'Seat 2: skill' }).click()
  await page.keyboard.press('Control+Enter')
  await page.getByRole('dialog', { name: 'Concealed' }).waitFor()
  await auditor.audit('the sheet, concealed, and the question for the passphrase')
  await live.answerReveal(page, author.passphrase)
  await expect(page.getByRole('textbox', { name: /^Notes/ })).toHaveValue('Bertil at the harbour')
  await expect(page.getByRole('button', { name: 'Bertil: skill' })).toHaveAttribute('aria-pressed', 'true')
  await page.evaluate(() => window.dispatchEvent(new FocusEvent('blur')))
  await showsNoName(page)
  await live.reveal(page, author.passphrase)
  await expect(page.getByRole('row', { name: /Anouk/ })).toBeVisible()
  expect(await auditor.violations()).toEqual([])
})

test('a sheet that is left half-way, also by the lock, is there again, and its note in the record', async ({
  page,
  timepiece,
}) => {
  test.slow()
  await setUp(page, tenNames.slice(0, 3))
  await timepiece.pass(26 * 60)
  const open = () => chooseInMenu(page, page.getByRole('button', { name: 'Run on paper' }), 'Enter the sheet')
  await open()
  await typeInto(page, 'Started at', '604')
  await page.getByRole('button', { name: 'Cosima: risk' }).click()
  await page.getByRole('button', { name: 'Bertil: no-show' }).click()
  await pressButton(page, 'Today')
  await open()
  await expect(page.getByRole('textbox', { name: 'Started at' })).toHaveValue('6:04 PM')
  await typeInto(page, 'Notes', 'Rain on the roof.')
  await drive.lock(page)
  await drive.unlock(page, author.passphrase)
  await open()
  await expect(page.getByRole('textbox', { name: 'Started at' })).toHaveValue('6:04 PM')
  await expect(page.getByRole('button', { name: 'Cosima: risk' })).toHaveAttribute('aria-pressed', 'true')
  await expect(page.getByRole('button', { name: 'Bertil: no-show' })).toHaveAttribute('aria-pressed', 'true')
  await expect(page.getByRole('textbox', { name: /^Notes/ })).toHaveValue('')
  await page.keyboard.press('Control+Enter')
  await page.getByRole('heading', { name: /^Shared by all notes/ }).waitFor()
  await expect(page.getByText('Rain on the roof.')).toBeVisible()
})
