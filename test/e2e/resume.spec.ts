import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import type { Page } from 'playwright-core'
import { prepareSession, unlock } from '../support/drive.ts'
import * as live from '../support/drive-live.ts'
import { launchConsole, type ClockReading, type LaunchedConsole } from '../support/launch.ts'
import { createTimepiece, type Timepiece } from '../support/timepiece.ts'
import { readLogs, stockedGroup, stockVault, type StockedVault } from '../support/vault-jobs.ts'
import { startWallMs } from './fixtures.ts'

// One session, killed at every stage. Each test goes on where the one before was killed, ten minutes later.
test.describe.configure({ mode: 'serial' })

const env = { TZ: 'America/Chicago', LC_ALL: 'C', LANGUAGE: 'en_US' }
const awayMinutes = 10
const minuteMs = 60_000

let userDataDir: string
let vault: StockedVault
let app: LaunchedConsole | null = null
let timepiece: Timepiece
let reading: ClockReading

test.beforeAll(async () => {
  userDataDir = mkdtempSync(join(tmpdir(), 'circlekeeper-resume-'))
  vault = stockVault(userDataDir)
  timepiece = createTimepiece(startWallMs, async (moved) => {
    reading = moved
    await app?.setClock(moved)
  })
  reading = timepiece.startsAt
})
test.afterAll(async () => {
  await app?.kill()
  rmSync(userDataDir, { recursive: true, force: true })
})

async function open(): Promise<Page> {
  app = await launchConsole({ userDataDir, clock: reading, env })
  app.page.setDefaultTimeout(30_000)
  await unlock(app.page, vault.passphrase)
  return app.page
}

async function killAndComeBack(): Promise<Page> {
  await app?.kill()
  app = null
  await timepiece.pass(awayMinutes)
  return open()
}

/** What the Live screen says is so, and goes on saying. */
interface Screen {
  readonly presence: readonly (readonly [key: string, presence: string])[]
  readonly phase: string
  readonly recordNotes: readonly string[]
  readonly privateNotes: readonly string[]
  readonly ends: string
}

async function expectScreen(page: Page, screen: Screen): Promise<void> {
  for (const [key, presence] of screen.presence) await live.hasPresence(page, key, presence)
  await expect(live.phaseNow(page)).toContainText(screen.phase)
  await expect(page.getByRole('banner')).toContainText(screen.ends)
  const notes = page.getByRole('complementary', { name: 'Notes' }).getByRole('listitem')
  await live.showSide(page, 'record')
  await expect(notes).toContainText([...screen.recordNotes])
  await live.showSide(page, 'private')
  await expect(notes).toContainText([...screen.privateNotes])
  await live.showSide(page, 'record')
}

const shown: Screen = {
  presence: [
    ['1', 'present'],
    ['2', 'present'],
    ['3', 'out'],
  ],
  phase: 'Opening & agreements',
  recordNotes: ['Ben spoke of the weekend'],
  privateNotes: ['Ask about the sister'],
  // Ninety minutes from 18:15, when it was started.
  ends: 'ends 7:45 PM',
}

function windowOf(launched: LaunchedConsole | null): Page {
  if (launched === null) throw new Error('No console runs')
  return launched.page
}

test('in the pre-flight: who was here is still here', async () => {
  let page = await open()
  await prepareSession(page, { group: stockedGroup, topic: 'Evenings' })
  await live.arrive(page, '1')
  page = await killAndComeBack()
  await page.getByRole('button', { name: 'Go on preparing' }).click()
  await live.hasPresence(page, '1', 'present')
  await live.hasPresence(page, '2', 'expected')
  await expect(page.getByRole('banner')).toContainText('Evenings')
})

