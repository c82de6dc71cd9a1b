import {
  appendFileSync,
  chmodSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { createAuditor, type Auditor } from '../support/audit.ts'
import { author, tenNames } from '../support/cast.ts'
import * as live from '../support/drive-live.ts'
import { chooseFolder, choosePaper, makeIt, nameOf, newest, openSigned } from '../support/drive-papers.ts'
import * as drive from '../support/drive.ts'
import { choose, chooseInMenu, pressButton, reach, typeInto } from '../support/keyboard.ts'
import { readPdf } from '../support/read-pdf.ts'
import { expect, readOpened, test } from './fixtures.ts'

const password = 'quiet river 42'

test('everything that is handed out of a session, without the mouse', async ({ page, userDataDir }) => {
  test.slow()
  const auditor = await createAuditor(page)
  const ownFolder = join(userDataDir, 'exports')
  await openSigned(page)
  await page.keyboard.press('Control+p')
  const papers = page.getByRole('dialog', { name: 'Papers of this session' })
  await papers.waitFor()
  await auditor.audit('papers of a session')

  await test.step('a summary, and the same without whoever it was', async () => {
    await makeIt(papers, page, 'One file made.')
    const summary = await nameOf(newest(papers))
    expect((await readPdf(join(ownFolder, summary))).text).toContain('Evening Circle')
    await choosePaper(page, papers, 'De-identified summary')
    await typeInto(page, 'Password on the file', 'short', papers)
    await page.keyboard.press('Control+Enter')
    await papers.getByText('At least eight characters.').waitFor()
    await auditor.audit('papers, a password that will not do')
    await typeInto(page, 'Password on the file', password, papers)
    await makeIt(papers, page, 'One file made.')
    await expect(newest(papers)).toContainText('with a password')
    const path = join(ownFolder, await nameOf(newest(papers)))
    await expect(readPdf(path)).rejects.toThrow('No password given')
    expect((await readPdf(path, password)).text).not.toContain('Evening Circle')
  })

  await test.step('all notes, a file each', async () => {
    await choosePaper(page, papers, 'All signed notes')
    await typeInto(page, 'Password on the file', '', papers)
    await makeIt(papers, page, '10 files made.')
    const listed = papers.getByRole('region', { name: 'Made of this session' }).getByRole('listitem')
    await expect(listed).toHaveCount(12)
    await expect(listed.filter({ hasText: 'Progress note of ' })).toHaveCount(10)
    expect(readdirSync(ownFolder)).toHaveLength(12)
  })

  await test.step('a batch that is stopped keeps whole files', async () => {
    await typeInto(page, 'Password on the file', password, papers)
    await page.keyboard.press('Control+Enter')
    await pressButton(page, 'Stop', papers)
    await papers.getByText(/^Stopped: \d of 10 are made\.$/).waitFor()
    await pressButton(page, 'Delete all', papers)
    await papers.getByText(/files deleted from the disk$/).waitFor()
    expect(readdirSync(ownFolder)).toEqual([])
    await pressButton(page, 'Undo', papers)
    await expect.poll(() => readdirSync(ownFolder).length).toBeGreaterThanOrEqual(12)
    await typeInto(page, 'Password on the file', '', papers)
  })

  await test.step('one note for somebody else, into a folder of one’s own', async () => {
    const folder = join(userDataDir, 'for-the-clinic')
    mkdirSync(folder)
    chmodSync(folder, 0o755)
    await choosePaper(page, papers, 'One member’s note')
    await page.keyboard.press('Control+Enter')
    await papers.getByText('Please choose whose note.').waitFor()
    await choose(page, 'Whose note', tenNames[2] ?? '', papers)
    await reach(page, papers.getByRole('radio', { name: 'The member’s chart' }))
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Control+Enter')
    await expect(papers.getByText('Please fill this in.')).toHaveCount(3)
    await typeInto(page, 'Who gets it', 'Riverbend Primary Care', papers)
    await typeInto(page, 'What for', 'care coordination', papers)
    await typeInto(page, 'The member’s written consent', 'R-3 of 2 September 2026', papers)
    await chooseFolder(page, papers, join(userDataDir, 'nowhere'))
    await papers.getByText('The console cannot write into that folder.').waitFor()
    await auditor.audit('papers, a folder that will not do')
    await chooseFolder(page, papers, null)
    await chooseFolder(page, papers, folder)
    await papers.getByText(folder).waitFor()
    await makeIt(papers, page, 'One file made.')
    await expect(newest(papers)).toContainText('in for-the-clinic')
    await auditor.audit('papers, a note for somebody else')
    const [name = '', ...more] = readdirSync(folder)
    expect(more).toEqual([])
    const path = join(folder, name)
    expect([statSync(path).mode & 0o777, statSync(folder).mode & 0o777]).toEqual([0o600, 0o755])
    const { text } = await readPdf(path)
    expect(text).toContain('Riverbend Primary Care')
    for (const other of tenNames.filter((one) => one !== tenNames[2])) expect(text).not.toContain(other)
    await deleteAndUndo(page, papers, path)
    await pressButton(page, 'Use the console’s own', papers)
    await papers.getByText('the console’s own folder, closed to others').waitFor()
  })

  await test.step('the same for other programs: a table, and a note as a document of FHIR', async () => {
    await choosePaper(page, papers, 'Attendance as a table')
    await auditor.audit('papers, a table')
    await makeIt(papers, page, 'One file made.')
    await expect(newest(papers)).toContainText('Attendance as a table')
    await choosePaper(page, papers, 'One member’s note')
    await reach(page, papers.getByRole('radio', { name: 'PDF' }))
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Enter')
    await auditor.audit('papers, a note as a document of FHIR')
    await makeIt(papers, page, 'One file made.')
    await expect(newest(papers)).toContainText(`Note as a FHIR document of ${tenNames[2]}`)
  })

  await test.step('everything else that can be made of it', async () => {
    for (const name of ['Attendance and sign-in', 'Supervision summary', 'Notes for other programs']) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      await choosePaper(page, papers, name)
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      await auditor.audit(`papers, ${name}`)
    }
    await makeIt(papers, page, '10 files made.')
  })

  await test.step('concealing closes them, and revealing does not open them again', async () => {
    await page.keyboard.press('Shift+Escape')
    await papers.waitFor({ state: 'detached' })
    await expect(page.getByRole('button', { name: /^Make or find papers/ })).toBeDisabled()
    await page.keyboard.press('Control+p')
    await expect(papers).toHaveCount(0)
    await live.reveal(page, author.passphrase)
    await expect(page.getByRole('button', { name: /^Make or find papers/ })).toBeEnabled()
    await expect(papers).toHaveCount(0)
  })

  await filesOfTheVault(page, auditor, userDataDir)
  expect(await auditor.violations()).toEqual([])
})

