import type { Page } from 'playwright-core'
import { createAuditor, createChecker } from '../support/audit.ts'
import { soughtAuthor as author } from '../support/cast.ts'
import { getFromPage } from '../support/call-page.ts'
import * as live from '../support/drive-live.ts'
import * as drive from '../support/drive.ts'
import { reach } from '../support/keyboard.ts'
import type { Timepiece } from '../support/timepiece.ts'
import { expect, test } from './fixtures.ts'

const group = 'Wednesday Herons'
const members = ['Anouk Brandt', 'Bertil']
const topic = 'Letters to Osgood'
const secret = /Philippa|Quist|Vellum|Wednesday|Herons|Anouk|Brandt|Bertil|Letters|Osgood|harbour/i

test.use({ vaultOf: author })

const session = (page: Page) => page.getByRole('region', { name: 'The session' })
const question = (page: Page) => page.getByRole('region', { name: 'What was the gap?' })

async function runSession(page: Page): Promise<void> {
  await drive.unlock(page, author.passphrase)
  await drive.createGroup(page, { name: group })
  for (const name of members) await drive.addMember(page, { name })
  await drive.prepareSession(page, { group, topic })
  await live.everyoneArrives(page)
  await live.start(page)
  await live.giveFloor(page, '1')
  await live.recordNote(page, 'Bertil spoke of the harbour')
}

/** As on a computer that is awake, the console is seen at least every half minute. */
async function passAwake(page: Page, timepiece: Timepiece, minutes: number): Promise<void> {
  for (let half = 0; half < minutes * 2; half += 1) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other is the point
    await timepiece.pass(0.5)
    // oxlint-disable-next-line no-await-in-loop
    await getFromPage(page, 'watch.read', {})
  }
}

/** All that a person, or a program that reads screens, can get out of the window. */
async function allThatItShows(page: Page): Promise<string> {
  const devtools = await page.context().newCDPSession(page)
  const { nodes } = await devtools.send('Accessibility.getFullAXTree')
  return JSON.stringify([
    await page.content(),
    await page.title(),
    page.url(),
    nodes,
    await page.evaluate(() => Reflect.get(window, 'told')),
  ])
}

// Runs in the page: what is told to it from now on is kept.
function keepAllThatIsTold(): void {
  const told: unknown[] = []
  Reflect.set(window, 'told', told)
  for (const name of ['watch.changed', 'room.changed', 'vault.access-changed', 'clock.read'] as const)
    window.api.on(name, (push) => told.push([name, push]))
}

test('locked in a running session, phase and time go on; open again, the log tells what was', async ({
  page,
  timepiece,
}) => {
  test.slow()
  await runSession(page)
  expect(await allThatItShows(page)).toMatch(secret)
  await timepiece.pass(2)

  await test.step('the clock stays on the locked screen, and no name', async () => {
    await drive.lock(page)
    // The page is another one than before the lock.
    await page.evaluate(keepAllThatIsTold)
    await expect(session(page)).toContainText('Opening & agreements')
    await expect(session(page)).toContainText('3 min left')
    await expect(page.getByRole('textbox', { name: 'Passphrase' })).toBeFocused()
    await passAwake(page, timepiece, 2.5)
    await expect(session(page)).toContainText('under a minute left')
    expect(await page.evaluate(() => Reflect.get(window, 'told'))).not.toHaveLength(0)
    expect(await allThatItShows(page)).not.toMatch(secret)
  })

  await test.step('a phase ends as the agenda has it, and the next begins', async () => {
    await passAwake(page, timepiece, 1.5)
    await expect(session(page)).toContainText('Check-in round')
    await expect(session(page)).toContainText('9 min left')
    await expect(page.getByRole('status').filter({ hasText: 'Check-in round' })).toBeAttached()
    expect(await allThatItShows(page)).not.toMatch(secret)
  })

  await test.step('a wrong passphrase leaves it as it is', async () => {
    await drive.typePassphrase(page, 'otter lantern quarry purple')
    await expect(page.getByText(/does not open the vault/)).toBeVisible()
    await expect(session(page)).toContainText('Check-in round')
  })

  await test.step('open again it is Live, and asks what the group did', async () => {
    await drive.unlock(page, author.passphrase)
    await expect(question(page)).toContainText(
      /The console was locked for 4 min \(.+\)\. By the agenda the phase was over in that time\. What was it\?/,
    )
    await expect(live.phaseNow(page)).toContainText('Opening')
    await expect(live.seat(page, '1')).toHaveAttribute('aria-pressed', 'false')
    await (await createChecker(page)).check('the question after the lock')
    await page.keyboard.press('Alt+KeyG')
    await question(page).waitFor({ state: 'detached' })
    await expect(live.phaseNow(page)).toContainText('Check-in round')
    await expect(live.phaseClock(page)).toContainText('9:00')
  })

  await test.step('the Session page tells when the phase began, and that nobody saw who spoke', async () => {
    await live.endNow(page)
    await drive.lock(page)
    await drive.unlock(page, author.passphrase)
    await drive.goTo(page, 'Sessions')
    await reach(page, page.getByRole('grid', { name: 'Sessions' }))
    await page.keyboard.press('Home')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: topic }).waitFor()
    await expect(page.getByTitle('Not seen by the console').first()).toBeAttached()
    await page.getByRole('radio', { name: 'As a table' }).click({ force: true })
    const rows = page.getByRole('table', { name: /^Phases/ }).getByRole('row')
    await expect(rows.filter({ hasText: 'Opening' })).toContainText('5 min')
    await expect(rows.filter({ hasText: 'Check-in' })).toContainText(/6:10\sPM/)
  })
})

test('the room keeps its clock through the lock, and loses it with the session’s end', async ({
  page,
  timepiece,
}) => {
  test.slow()
  await runSession(page)
  const opened = page.context().waitForEvent('page')
  await page.keyboard.press('Alt+KeyO')
  const room = await opened
  await expect(room.getByRole('heading')).toHaveText(/Opening/)
  await drive.lock(page)
  await passAwake(page, timepiece, 6)
  await expect(room.getByRole('heading')).toHaveText('Check-in round')
  expect(await room.content()).not.toMatch(secret)
  await drive.unlock(page, author.passphrase)
  await expect(room.getByRole('heading')).toHaveText(/Opening/)
  const closed = room.waitForEvent('close')
  await live.endNow(page)
  await drive.lock(page)
  await closed
})

test('the locked screen of a session is without fault by day and in the evening', async ({
  page,
  timepiece,
}) => {
  test.slow()
  await runSession(page)
  const { audit, violations } = await createAuditor(page)
  await page.getByRole('button', { name: 'Go on' }).click()
  await drive.lock(page)
  await session(page).waitFor()
  await audit('locked, running')
  await page.getByRole('button', { name: 'Use the recovery code' }).click()
  await audit('locked, the recovery code')
  await page.getByRole('button', { name: 'Use the passphrase' }).click()
  await passAwake(page, timepiece, 1)
  await drive.unlock(page, author.passphrase)
  await live.takeBreak(page)
  await drive.lock(page)
  await expect(session(page)).toContainText('Break')
  await audit('locked, on a break')
  expect(await violations()).toEqual([])
})