test('while it runs: it is offered after the passphrase, and goes on with the right times', async () => {
  let page = windowOf(app)
  await live.everyoneArrives(page)
  await live.start(page)
  await timepiece.pass(1)
  await live.giveFloor(page, '1')
  await live.mark(page, '2', 'S')
  await live.setPresence(page, '3', 'steps out')
  await live.recordNote(page, 'Ben spoke of the weekend')
  await live.privateNote(page, 'Ask about the sister')
  await expectScreen(page, shown)
  await expect(live.phaseClock(page)).toHaveText('4:00')
  page = await killAndComeBack()
  await expect(page.getByText('A session is running since 6:15 PM')).toBeVisible()
  await expect(page.getByText('Everything up to now is saved.')).toBeVisible()
  // Live is made ready out of sight, without a key of its own.
  const circle = page.locator('main[aria-label="Circle"]')
  await circle.waitFor({ state: 'attached' })
  await expect(circle).toBeHidden()
  await page.keyboard.press('2')
  await page.getByRole('button', { name: 'Go on' }).click()
  await expectScreen(page, shown)
  await expect(live.seat(page, '2')).toHaveAttribute('aria-pressed', 'false')
  // Five minutes were planned, and eleven have passed.
  await expect(live.phaseClock(page)).toHaveText(/^6\s?min over/)
  await expect(live.seat(page, '2')).toHaveAccessibleName(/1 mark/)
  // Nobody saw who spoke meanwhile.
  await expect(live.seat(page, '1')).toHaveAttribute('aria-pressed', 'false')
})

test('on a break: the phase has waited, and goes on where it was', async () => {
  let page = windowOf(app)
  await live.takeBreak(page)
  page = await killAndComeBack()
  await page.getByRole('button', { name: 'Go on' }).click()
  await page.getByRole('button', { name: /^Resume/ }).waitFor()
  await expectScreen(page, { ...shown, ends: 'ends ' })
  await live.resume(page)
  await expect(live.phaseClock(page)).toHaveText(/^6\s?min over/)
  await live.setPresence(page, '3', 'is back')
})

test('right after the end: the session has ended, when it ended', async () => {
  let page = windowOf(app)
  await live.endNow(page)
  page = await killAndComeBack()
  const toFinish = page.getByRole('region', { name: 'Notes to finish' }).getByRole('button')
  await expect(toFinish).toBeVisible()
  await expect(page.getByText('A session is running')).toBeHidden()
  await toFinish.click()
  await expect(page.getByRole('heading', { name: /^Shared by all notes/ })).toBeVisible()
  await expect(page.getByText('Ben spoke of the weekend')).toBeVisible()
  await expect(page.getByText('Ask about the sister')).toBeHidden()
})

test('while notes are written: what was shown as saved is there', async () => {
  let page = windowOf(app)
  await live.writeShared(page, /^Group process/, 'The group was attentive.')
  await live.writeMemberNote(page, '2', 'Ben used a skill at home.')
  page = await killAndComeBack()
  await page.getByRole('region', { name: 'Notes to finish' }).getByRole('button').click()
  await expect(page.getByRole('textbox', { name: /^Group process/ })).toHaveValue('The group was attentive.')
  await page.keyboard.press('Control+2')
  await expect(page.getByRole('textbox', { name: /^Assessment/ })).toHaveValue('Ben used a skill at home.')
})

test('the log is whole, and says when nobody was looking', async () => {
  await app?.close()
  app = null
  const { events, breaks } = readLogs(userDataDir, vault.passphrase)
  expect(breaks).toEqual([])
  const returns = events.flatMap(({ body }) => (body.type === 'console.returned' ? [body.awayMs] : []))
  // It was running, then on a break; a session that is prepared or ended has nobody to miss.
  expect(returns).toEqual([awayMinutes * minuteMs, awayMinutes * minuteMs])
  const timeOf = (type: string) => events.find(({ body }) => body.type === type)?.stamp.wallMs ?? 0
  const expected = startWallMs + awayMinutes * minuteMs
  expect(timeOf('session.started')).toBe(expected)
  expect(timeOf('session.ended') - timeOf('session.started')).toBe((1 + 2 * awayMinutes) * minuteMs)
})
