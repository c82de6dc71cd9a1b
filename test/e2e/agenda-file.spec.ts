import { copyFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { createAuditor } from '../support/audit.ts'
import { author } from '../support/cast.ts'
import * as drive from '../support/drive.ts'
import { pressButton } from '../support/keyboard.ts'
import { expect, test } from './fixtures.ts'

/** As long as a name may be, and markup wherever it is taken for that. */
const long = '<img src=//x.example/a onerror=alert(1)> and a long goodbye'

function phases(page: Page, group: string) {
  return page.getByRole('list', { name: `Agenda of ${group}` }).getByRole('listitem')
}

function firstName(page: Page) {
  return page.getByRole('textbox', { name: 'Name of the phase' }).first()
}

/** Opens the file as the agenda that is on the screen. */
async function openFile(page: Page, path: string): Promise<void> {
  const [asked] = await Promise.all([page.waitForEvent('filechooser'), pressButton(page, 'Open a file')])
  await asked.setFiles(path)
}

test('an agenda goes to another group as a file: looked at, taken back, taken over', async ({
  page,
  userDataDir,
}) => {
  test.slow()
  const { audit, violations } = await createAuditor(page)
  await drive.createVault(page, author)
  await drive.createGroup(page, { name: 'Evening Circle' })
  await drive.addMember(page, { name: 'Anouk', initials: 'A', chartId: 'HS-101' })
  await drive.createGroup(page, { name: 'Morning Circle', lengthMinutes: 75 })
  const brought = join(userDataDir, 'from-a-colleague.json')

  await test.step('what is in use is made into a file, and what is not saved is said to be left out', async () => {
    await drive.openAgenda(page, 'Evening Circle')
    await firstName(page).fill(long)
    await drive.saveAgenda(page)
    await drive.setMinimum(page, 'Check-in round', 3)
    await pressButton(page, 'Save as a file')
    const dialog = page.getByRole('dialog', { name: 'This agenda as a file' })
    await expect(dialog).toContainText('What you have not saved yet is not in it.')
    await expect(dialog.getByText('A phase may name a member.')).toHaveCount(0)
    await audit('an agenda as a file')
    await pressButton(page, 'Make the file', dialog)
    await expect(dialog.getByText(/-agenda\.json$/)).toBeVisible()
    await audit('an agenda as a file, made')
    await page.keyboard.press('Escape')
    await expect(dialog).toHaveCount(0)
    await pressButton(page, 'Discard changes')
    const [name = ''] = readdirSync(join(userDataDir, 'exports'))
    copyFileSync(join(userDataDir, 'exports', name), brought)
    expect(readFileSync(brought, 'utf8')).not.toMatch(/Evening Circle|Anouk/u)
  })

  await test.step('another group looks at it, fitted to its minutes, and nothing is in use yet', async () => {
    await drive.openAgenda(page, 'Morning Circle')
    const before = await phases(page, 'Morning Circle').allInnerTexts()
    await openFile(page, brought)
    await expect(
      page.getByText('7 phases from a file, made for 90 minutes (Relapse prevention), fitted to 75.'),
    ).toBeVisible()
    await expect(firstName(page)).toHaveValue(long)
    await expect(page.locator('[onerror]')).toHaveCount(0)
    await audit('an agenda from a file')
    await pressButton(page, 'Put back what stood here')
    expect(await phases(page, 'Morning Circle').allInnerTexts()).toEqual(before)
    await expect(page.getByRole('button', { name: 'Save the agenda' })).toHaveCount(0)
  })

  await test.step('taken over, it is the group’s own', async () => {
    await openFile(page, brought)
    await drive.saveAgenda(page)
    await page.reload()
    await drive.openAgenda(page, 'Morning Circle')
    await expect(firstName(page)).toHaveValue(long)
    await expect(page.getByText('75 of 75')).toBeVisible()
  })

  await test.step('any other file is said to be none, and the agenda stays', async () => {
    const other = join(userDataDir, 'other.json')
    writeFileSync(other, JSON.stringify({ format: 'circlekeeper-agenda', version: 9 }))
    await openFile(page, other)
    await expect(page.getByText('The file and the agenda here are as they were.')).toBeVisible()
    await expect(firstName(page)).toHaveValue(long)
    await audit('a file that is no agenda')
  })

  await test.step('a phase that names somebody is pointed out before it leaves', async () => {
    await firstName(page).fill('What Anouk brings')
    await drive.saveAgenda(page)
    await pressButton(page, 'Save as a file')
    await expect(page.getByText('A phase may name a member.')).toBeVisible()
    await audit('an agenda that names somebody')
  })
  expect(await violations()).toEqual([])
})
