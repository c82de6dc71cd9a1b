/* oxlint-disable no-await-in-loop -- a person does one thing after the other */
import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { part2Statement1, part2Statement2 } from '../../src/shared/record/part2-statements.ts'
import { createAuditor } from '../support/audit.ts'
import { getFromPage, holdSignedSession } from '../support/call-page.ts'
import { author } from '../support/cast.ts'
import * as drive from '../support/drive.ts'
import { choose, chooseInMenu, field, pressButton, reach, typeInto } from '../support/keyboard.ts'
import { parseCsv } from '../support/parse-csv.ts'
import { readPdf } from '../support/read-pdf.ts'
import { expect, test } from './fixtures.ts'

const names = ['Anouk', 'Bertil', 'أمينة بنت عبد الرحمن']

async function setUp(page: Page): Promise<void> {
  await drive.createVault(page, author)
  await drive.createGroup(page, { name: 'Evening Circle', part2: 'unsure' })
  for (const [index, name] of names.entries())
    await drive.addMember(page, { name, initials: `M${index}`, chartId: `HS-${101 + index}` })
}

const table = (page: Page) => page.getByRole('table', { name: 'Disclosures' })
const lines = (page: Page) =>
  table(page)
    .getByRole('row')
    .filter({ hasNot: page.getByRole('columnheader') })
const dialog = (page: Page) => page.getByRole('dialog')

/** The recipients in the order of the lines. */
async function recipients(page: Page): Promise<string[]> {
  return lines(page).locator('td:nth-child(4)').allInnerTexts()
}

interface Entry {
  readonly member?: string
  readonly day?: string
  readonly what?: string
  readonly recipient: string
}

async function typeEntry(page: Page, { member, day, recipient, what }: Entry): Promise<void> {
  const form = dialog(page)
  await form.waitFor()
  if (member !== undefined) await choose(page, `Whose record it was`, member, form)
  if (day !== undefined) await form.getByLabel('Day of the disclosure').fill(day)
  if (what !== undefined) await typeInto(page, 'What was disclosed', what, form)
  await typeInto(page, 'Who received it', recipient, form)
}

async function enter(page: Page, entry: Entry): Promise<void> {
  await pressButton(page, 'Enter a disclosure')
  await typeEntry(page, { what: 'Attendance in October, by telephone', ...entry })
  await typeInto(page, 'What for', 'care coordination', dialog(page))
  await typeInto(page, 'Consent', 'R-3 of 2 September 2026', dialog(page))
  await page.keyboard.press('Enter')
  await dialog(page).waitFor({ state: 'detached' })
}

