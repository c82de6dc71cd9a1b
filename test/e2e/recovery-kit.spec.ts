import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import type { Page } from 'playwright-core'
import { createAuditor } from '../support/audit.ts'
import { author } from '../support/cast.ts'
import * as drive from '../support/drive.ts'
import { findText, findTextInOpenFiles, profilesOf } from '../support/find-text.ts'
import { pressButton, typeInto } from '../support/keyboard.ts'
import { familyOf, launchConsole } from '../support/launch.ts'
import { readPdf } from '../support/read-pdf.ts'
import { expect, test } from './fixtures.ts'

let home: string

test.beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'circlekeeper-kit-'))
})
test.afterEach(() => rmSync(home, { recursive: true, force: true }))

/** Asks for the page, and answers where it is to go. */
async function makePage(page: Page, folder: string): Promise<void> {
  const [asked] = await Promise.all([page.waitForEvent('dialog'), pressButton(page, 'Make a page to print')])
  expect(asked.message()).toContain('recovery kit')
  await asked.accept(folder)
}

test('the code goes on paper at set-up, and into no file but the one in the folder that was chosen', async () => {
  test.slow()
  const userDataDir = join(home, 'data')
  const temp = join(home, 'temp')
  const drawer = join(home, 'drive')
  for (const folder of [temp, drawer]) mkdirSync(folder)
  const app = await launchConsole({ userDataDir, env: { TMPDIR: temp } })
  const { page, process: child } = app
  await drive.tellAboutYou(page, author)
  await drive.choosePassphrase(page, author.passphrase)
  const groups = await drive.readRecoveryCode(page)
  await page.getByRole('radio', { name: 'A4' }).click()
  await makePage(page, drawer)
  await page.getByText('Print it, then delete the file').waitFor()
  await expect(page.getByRole('button', { name: 'Make a page to print' })).toBeFocused()

  const kit = join(drawer, 'circlekeeper-recovery-kit.pdf')
  expect(readdirSync(drawer)).toEqual(['circlekeeper-recovery-kit.pdf'])
  const { text, pages, sizePoints } = await readPdf(kit)
  expect(pages).toHaveLength(1)
  expect(sizePoints.map(Math.round)).toEqual([596, 843])
  expect(text).toContain(groups.map((group, index) => `${index + 1} ${group}`).join(' '))
  for (const word of author.name.split(' ')) expect(text).not.toContain(word)

  const code = groups.join('-')
  const spellings = [code, groups.join(''), groups.join(' '), code.slice(0, 14), groups.slice(0, 3).join('')]
  const family = familyOf(child.pid ?? 0)
  const profiles = profilesOf(family)
  const look = () => findText(spellings, [userDataDir, temp, ...profiles])
  await test.step('while the code is on the screen', () => {
    // The search finds what is there.
    writeFileSync(join(temp, 'control'), `before ${code} after`)
    expect(look().map(({ path }) => path)).toContain(join(temp, 'control'))
    rmSync(join(temp, 'control'))
    expect([...look(), ...findTextInOpenFiles(spellings, family)]).toEqual([])
  })
  await drive.confirmKit(page, groups, author.passphrase)
  await page.getByRole('navigation', { name: 'Console' }).waitFor()
  expect(look()).toEqual([])
  expect(await app.close()).toBe(0)
  expect(look()).toEqual([])
  expect(await app.stderr).toBe('')
})

test('a new code has its page too, where it may go is said, and the screen is without fault', async ({
  page,
  userDataDir,
}) => {
  test.slow()
  const { audit, violations } = await createAuditor(page)
  await drive.createVault(page, author)
  await drive.goTo(page, 'Vault & privacy')
  await pressButton(page, 'Change or test them')
  await pressButton(page, 'Make a new code')
  await typeInto(page, 'Your passphrase', author.passphrase)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: 'Your new recovery code' }).waitFor()
  await makePage(page, join(userDataDir, 'vault'))
  await page.getByText('The page cannot be written there.').waitFor()
  await audit('a folder that takes no kit')
  await makePage(page, home)
  await page.getByText('Print it, then delete the file').waitFor()
  await expect(page.getByText('The page cannot be written there.')).toBeHidden()
  await expect(page.getByRole('button', { name: 'Make a page to print' })).toBeFocused()
  expect(readdirSync(home)).toEqual(['circlekeeper-recovery-kit.pdf'])
  await audit('a kit that was made')
  await test.step('the page of a code that never counted is named, for somebody to delete', async () => {
    await pressButton(page, 'Keep the old one')
    await page.getByRole('heading', { level: 1, name: 'Your old code still counts' }).waitFor()
    const told = page.getByRole('listitem').filter({ hasText: 'Delete the file' })
    await expect(told).toContainText(
      `The page circlekeeper-recovery-kit.pdf in the folder ${basename(home)} shows the new code.`,
    )
    await page.screenshot({ path: test.info().outputPath('old-code-kept.png') })
    await audit('a new code that was left')
    await pressButton(page, 'Done')
    await page.getByRole('button', { name: 'Make a new code' }).waitFor()
  })
  expect(await violations()).toEqual([])
})