async function deleteAndUndo(page: Page, papers: Locator, path: string): Promise<void> {
  const more = newest(papers).getByRole('button', { name: /^More for / })
  await pressButton(page, /^Open /, newest(papers))
  await expect.poll(() => readOpened(join(path, '../..'))).toBe(path)
  await chooseInMenu(page, more, 'Show its folder')
  await expect.poll(() => readOpened(join(path, '../..'))).toBe(join(path, '..'))
  await chooseInMenu(page, more, 'Delete from the disk')
  await papers.getByText('One file deleted from the disk').waitFor()
  expect(readdirSync(join(path, '..'))).toEqual([])
  await pressButton(page, 'Undo', papers)
  await expect(newest(papers)).toContainText('in for-the-clinic')
  appendFileSync(path, '\n')
  await chooseInMenu(page, more, 'Delete from the disk')
  await papers.getByText(/ was not deleted$/).waitFor()
  await pressButton(page, 'Keep it', papers)
  expect(readdirSync(join(path, '..'))).toHaveLength(1)
}

/** How the name of each ends, and what is said of it. */
const verified = [
  ['-summary.pdf', 'Group summary'],
  ['.csv', 'Attendance as a table'],
  ['.json', 'Note as a FHIR document'],
] as const

function jsonOf(userDataDir: string): string {
  const folder = join(userDataDir, 'exports')
  return join(folder, readdirSync(folder).find((name) => name.endsWith('.json')) ?? '')
}

async function verify(page: Page, part: Locator, path: string): Promise<void> {
  await Promise.all([
    page.waitForEvent('filechooser').then((asked) => asked.setFiles(path)),
    pressButton(page, 'Choose a file', part),
  ])
}

async function filesOfTheVault(page: Page, auditor: Auditor, userDataDir: string): Promise<void> {
  await test.step('what has left the vault', async () => {
    await pressButton(page, 'Today')
    await drive.goTo(page, 'Vault & privacy')
    const part = page.getByRole('region', { name: 'Files that have left the vault' })
    const rows = part.getByRole('row')
    // The heading, and the first twelve.
    await expect(rows).toHaveCount(13)
    await pressButton(page, /^Show all \d+$/, part)
    const fileCount = readdirSync(join(userDataDir, 'exports')).length
    await expect(rows).toHaveCount(fileCount + 2)
    await auditor.audit('vault, with files that have left it')
    for (const name of tenNames) await expect(part).not.toContainText(name)
    for (const [ending, words] of verified) {
      const path = join(userDataDir, 'exports')
      const known = readdirSync(path).find((name) => name.endsWith(ending)) ?? ''
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      await verify(page, part, join(path, known))
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      await expect(part.getByRole('status').filter({ hasText: 'Unaltered' })).toContainText(words)
    }
    const changed = join(userDataDir, 'changed.json')
    writeFileSync(changed, `${readFileSync(jsonOf(userDataDir), 'utf8')} `)
    await verify(page, part, changed)
    await part.getByText('It says that it is ours, and was altered').waitFor()
    await pressButton(page, 'Delete all from the disk', part)
    await part.getByText(`${fileCount} files deleted from the disk`).waitFor()
    await part.getByText('One file left, as somebody has changed it.', { exact: false }).waitFor()
    expect(readdirSync(join(userDataDir, 'exports'))).toEqual([])
    await pressButton(page, 'Undo', part)
    await expect.poll(() => readdirSync(join(userDataDir, 'exports')).length).toBe(fileCount)
    await auditor.audit('vault, with a file that was deleted and is back')
  })
}
