import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { createAuditor } from '../support/audit.ts'
import { getFromPage, holdSignedSession } from '../support/call-page.ts'
import { author } from '../support/cast.ts'
import * as drive from '../support/drive.ts'
import { inetSocketsOf } from '../support/inet-sockets.ts'
import { pressButton } from '../support/keyboard.ts'
import { familyOf } from '../support/launch.ts'
import { expect, test } from './fixtures.ts'

const names = ['Anouk', 'Bertil']
const consent = { kind: 'disclosure', recipient: 'Riverbend', purpose: 'care', reference: 'R-3' } as const

const title = (page: Page): Locator =>
  page.getByRole('heading', { level: 1, name: 'What has left this machine?' })
const ring = (page: Page): Locator => page.getByRole('status', { name: 'Connections open now' })
const places = (page: Page): Locator => page.getByRole('list', { name: 'Where things are written' })
const place = (page: Page, name: string): Locator =>
  places(page).getByRole('listitem').filter({ hasText: name })
const glance = (page: Page): Locator => page.getByRole('region', { name: 'At a glance' })

async function goToPrivacy(page: Page): Promise<void> {
  await page.getByRole('navigation', { name: 'Console' }).waitFor()
  await page.keyboard.press('Control+k')
  await page.keyboard.type('has left')
  await page.keyboard.press('Enter')
  await title(page).waitFor()
}

test('every figure is measured: what is planted is counted, and what is taken away is not', async ({
  page,
  console: app,
  userDataDir,
}) => {
  test.slow()
  const { sessionId, memberIds } = await holdSignedSession(page, names)
  await goToPrivacy(page)

  await test.step('connections, in every process of the console', async () => {
    test.skip(process.platform !== 'linux', 'only Linux lists the sockets of a process as files')
    await expect(ring(page)).toHaveText(/^0connections out are open, in \d+ processes$/)
    // The test’s own look says the same.
    expect(inetSocketsOf(familyOf(app.process.pid ?? 0))).toEqual([])
    const heard = once(app.process, 'message')
    app.process.send({ type: 'listen' })
    await heard
    await pressButton(page, 'Measure again')
    await expect(ring(page)).toHaveText(/^1connection out is open/)
    await expect(glance(page)).toContainText('That should not be.')
  })

  await test.step('files, where they lie', async () => {
    await expect(place(page, 'The vault')).toContainText(/private\.db .* record\.db .* vault\.json/s)
    await expect(place(page, 'What the window’s browser keeps')).toContainText('In memory')
    await expect(place(page, 'Beside them')).toContainText('viewer')
    await expect(place(page, 'The page with the recovery code')).toContainText('Not measured here')
    await expect(place(page, 'Documents in folders that you chose')).toContainText('None was written to one')
    await expect(place(page, 'What is in the memory')).toContainText('What sleep writes: not measured here')
    const ways = page.getByRole('list', { name: 'Ways in' }).getByRole('listitem')
    await expect(ways).toHaveText([/^The author’s passphrase.*a guess fills \d+ MiB/, /^The recovery code/])
    const vault = place(page, 'The vault')
    await expect(vault).toContainText('Encrypted: its pages prove it')
    // Called like one of ours, and readable all the same.
    const path = join(userDataDir, 'vault/record.db-copy.txt')
    writeFileSync(path, 'x'.repeat(4_200))
    await pressButton(page, 'Measure again')
    await expect(vault).toContainText('Not encrypted: record.db-copy.txt')
    await expect(vault).toContainText('record.db-copy.txt 4.2 kB, not encrypted')
    writeFileSync(path, randomBytes(4_200))
    await pressButton(page, 'Measure again')
    await expect(vault).toContainText('Encrypted or not: unknown of record.db-copy.txt')
    rmSync(path)
    await pressButton(page, 'Measure again')
    await expect(vault).toContainText('Encrypted: its pages prove it')
    await expect(vault).not.toContainText('copy.txt')
  })

  await test.step('documents, and what was given to somebody', async () => {
    await expect(glance(page)).toContainText('No document was ever made of this vault.')
    const personId = memberIds[0] ?? ''
    const given = await getFromPage(page, 'export.note-bundle', { sessionId, personId, consent })
    await pressButton(page, 'Measure again')
    await expect(glance(page)).toContainText('1 of 1 stands where it was written.')
    await expect(glance(page)).toContainText(/given to somebody\s*1/)
    rmSync(join(userDataDir, 'exports', given.fileName))
    await pressButton(page, 'Measure again')
    await expect(glance(page)).toContainText('1 moved or deleted by somebody.')
  })

  await test.step('openings', async () => {
    const openings = page.getByRole('region', { name: 'Who opened it' })
    await expect(openings).toContainText('1 opening so far')
    await drive.lock(page)
    await drive.unlock(page, author.passphrase)
    await goToPrivacy(page)
    await expect(openings).toContainText('2 openings so far, none by a reviewer.')
    await expect(openings.getByRole('listitem')).toHaveCount(2)
  })
})

test('the logs are checked by keys alone, and the page says when and what was found', async ({ page }) => {
  test.slow()
  await holdSignedSession(page, names)
  await goToPrivacy(page)
  const logs = page.getByRole('region', { name: 'Are the logs whole?' })
  await expect(logs).toContainText('Never checked as a whole.')
  await pressButton(page, 'Check the logs')
  await expect(logs.getByRole('status')).toContainText(
    /Every log is as it was written\.1 session, \d+ entries/,
  )
  await drive.lock(page)
  await drive.unlock(page, author.passphrase)
  await goToPrivacy(page)
  await expect(logs.getByRole('status')).toContainText('Every log is as it was written.')
  await expect(logs.getByRole('button', { name: 'Check the logs again' })).toBeVisible()
})

test('the page is without fault, by day and in the evening, for the author and for a reviewer', async ({
  page,
}) => {
  test.setTimeout(300_000)
  await holdSignedSession(page, names)
  const { audit, violations } = await createAuditor(page)
  await goToPrivacy(page)
  await ring(page).waitFor()
  const screen = page.getByRole('region', { name: 'Who can see the screen?' })
  if (process.platform === 'linux') await expect(screen).toContainText('Not here: this system lets no window')
  await audit('privacy, before the logs were checked')
  await pressButton(page, 'Check the logs')
  await page.getByText('Every log is as it was written.').waitFor()
  await audit('privacy')

  const draft = { name: 'Noor Haddad', initials: 'NH', credentials: 'PhD' }
  const { personId } = await getFromPage(page, 'roster.create-facilitator', draft)
  const passphrase = 'orchard violin seventeen snow'
  await getFromPage(page, 'reviewer.let-in', { personId, passphrase, authorPassphrase: author.passphrase })
  await drive.lock(page)
  await drive.unlock(page, passphrase)
  await goToPrivacy(page)
  await ring(page).waitFor()
  await expect(place(page, 'The vault')).toContainText('record.db')
  await expect(place(page, 'The vault')).not.toContainText('private.db')
  await expect(page.getByText('Every log is as it was written.')).toBeVisible()
  await expect(page.getByRole('button', { name: /^Check the logs/ })).toHaveCount(0)
  await expect(page.getByRole('region', { name: 'Who opened it' })).toContainText('Noor Haddad, reviewing')
  await audit('privacy, reviewing')
  expect(await violations()).toEqual([])
})
