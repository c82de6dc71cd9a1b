import { readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { createAuditor } from '../support/audit.ts'
import { getFromPage, holdSignedSession } from '../support/call-page.ts'
import { author } from '../support/cast.ts'
import {
  answerWith,
  backUp,
  backupsIn,
  backupsPart,
  backUpInto,
  newestIn,
  plugIn,
} from '../support/drive-backups.ts'
import * as live from '../support/drive-live.ts'
import * as drive from '../support/drive.ts'
import { field, pressButton, typeInto } from '../support/keyboard.ts'
import { expect, test } from './fixtures.ts'

const minutesOfDay = 24 * 60

async function tryOut(page: Page, passphrase: string): Promise<void> {
  await typeInto(page, 'Your passphrase', passphrase)
  await page.keyboard.press('Enter')
}

/** What the core does unasked it begins with its second beat, and they are five seconds apart by any clock. */
const byItself = { timeout: 60_000 }

test('a backup is made while a session runs, tried out, and stands on the line of those that are kept', async ({
  page,
  userDataDir,
  timepiece,
}) => {
  test.slow()
  const { audit, violations } = await createAuditor(page)
  await holdSignedSession(page, ['Anouk', 'Ben'])
  await runSession(page)
  await drive.goTo(page, 'Vault & privacy')
  const part = backupsPart(page)
  await expect(part).toContainText('There is no backup yet')
  await audit('no folder for backups')

  await test.step('the folder is chosen in the computer’s own dialog, and every day is proposed', async () => {
    await answerWith(page, 'Choose a folder for backups', null)
    await expect(part).toContainText('There is no backup yet')
    await answerWith(page, 'Choose a folder for backups', join(userDataDir, 'nowhere'))
    await expect(page.getByRole('alert')).toContainText('The console cannot write into that folder.')
  })

  const folder = plugIn(userDataDir)
  await test.step('it is made by hand, and told with what is in it and what is not', async () => {
    await answerWith(page, 'Choose a folder for backups', folder)
    await expect(part.getByRole('radio', { name: 'Every day' })).toBeChecked()
    await backUp(page)
    await expect(part).toContainText('Last backup today at')
    await expect(part).toContainText('2 sessions, 2 signed notes, 2 members')
    await expect(part).toContainText('Private notes are in no backup: they never leave this computer.')
    await expect(part).toContainText('The next one is made by itself tomorrow')
    await expect(part.getByRole('img')).toHaveAccessibleName(
      'Backups that are kept: 1 of the last 7 days, 0 of the last 4 weeks, 0 of the last 12 months',
    )
    expect(backupsIn(folder)).toHaveLength(1)
    const sessions = await getFromPage(page, 'session.current', {})
    expect(sessions.filter(({ stage }) => stage === 'running')).toMatchObject([{ topic: 'Saying no' }])
  })

  await test.step('it is tried out with its passphrase, and what was found is told', async () => {
    await pressButton(page, 'Try it out')
    await expect(field(page, 'Your passphrase')).toBeFocused()
    await tryOut(page, 'not it at all')
    await expect(page.getByText('That does not open this backup.')).toBeVisible()
    await audit('a trial, refused')
    await tryOut(page, author.passphrase)
    await drive.title(page, 'This backup is good').waitFor()
    await expect(page.getByRole('main')).toContainText(
      /2 sessions, 2 signed notes, newest .+: all readable\./,
    )
    await audit('a trial that was good')
    await pressButton(page, 'Done')
    await expect(part).toContainText('and tried out today at')
  })

  await test.step('the next day one is made by itself', async () => {
    await timepiece.pass(minutesOfDay)
    await expect(part.getByRole('img')).toHaveAccessibleName(/: 2 of the last 7 days/, byItself)
    expect(backupsIn(folder)).toHaveLength(2)
    await pressButton(page, 'Show all 2 as a list')
    const list = part.getByRole('list', { name: 'Backups that are kept' })
    await expect(list.getByRole('listitem')).toHaveCount(2)
    await expect(list.getByRole('listitem').nth(1)).toContainText('Yesterday at')
    await audit('backups that are kept')
  })
  expect(await violations()).toEqual([])
})

/** Another session of the group, which is not on the screen. */
async function runSession(page: Page): Promise<void> {
  const { groups, facilitators } = await getFromPage(page, 'roster.read', {})
  const { sessionId } = await getFromPage(page, 'session.prepare', {
    groupId: groups[0]?.id ?? '',
    topic: 'Saying no',
    leadId: facilitators[0]?.id ?? '',
    coLeadIds: [],
    plannedStartMs: null,
  })
  await getFromPage(page, 'session.act', { sessionId, command: { type: 'arrive-all' } })
  await getFromPage(page, 'session.act', { sessionId, command: { type: 'start', end: 'full-length' } })
}

test.describe('in a vault that is there', () => {
  test.use({ vaultOf: author })

  test('a drive that is gone is told calmly, and the next backup is made by itself once it is back', async ({
    page,
    userDataDir,
    timepiece,
  }) => {
    test.slow()
    const { audit } = await createAuditor(page)
    await drive.unlock(page, author.passphrase)
    const folder = plugIn(userDataDir)
    await backUpInto(page, folder)
    const part = backupsPart(page)
    renameSync(folder, `${folder}-unplugged`)
    await timepiece.pass(minutesOfDay)
    await expect(part).toContainText('The folder “stick” is not there', byItself)
    await expect(part).toContainText('once the folder is there again')
    await audit('a drive that is gone')

    await test.step('trying it out says so too', async () => {
      await pressButton(page, 'Try it out')
      await tryOut(page, author.passphrase)
      await expect(page.getByRole('alert')).toContainText('The folder with the backups is not there now.')
      await expect(page.getByRole('alert')).toContainText('The vault is open and whole')
      await pressButton(page, 'Not now')
    })

    renameSync(`${folder}-unplugged`, folder)
    await timepiece.pass(minutesOfDay)
    await expect(part.getByRole('img')).toHaveAccessibleName(/: 2 of the last 7 days/, byItself)
    await expect(part).not.toContainText('is not there')
    expect(backupsIn(folder)).toHaveLength(2)
  })

  test('a backup that is gone from its folder counts for nothing, and another is made by itself', async ({
    page,
    userDataDir,
    timepiece,
  }) => {
    test.slow()
    const { audit, violations } = await createAuditor(page)
    await drive.unlock(page, author.passphrase)
    const folder = plugIn(userDataDir)
    await backUpInto(page, folder)
    const part = backupsPart(page)
    for (const name of backupsIn(folder)) rmSync(join(folder, name), { recursive: true })
    await timepiece.pass(2)
    await expect(part).toContainText('No backup is in “stick” any more', byItself)
    await expect(part).toContainText('The folder was emptied, or another drive is in its place')
    await expect(part).toContainText('The record is on this computer, as it was.')
    await expect(part).toContainText('The next one is made by itself within the hour')
    await expect(part).not.toContainText('Read back from its folder')
    await expect(part).not.toContainText('Done: the backup is made')
    await pressButton(page, 'Show it as a list')
    await expect(part.getByRole('listitem')).toContainText('Not in its folder any more.')
    await expect(part.getByRole('button', { name: /Try/ })).toHaveCount(0)
    await audit('a backup that is gone')
    await timepiece.pass(60)
    await expect(part).toContainText('Read back from its folder', byItself)
    await expect(part).not.toContainText('another drive is in its place')
    expect(backupsIn(folder)).toHaveLength(1)
    expect(await violations()).toEqual([])
  })

  test('the keyboard stays on a button that rests while its work goes on, and what is past is told as past', async ({
    page,
    userDataDir,
  }) => {
    await drive.unlock(page, author.passphrase)
    const folder = plugIn(userDataDir)
    await backUpInto(page, folder)
    const part = backupsPart(page)
    await answerWith(page, 'Choose another folder', null)
    await expect(page.getByRole('button', { name: 'Choose another folder' })).toBeFocused()
    renameSync(folder, `${folder}-unplugged`)
    await pressButton(page, 'Back up now')
    // The second way where a beat has missed the folder before the button was pressed.
    await expect(part).toContainText(
      /was not there when one was to be made|No backup was made: “stick” is still/,
    )
    await expect(page.getByRole('button', { name: 'Back up now' })).toBeFocused()
    renameSync(`${folder}-unplugged`, folder)
    await expect(part).not.toContainText(/is (?:still )?not there/)
    await expect(part).toContainText('The folder for backups was not there when one was to be made.')
    await page.screenshot({ path: test.info().outputPath('folder-was-away.png') })
  })

  test('a backup that was changed on its drive is found by trying it out', async ({ page, userDataDir }) => {
    await drive.unlock(page, author.passphrase)
    const folder = plugIn(userDataDir)
    await backUpInto(page, folder)
    flipByte(join(newestIn(folder), 'record.db'))
    await pressButton(page, 'Try it out')
    await tryOut(page, author.passphrase)
    await expect(page.getByRole('alert')).toContainText('This backup is not good')
    await expect(page.getByRole('alert')).toContainText('The vault is open and whole')
    await pressButton(page, 'Not now')
    await expect(backupsPart(page).getByRole('alert')).toContainText('This backup is not good')
  })

  test('the palette backs up from anywhere', async ({ page, userDataDir }) => {
    await drive.unlock(page, author.passphrase)
    const folder = plugIn(userDataDir)
    await backUpInto(page, folder)
    const [first] = backupsIn(folder)
    await drive.goTo(page, 'Agendas')
    await page.keyboard.press('Control+k')
    await page.keyboard.type('back up')
    await page.keyboard.press('Enter')
    await drive.title(page, 'Vault & privacy').waitFor()
    // Of one day the newest is kept.
    await expect.poll(() => backupsIn(folder)).toEqual([`${first}-2`])
  })

  test('before the first private note it is said that no backup holds it, and not after it', async ({
    page,
  }) => {
    await drive.unlock(page, author.passphrase)
    await drive.createGroup(page, { name: 'Evening Circle' })
    await drive.addMember(page, { name: 'Anouk' })
    await drive.prepareSession(page, { group: 'Evening Circle' })
    await live.everyoneArrives(page)
    await live.start(page)
    const words = page.getByText('Good to know before the first one: no backup holds private notes.')
    await live.showSide(page, 'private')
    await expect(words).toBeVisible()
    await live.privateNote(page, 'A worry of my own.')
    await live.showSide(page, 'record')
    await live.showSide(page, 'private')
    await expect(page.getByText('A worry of my own.')).toBeVisible()
    await expect(words).toHaveCount(0)
  })
})

test('Today says in one line when there is no backup, or the last one is old', async ({
  page,
  userDataDir,
  timepiece,
}) => {
  test.slow()
  await holdSignedSession(page, ['Anouk'])
  const line = page
    .getByRole('complementary', { name: 'Around today' })
    .getByRole('button', { name: /backup/ })
  await drive.goTo(page, 'Vault & privacy')
  await drive.goTo(page, 'Today')
  await expect(line).toContainText('There is no backup yet.')
  await pressButton(page, /There is no backup yet/)
  const folder = plugIn(userDataDir)
  await backUpInto(page, folder)
  await drive.goTo(page, 'Today')
  await expect(line).toHaveCount(0)
  renameSync(folder, `${folder}-unplugged`)
  await timepiece.pass(3 * minutesOfDay)
  await expect(line).toContainText('Plug in the drive with the folder “stick”', byItself)
})

test('whoever asks for a backup while its folder is away is answered each time', async ({
  page,
  userDataDir,
}) => {
  test.slow()
  await drive.createVault(page, author)
  const folder = plugIn(userDataDir)
  await backUpInto(page, folder)
  const part = backupsPart(page)
  renameSync(folder, `${folder}-unplugged`)
  const answer = part.getByRole('status').filter({ hasText: 'No backup was made' })
  for (const times of ['once', '2 times', '3 times']) {
    // oxlint-disable-next-line no-await-in-loop -- one press after the other
    await pressButton(page, 'Back up now')
    // oxlint-disable-next-line no-await-in-loop
    await expect(answer).toHaveText(`No backup was made: “stick” is still not there. Looked for ${times}.`)
  }
  renameSync(`${folder}-unplugged`, folder)
  await pressButton(page, 'Back up now')
  await part.getByText('Done: the backup is made').waitFor()
  await expect(answer).toHaveCount(0)
})

function flipByte(path: string): void {
  const bytes = readFileSync(path)
  const at = Math.floor(statSync(path).size / 2)
  bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at)
  writeFileSync(path, bytes)
}