test('what was disclosed is entered, corrected, found and exported', async ({ page, userDataDir }) => {
  test.slow()
  const { audit, violations } = await createAuditor(page)
  await setUp(page)

  await test.step('the way there leads from Vault & privacy', async () => {
    await drive.goTo(page, 'Vault & privacy')
    await audit('vault, with the way to the ledger')
    await pressButton(page, 'Open the ledger')
    await expect(drive.title(page, 'Disclosures')).toBeVisible()
    await expect(
      page.getByRole('navigation').getByRole('button', { name: 'Vault & privacy' }),
    ).toHaveAttribute('aria-current', 'page')
    await expect(page.getByText('No disclosure is entered')).toBeVisible()
    await audit('disclosures, empty')
  })

  await test.step('nothing that is missing or still to come is entered', async () => {
    await pressButton(page, 'Enter a disclosure')
    await pressButton(page, 'Enter it', dialog(page))
    await expect(dialog(page)).toContainText('Please choose whose record it was.')
    await typeEntry(page, { member: 'Anouk', day: '2026-11-18', recipient: 'Dr. Bertil Quist' })
    await expect(dialog(page)).toContainText('This may name another member')
    await pressButton(page, 'Enter it', dialog(page))
    await expect(dialog(page).getByText('Please fill this in.')).toHaveCount(3)
    await audit('a disclosure that is not whole')
    await typeInto(page, 'What was disclosed', 'Attendance in October, by telephone', dialog(page))
    await typeInto(page, 'What for', 'care coordination', dialog(page))
    await typeInto(page, 'Consent', 'R-3 of 2 September 2026', dialog(page))
    await page.keyboard.press('Enter')
    await expect(dialog(page)).toContainText('This day is still to come.')
    await dialog(page).getByLabel('Day of the disclosure').fill('2026-11-17')
    await reach(page, field(dialog(page), 'Who received it'))
    await page.keyboard.press('Enter')
    await dialog(page).waitFor({ state: 'detached' })
    await expect(lines(page)).toHaveCount(1)
  })

  await test.step('what is entered stands in order, and can be sorted and found', async () => {
    await enter(page, { member: 'Bertil', day: '2026-10-02', recipient: 'Riverbend Primary Care' })
    await enter(page, { member: names[2] ?? '', day: '2025-12-30', recipient: 'Harbor County Court' })
    expect(await recipients(page)).toEqual([
      'Dr. Bertil Quist',
      'Riverbend Primary Care',
      'Harbor County Court',
    ])
    await audit('disclosures')
    await pressButton(page, 'Date', table(page))
    expect((await recipients(page))[0]).toBe('Harbor County Court')
    await expect(table(page).getByRole('columnheader', { name: 'Date' })).toHaveAttribute(
      'aria-sort',
      'ascending',
    )
    await pressButton(page, 'Date', table(page))
    await reach(page, page.getByRole('searchbox', { name: 'Search' }))
    await page.keyboard.insertText('court')
    expect(await recipients(page)).toEqual(['Harbor County Court'])
    await expect(page.getByText('1 of 3 entries')).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(lines(page)).toHaveCount(3)
    await choose(page, 'Whose record', 'Bertil')
    expect(await recipients(page)).toEqual(['Riverbend Primary Care'])
    await choose(page, 'Whose record', 'All members')
  })

  await test.step('an entry that was wrong stays, and says by what it was corrected', async () => {
    await pressButton(page, /^Correct the entry of 2026-10-02 about Bertil/)
    await audit('a correction')
    await typeInto(page, 'Who received it', 'Riverbend Dental Care', dialog(page))
    await page.keyboard.press('Enter')
    await dialog(page).waitFor({ state: 'detached' })
    const wrong = lines(page).filter({ hasText: 'Riverbend Primary Care' })
    await expect(wrong).toContainText('Corrected Nov 17, 6:05')
    await expect(wrong.getByRole('button')).toHaveCount(0)
    await expect(lines(page).filter({ hasText: 'Riverbend Dental Care' })).toContainText(
      'Corrects what was entered Nov 17, 6:05',
    )
    await audit('disclosures, with a correction')
  })

  await test.step('one member’s ledger is reached from their menu, and made as PDF and table', async () => {
    await drive.goTo(page, 'Groups & members')
    await chooseInMenu(page, page.getByRole('button', { name: 'More for Bertil' }), 'Disclosures')
    await expect(lines(page)).toHaveCount(2)
    await pressButton(page, 'Export')
    await pressButton(page, 'Make the PDF', dialog(page))
    const pdf = await readPdf(await madeFile(dialog(page), userDataDir, /-disclosures\.pdf$/))
    await audit('the ledger as a file')
    expect(pdf.text).toContain('Bertil')
    for (const words of ['Correction of no. 1.', 'Corrected by no. 2.', part2Statement1[1], part2Statement2])
      expect(pdf.text).toContain(words)
    await pressButton(page, 'Make a table (CSV)', dialog(page))
    const csv = readFileSync(await madeFile(dialog(page), userDataDir, /-disclosures\.csv$/), 'utf8')
    const [headings = [], ...rows] = parseCsv(csv.slice(1))
    expect(rows.map((row) => row[headings.indexOf('Recipient')])).toEqual([
      'Riverbend Dental Care',
      'Riverbend Primary Care',
    ])
    for (const other of ['Anouk', 'Quist', 'أمينة', 'Court'])
      expect(`${pdf.text} ${pdf.metadata} ${csv}`).not.toContain(other)
    await page.keyboard.press('Escape')
    await dialog(page).waitFor({ state: 'detached' })
  })

  await test.step('concealed, the ledger names nobody until the passphrase is typed', async () => {
    await page.evaluate(() => Reflect.get(globalThis, 'api').invoke('conceal.begin', {}))
    await page.reload()
    await expect(page.getByRole('heading', { name: 'Concealed' })).toBeVisible()
    for (const name of [...names, 'Riverbend']) await expect(page.getByText(name)).toHaveCount(0)
    await typeInto(page, 'Passphrase', author.passphrase)
    await page.keyboard.press('Enter')
    await drive.goTo(page, 'Vault & privacy')
    await pressButton(page, 'Open the ledger')
    await expect(lines(page)).toHaveCount(4)
  })
  expect(await violations()).toEqual([])
})

