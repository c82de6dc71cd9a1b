import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { createAuditor } from '../support/audit.ts'
import { getFromPage, holdSignedSession, lockFromPage } from '../support/call-page.ts'
import { author } from '../support/cast.ts'
import * as drive from '../support/drive.ts'
import { pressButton, typeInto } from '../support/keyboard.ts'
import { expect, test } from './fixtures.ts'

/** Changes a byte in the middle of each of these pages, counted from 1. */
function spoilPages(path: string, pages: readonly number[]): void {
  const bytes = readFileSync(path)
  for (const page of pages) {
    const at = (page - 1) * 4_096 + 2_000
    bytes.writeUInt8(bytes.readUInt8(at) ^ 0x41, at)
  }
  writeFileSync(path, bytes)
}

const shots = process.env['SHOTS']
async function shoot(page: Page, name: string): Promise<void> {
  if (shots === undefined) return
  for (const size of [
    { width: 1366, height: 768 },
    { width: 1920, height: 1080 },
  ])
    for (const colorScheme of ['light', 'dark'] as const) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      await page.setViewportSize(size)
      // oxlint-disable-next-line no-await-in-loop
      await page.emulateMedia({ colorScheme })
      // oxlint-disable-next-line no-await-in-loop
      await page.screenshot({ path: join(shots, `${name}-${size.width}-${colorScheme}.png`) })
    }
}

test('what can be read of a damaged vault is told, and takes its place when its author says so', async ({
  page,
  userDataDir,
}) => {
  test.slow()
  const { audit, violations } = await createAuditor(page)
  await holdSignedSession(page, ['Anouk', 'Ben'])
  await page.reload()
  await page.getByRole('navigation', { name: 'Console' }).waitFor()
  await lockFromPage(page)
  const vault = join(userDataDir, 'vault')
  const damaged = Number(process.env['PAGES'] ?? 0)
  spoilPages(join(vault, 'record.db'), [1, ...Array.from({ length: damaged }, (_, index) => 3 + index * 5)])
  const isAs = readFileSync(join(vault, 'record.db'))
  spoilPages(join(vault, 'private.db'), [2])
  await drive.typePassphrase(page, author.passphrase)
  await drive.title(page, 'The record is damaged on the disk').waitFor()
  await audit('a damaged record')
  await shoot(page, 'trouble')

  await test.step('its secret is asked for first', async () => {
    await pressButton(page, 'See what can be read')
    await drive.title(page, 'See what can be read').waitFor()
    await audit('what can be read is asked for')
    await shoot(page, 'form')
    await typeInto(page, 'Passphrase', 'not it at all')
    await page.keyboard.press('Enter')
    await expect(page.getByText('That does not open this vault. Nothing was changed.')).toBeVisible()
    await typeInto(page, 'Passphrase', author.passphrase)
    await page.keyboard.press('Enter')
  })

  await test.step('what is whole and what is lost stands there before anything happens', async () => {
    await drive.title(page, 'This can be read').waitFor()
    const main = page.getByRole('main')
    if (damaged === 0) await expect(main).toContainText('The one session is whole.')
    await audit('what can be read')
    await shoot(page, 'report')
    expect(readFileSync(join(vault, 'record.db')).equals(isAs)).toBe(true)
  })

  await test.step('it takes the vault’s place, and the damaged one is set aside', async () => {
    await pressButton(page, 'Go on with what can be read')
    await drive.title(page, 'What could be read is in place').waitFor()
    const aside = readdirSync(userDataDir).find((name) => name.startsWith('vault.damaged-')) ?? ''
    await expect(page.getByRole('main')).toContainText(`in the folder “${aside}”`)
    expect(readFileSync(join(userDataDir, aside, 'record.db')).equals(isAs)).toBe(true)
    await audit('what could be read is in place')
    await shoot(page, 'done')
    // What was typed for the damaged vault is not kept: the way in asks once more.
    await pressButton(page, 'Unlock it')
    await drive.unlock(page, author.passphrase)
  })

  const { groups, members } = await getFromPage(page, 'roster.read', {})
  expect(groups).toHaveLength(1)
  expect(members).toHaveLength(2)
  expect(await violations()).toEqual([])
})
