import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { createAuditor } from '../support/audit.ts'
import { getFromPage, holdSignedSession } from '../support/call-page.ts'
import { author } from '../support/cast.ts'
import { answerWith, backUpInto, newestIn, plugIn } from '../support/drive-backups.ts'
import * as drive from '../support/drive.ts'
import { field, pressButton, reach, typeInto } from '../support/keyboard.ts'
import { launchConsole } from '../support/launch.ts'
import { stockedGroup, stockVault } from '../support/vault-jobs.ts'
import { definitely } from '../core/support/drafts.ts'
import { expect, test } from './fixtures.ts'

const restoreWay = /^Restore a backup…$/

/** Types a secret of the backup and restores it; what then stands on the screen is the caller's. */
async function restoreWith(page: Page, label: string, secret: string): Promise<void> {
  await typeInto(page, label, secret)
  await page.keyboard.press('Enter')
}

/** What was typed for the backup is not kept while the page stands there: the way in asks once more. */
async function unlockRestored(page: Page, passphrase: string): Promise<void> {
  await pressButton(page, 'Unlock it')
  await drive.unlock(page, passphrase)
}

/** The private notes of every session, as the open console reads them. */
async function privateTexts(page: Page): Promise<readonly string[]> {
  const [session] = await getFromPage(page, 'session.current', {})
  if (session === undefined) return []
  const texts = await getFromPage(page, 'session.private-notes', { sessionId: session.sessionId })
  return texts.map(({ text }) => text)
}

const laterThought = 'An afterthought of my own.'

/** Holds a session that the backup knows nothing of. */
async function keepLaterThought(page: Page): Promise<void> {
  const { groups, facilitators } = await getFromPage(page, 'roster.read', {})
  const [group, lead] = [definitely(groups[0]), definitely(facilitators[0])]
  const wish = { groupId: group.id, topic: '', leadId: lead.id, coLeadIds: [], plannedStartMs: null }
  const { sessionId } = await getFromPage(page, 'session.prepare', wish)
  const start = { type: 'start', end: 'full-length' } as const
  await getFromPage(page, 'session.act', { sessionId, command: start })
  await getFromPage(page, 'session.keep-private-note', { sessionId, text: laterThought })
  await getFromPage(page, 'session.act', { sessionId, command: { type: 'end' } })
}

test('over the same vault a backup is restored with the private notes that are here, and what was there is set aside', async ({
  page,
  userDataDir,
}) => {
  test.slow()
  const { audit, violations } = await createAuditor(page)
  await holdSignedSession(page, ['Anouk', 'Ben'])
  const folder = plugIn(userDataDir)
  await page.reload()
  await backUpInto(page, folder)
  await drive.createGroup(page, { name: 'After the backup' })
  await keepLaterThought(page)
  await drive.lock(page)

  await test.step('what is no backup is refused before anything is asked', async () => {
    await answerWith(page, restoreWay, folder)
    await drive.title(page, 'This folder is no backup of the console’s').waitFor()
    await audit('no backup')
    await pressButton(page, 'Not now')
    await drive.title(page, 'Unlock').waitFor()
    await answerWith(page, restoreWay, null)
    await expect(drive.title(page, 'Unlock')).toBeVisible()
  })

  await test.step('what is in it and what becomes of what is here stand there first', async () => {
    await answerWith(page, restoreWay, newestIn(folder))
    await drive.title(page, 'Restore this backup').waitFor()
    const facts = page.getByRole('main')
    await expect(facts).toContainText(/Made .+: 1 session, 2 signed notes, newest .+;/)
    await expect(facts).toContainText('The two are not put together.')
    await expect(facts).toContainText('Those that are here are kept, if what you type opens them.')
    await audit('a backup is offered')
    await restoreWith(page, 'Passphrase of this backup', 'not it at all')
    await expect(page.getByText('That does not open this backup.')).toBeVisible()
    await audit('a backup that did not open')
  })

  await test.step('with its passphrase it takes the vault’s place', async () => {
    await restoreWith(page, 'Passphrase of this backup', author.passphrase)
    await drive.title(page, 'Your record is back').waitFor()
    const aside = readdirSync(userDataDir).find((name) => name.startsWith('vault.replaced-'))
    expect(aside).toBeDefined()
    await expect(page.getByRole('main')).toContainText(`in the folder “${aside}”`)
    await expect(page.getByRole('main')).toContainText('Your private notes are in this vault as they were')
    await audit('a backup is restored')
    await unlockRestored(page, author.passphrase)
  })

  const { groups } = await getFromPage(page, 'roster.read', {})
  expect(groups.map(({ name }) => name)).toEqual(['Evening Circle'])
  expect(await privateTexts(page)).toEqual(['A worry of my own.'])

  await test.step('a private note is read though its session came after the backup', async () => {
    await drive.goTo(page, 'Sessions')
    await reach(page, page.getByRole('searchbox'))
    await page.keyboard.type('afterthought')
    await pressButton(page, 'Search those')
    await page.getByRole('heading', { name: 'Your private notes' }).waitFor()
    await page.keyboard.type('afterthought')
    await pressButton(page, /^A session that is no longer on file/)
    const notes = page.getByRole('dialog', { name: 'Your private notes' })
    await expect(notes).toContainText('a backup from before it may have been restored')
    await expect(notes).toContainText(laterThought)
    await audit('private notes without their session')
  })
  expect(await violations()).toEqual([])
})