/** The path of the file that the dialog says it made. */
async function madeFile(within: Locator, userDataDir: string, name: RegExp): Promise<string> {
  const made = within.getByRole('status').filter({ hasText: name })
  const path = join(userDataDir, 'exports', (await made.innerText()).trim())
  expect(statSync(path).mode & 0o777).toBe(0o600)
  return path
}

test('a document for somebody else enters itself, a copy for the chart does not', async ({
  page,
  userDataDir,
}) => {
  test.slow()
  const { audit } = await createAuditor(page)
  const { sessionId, memberIds } = await holdSignedSession(page, ['Anouk', 'Bertil'])
  const [personId] = memberIds
  if (personId === undefined) throw new Error('nobody came')
  const consent = {
    kind: 'disclosure',
    recipient: 'Riverbend Primary Care',
    purpose: 'care coordination',
    reference: 'R-3 of 2 September 2026',
  } as const
  await getFromPage(page, 'export.notes', { sessionId, paper: 'Letter' })
  expect(await getFromPage(page, 'disclosures.list', { personId: null })).toEqual([])
  const note = await getFromPage(page, 'export.note', { sessionId, personId, paper: 'A4', consent })
  const bundle = await getFromPage(page, 'export.note-bundle', { sessionId, personId, consent })
  const entries = await getFromPage(page, 'disclosures.list', { personId: null })
  expect(entries.map(({ exportId, personId: whose, recipient }) => [exportId, whose, recipient])).toEqual([
    [bundle.exportId, personId, 'Riverbend Primary Care'],
    [note.exportId, personId, 'Riverbend Primary Care'],
  ])
  await page.reload()
  await drive.goTo(page, 'Vault & privacy')
  await pressButton(page, 'Open the ledger')
  await expect(lines(page)).toHaveCount(2)
  await expect(lines(page).last()).toContainText(
    `Group progress note, session of 2026-11-17, ${note.code}, version 1`,
  )
  await expect(lines(page).last()).toContainText('Entered with the file Nov 17, 6:05')

  const made = await getFromPage(page, 'export.attendance-table', { sessionId, naming: 'initials' })
  const csv = readFileSync(join(userDataDir, 'exports', made.fileName), 'utf8')
  const [headings = [], ...rows] = parseCsv(csv.slice(1))
  expect(rows.map((row) => row[headings.indexOf('Member')])).toEqual(['An', 'Be'])
  expect(csv).not.toContain('Anouk')

  await drive.goTo(page, 'Groups & members')
  await pressButton(page, /^Evening Circle/, page.getByRole('navigation', { name: 'Groups' }))
  await audit('a group, with the way to its attendance')
  await pressButton(page, 'Attendance')
  await audit('the attendance of a group')
  await pressButton(page, 'Make a table (CSV)', dialog(page))
  const ofGroup = await madeFile(dialog(page), userDataDir, /-attendance\.csv$/)
  expect(readFileSync(ofGroup, 'utf8')).toContain('Anouk')
  await audit('the attendance of a group, made')
})
