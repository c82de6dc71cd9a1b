import { appendFileSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { createAuditor } from '../support/audit.ts'
import * as live from '../support/drive-live.ts'
import { chooseFolder, choosePaper, makeIt, openSigned } from '../support/drive-papers.ts'
import { pressButton } from '../support/keyboard.ts'
import { readPdf } from '../support/read-pdf.ts'
import { mountSmallDisk } from '../support/small-disk.ts'
import { expect, test } from './fixtures.ts'

test('a disk that fills in the middle of a batch', async ({ page, userDataDir }) => {
  test.slow()
  const disk = mountSmallDisk(join(userDataDir, 'small'), 384 * 1024)
  if (typeof disk === 'string') return test.skip(true, disk)
  const { path } = disk
  const auditor = await createAuditor(page)
  try {
    await openSigned(page)
    const papers = await live.openPapers(page)
    await chooseFolder(page, papers, path)
    await papers.getByText(path).waitFor()
    await choosePaper(page, papers, 'All signed notes')
    await page.keyboard.press('Control+Enter')
    const notice = papers.getByRole('alert')
    await expect(notice).toContainText(/[1-9] of 10 files were made, and no more/)
    await expect(notice).toContainText('The disk is full. Those that were made are whole and on the list')
    const made = readdirSync(path)
    expect(await notice.innerText()).toContain(`${made.length} of 10`)
    await expect(
      papers.getByRole('region', { name: 'Made of this session' }).getByRole('listitem'),
    ).toHaveCount(made.length)
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    for (const name of made) expect((await readPdf(join(path, name))).text).toContain('Named two cues.')
    await auditor.audit('papers, on a full disk')

    await choosePaper(page, papers, 'Group summary')
    fillUp(path)
    await page.keyboard.press('Control+Enter')
    await papers.getByText('The disk is full, so the file was not made').waitFor()
    expect(readdirSync(path).toSorted()).toEqual([...made, 'ballast'].toSorted())
    rmSync(join(path, 'ballast'))
    await pressButton(page, 'Delete all', papers)
    await papers.getByText(`${made.length} files deleted from the disk`).waitFor()
    await makeIt(papers, page, 'One file made.')
    expect(readdirSync(path)).toHaveLength(1)
    expect(await auditor.violations()).toEqual([])
  } finally {
    disk.remove()
  }
})

/** Writes until nothing more goes in. */
function fillUp(path: string): void {
  const ballast = join(path, 'ballast')
  try {
    for (;;) appendFileSync(ballast, Buffer.alloc(4096))
  } catch (error) {
    expect(error).toMatchObject({ code: 'ENOSPC' })
  }
}