test('a record that is damaged is restored from the screen that says so, and the private notes stay', async ({
  page,
  userDataDir,
}) => {
  test.slow()
  await holdSignedSession(page, ['Anouk'])
  const folder = plugIn(userDataDir)
  await page.reload()
  await backUpInto(page, folder)
  await drive.lock(page)
  spoil(join(userDataDir, 'vault/record.db'))
  await drive.typePassphrase(page, author.passphrase)
  await drive.title(page, 'The record is damaged on the disk').waitFor()
  await answerWith(page, restoreWay, newestIn(folder))
  await restoreWith(page, 'Passphrase of this backup', author.passphrase)
  await unlockRestored(page, author.passphrase)
  expect(await privateTexts(page)).toEqual(['A worry of my own.'])
})

test.describe('another vault is here', () => {
  test.use({ vaultOf: author })

  test('its private notes are set aside with it, once that is agreed to', async ({ page, userDataDir }) => {
    test.slow()
    const { audit } = await createAuditor(page)
    const backup = await backUpElsewhere(userDataDir)
    await answerWith(page, restoreWay, backup.path)
    await expect(page.getByRole('main')).toContainText('Another vault is here.')
    await expect(page.getByRole('main')).toContainText('Those that are here belong to another vault')
    await audit('a backup of another vault')
    await restoreWith(page, 'Passphrase of this backup', backup.passphrase)
    await expect(page.getByRole('alert')).toContainText('everything here is as it was')
    await reach(page, page.getByRole('checkbox', { name: /^Set the private notes that are here aside/ }))
    await page.keyboard.press('Space')
    await restoreWith(page, 'Passphrase of this backup', backup.passphrase)
    await drive.title(page, 'Your record is back').waitFor()
    await expect(page.getByRole('main')).toContainText('The private notes that were here are in that folder')
    await unlockRestored(page, backup.passphrase)
    await expect(page.locator('body')).toContainText(stockedGroup)
    const aside = readdirSync(userDataDir).find((name) => name.startsWith('vault.replaced-')) ?? ''
    expect(existsSync(join(userDataDir, aside, 'private.db'))).toBe(true)
  })
})

test('on a new computer a backup opens with its recovery code, and has no private notes', async ({
  page,
  userDataDir,
}) => {
  test.slow()
  const { audit } = await createAuditor(page)
  const backup = await backUpElsewhere(userDataDir)
  await drive.title(page, 'About you').waitFor()
  await audit('first run, with the way to a backup')
  await answerWith(page, restoreWay, backup.path)
  await expect(page.getByRole('main')).toContainText(
    'Those of the computer that this backup was made on are not in it.',
  )
  await audit('a backup on a new computer')
  await pressButton(page, 'Use the recovery code')
  await restoreWith(page, 'Recovery code of this backup', backup.recoveryCode.slice(0, -1))
  await expect(page.getByText(/^There is a slip in it/)).toBeVisible()
  await restoreWith(page, 'Recovery code of this backup', backup.recoveryCode)
  await drive.title(page, 'Your record is back').waitFor()
  await expect(page.getByRole('main')).toContainText('There are no private notes: no backup holds them.')
  await unlockRestored(page, backup.passphrase)
  await expect(page.locator('body')).toContainText(stockedGroup)
  expect(readdirSync(userDataDir).filter((name) => name.startsWith('vault.'))).toEqual([])
})

test('what was typed at the first run is still there for whoever looks at a backup and leaves it', async ({
  page,
  userDataDir,
}) => {
  test.slow()
  const backup = await backUpElsewhere(userDataDir)
  await typeInto(page, 'Name', 'Nora Field')
  await answerWith(page, restoreWay, backup.path)
  await pressButton(page, 'Not now')
  await expect(field(page, 'Name')).toHaveValue('Nora Field')
})

interface BackupElsewhere {
  readonly path: string
  readonly passphrase: string
  readonly recoveryCode: string
}

/** A backup that another console, with a vault of its own, has made. */
async function backUpElsewhere(userDataDir: string): Promise<BackupElsewhere> {
  const elsewhere = mkdtempSync(join(tmpdir(), 'circlekeeper-elsewhere-'))
  const { passphrase, recoveryCode } = stockVault(elsewhere)
  const folder = plugIn(elsewhere)
  const other = await launchConsole({ userDataDir: elsewhere })
  await drive.unlock(other.page, passphrase)
  await backUpInto(other.page, folder)
  await other.close()
  const stick = plugIn(userDataDir)
  cpSync(folder, stick, { recursive: true })
  rmSync(elsewhere, { recursive: true })
  return { path: newestIn(stick), passphrase, recoveryCode }
}

function spoil(path: string): void {
  const bytes = readFileSync(path)
  bytes.writeUInt8(bytes.readUInt8(200) ^ 1, 200)
  writeFileSync(`${path}.new`, bytes)
  renameSync(`${path}.new`, path)
}
