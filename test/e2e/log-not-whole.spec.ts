import type { Page } from 'playwright-core'
import type { SessionId } from '../../src/shared/ids.ts'
import type { Command } from '../../src/shared/session/commands.ts'
import { createAuditor } from '../support/audit.ts'
import { getFromPage, holdSignedSession, lockFromPage } from '../support/call-page.ts'
import { author } from '../support/cast.ts'
import { makeIt } from '../support/drive-papers.ts'
import * as live from '../support/drive-live.ts'
import * as drive from '../support/drive.ts'
import { pressButton } from '../support/keyboard.ts'
import { tearLogs } from '../support/vault-jobs.ts'
import { expect, test } from './fixtures.ts'

const lost = 'A part of this session’s log is lost'

const act = (page: Page, sessionId: SessionId, command: Command) =>
  getFromPage(page, 'session.act', { sessionId, command })

/** Begins another session of the only group. */
async function begin(page: Page, topic: string): Promise<SessionId> {
  const { groups, facilitators } = await getFromPage(page, 'roster.read', {})
  const [groupId = '', leadId = ''] = [groups[0]?.id, facilitators[0]?.id]
  const wish = { groupId, leadId, topic, coLeadIds: [], plannedStartMs: null }
  const { sessionId } = await getFromPage(page, 'session.prepare', wish)
  await act(page, sessionId, { type: 'arrive-all' })
  await act(page, sessionId, { type: 'start', end: 'full-length' })
  return sessionId
}

/** The page says what is lost, what is safe and where to go on; nothing else of the session is on it. */
async function expectTold(page: Page, back: string): Promise<void> {
  await drive.title(page, lost).waitFor()
  const told = page.getByRole('alert')
  await expect(told.getByText('It stays on the lists, with who came and for how long.')).toBeVisible()
  await expect(told.getByText('A backup from before the damage has all of it')).toBeVisible()
  await expect(told.getByRole('button')).toHaveText([back, 'See the backups'])
}

test('sessions whose logs have a hole say so on their pages, and the rest of the console goes on', async ({
  page,
  userDataDir,
}) => {
  test.slow()
  await holdSignedSession(page, ['Anouk', 'Ben'])
  await act(page, await begin(page, 'Not signed yet'), { type: 'end' })
  await begin(page, 'Not over yet')
  await lockFromPage(page)
  tearLogs(userDataDir, author.passphrase)
  const { audit, violations } = await createAuditor(page)
  await drive.unlock(page, author.passphrase)
  const last = page.getByRole('region', { name: 'Last sessions' })

  await test.step('the page of one that is signed', async () => {
    await pressButton(page, /High-risk evenings/, last)
    await expectTold(page, 'Back to Sessions')
    await audit('a session whose log has a hole')
    await pressButton(page, 'See the backups')
    await drive.title(page, 'Vault & privacy').waitFor()
  })

  await test.step('the debrief of one that is not', async () => {
    await drive.goTo(page, 'Today')
    const unfinished = page.getByRole('region', { name: 'Notes to finish' })
    await pressButton(page, /None written yet/, unfinished.getByRole('listitem').first())
    await expectTold(page, 'Back to Today')
    await audit('a debrief whose log has a hole')
    await pressButton(page, 'Back to Today')
  })

  await test.step('the papers of a member tell what the lists tell', async () => {
    await drive.goTo(page, 'Sessions')
    await expect(page.getByRole('grid', { name: 'Sessions' })).toContainText('Not over yet')
    await drive.goTo(page, 'Groups & members')
    await pressButton(page, 'Anouk', drive.membersTable(page))
    await page.getByRole('slider', { name: 'Hours attended', exact: true }).waitFor()
    await page.keyboard.press('Control+p')
    const papers = page.getByRole('dialog', { name: 'Progress over time' })
    await papers.getByText('Twelve weeks to today.').waitFor()
    await makeIt(papers, page, 'One file made.')
    await page.keyboard.press('Escape')
  })

  await test.step('the next session is held: the one that ran is over', async () => {
    await drive.goTo(page, 'Today')
    await begin(page, 'The next one')
    await drive.lock(page)
    await drive.unlock(page, author.passphrase)
    await pressButton(page, 'Go on')
    await expect(live.phaseNow(page)).toBeVisible()
  })
  expect(await violations()).toEqual([])
})
