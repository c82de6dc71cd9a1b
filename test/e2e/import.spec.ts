import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { createAuditor } from '../support/audit.ts'
import { author } from '../support/cast.ts'
import * as drive from '../support/drive.ts'
import { choose, pressButton } from '../support/keyboard.ts'
import { expect, test } from './fixtures.ts'

const table = [
  'Preferred name;MRN;Programme;Weekday;Time;Agreed on;Shoe size',
  'Uma Ferrow;0901;Thursday skills;Thursday;17:30;25.3.2026;39',
  'Anouk;HS-101;Thursday skills;Thursday;17:30;;41',
  'أمينة بنت عبد الرحمن;0903;Thursday skills;Thursday;17:30;31.2.2026;40',
].join('\r\n')

async function chooseTable(page: Page, path: string): Promise<void> {
  const [asked] = await Promise.all([
    page.waitForEvent('filechooser'),
    pressButton(page, 'Choose a CSV file'),
  ])
  await asked.setFiles(path)
}

test('a table of members is looked at, settled, taken over whole and taken back', async ({
  page,
  userDataDir,
}) => {
  test.slow()
  const { audit, violations } = await createAuditor(page)
  await drive.createVault(page, author)
  await drive.createGroup(page, { name: 'Evening Circle' })
  await drive.addMember(page, { name: 'Anouk', initials: 'A', chartId: 'HS-101' })
  const path = join(userDataDir, 'table.csv')
  writeFileSync(path, table)

  await test.step('the way there leads from Groups & members', async () => {
    await drive.goTo(page, 'Groups & members')
    await pressButton(page, 'Import from a table')
    await expect(drive.title(page, 'Import members and groups')).toBeVisible()
    await audit('import, nothing chosen')
  })

  await test.step('a file that is no table is said to be none, and nothing is lost', async () => {
    const picture = join(userDataDir, 'picture.csv')
    writeFileSync(picture, Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]))
    await chooseTable(page, picture)
    await expect(page.getByText('This file could not be read as a table.')).toBeVisible()
  })

  const lines = page.getByRole('table', { name: 'What becomes of each line' })
  const take = page.getByRole('button', { name: /^Take over/ })

  await test.step('what cannot be read is marked, and holds everything up', async () => {
    await chooseTable(page, path)
    await expect(lines.getByText('the day they agreed on cannot be read')).toBeVisible()
    await expect(take).toBeDisabled()
    await audit('import, a line to settle')
  })

  await test.step('a column gets its meaning', async () => {
    await choose(page, 'What “Programme” is', 'Group')
    await expect(page.getByText('1 line to settle or leave out')).toBeVisible()
    await choose(page, 'What “Agreed on” is', 'Left out')
    await expect(page.getByRole('button', { name: 'Take over 2 members and 1 group' })).toBeEnabled()
    await expect(lines.getByRole('row')).toHaveCount(2)
    await expect(lines.getByText('Anouk, on file')).toBeVisible()
    await audit('import, known and new')
  })

  await test.step('all of it is taken over', async () => {
    await pressButton(page, 'Take over 2 members and 1 group')
    await expect(page.getByText('Taken over', { exact: true })).toBeVisible()
    await expect(page.getByRole('button', { name: 'Go to Groups & members' })).toBeFocused()
    await audit('import, taken over')
    await pressButton(page, 'Go to Groups & members', page.getByRole('status'))
    await page.getByRole('navigation', { name: 'Groups' }).getByText('Thursday skills').click()
    await expect(page.getByRole('table', { name: 'Members' }).getByRole('row')).toHaveCount(4)
  })

  await test.step('and taken back as a whole', async () => {
    await pressButton(page, 'Import from a table')
    await pressButton(page, 'Take all of it back')
    await expect(page.getByRole('button', { name: 'Choose a CSV file' })).toBeFocused()
    await expect(page.getByText('The last import')).toHaveCount(0)
    await drive.goTo(page, 'Groups & members')
    await expect(page.getByText('Anouk', { exact: true })).toBeVisible()
    await expect(page.getByText('Thursday skills')).toHaveCount(0)
  })
  expect(await violations()).toEqual([])
})
