import { statSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { part2Statement1, part2Statement2 } from '../../src/shared/record/part2-statements.ts'
import * as live from '../support/drive-live.ts'
import * as drive from '../support/drive.ts'
import { pressButton } from '../support/keyboard.ts'
import { readPdf, type ReadPdf } from '../support/read-pdf.ts'
import type { Timepiece } from '../support/timepiece.ts'
import { expect, readOpened, test } from './fixtures.ts'

const author = {
  name: 'Nora Field',
  credentials: 'LCSW',
  clinic: 'Harbor Street Outpatient',
  passphrase: 'otter lantern quarry violet',
}
const group = { name: 'Tuesday Relapse Prevention', isOnTuesdays: true, part2: 'part2' } as const
const topic = 'High-risk evenings'
/** In the order of their seats, which are their keys. */
const members: readonly drive.Member[] = [
  { name: 'Anouk', chartId: 'HS-101' },
  { name: 'Bertil', chartId: 'HS-102' },
  { name: 'Cosima', chartId: 'HS-103' },
  { name: 'Dagny', chartId: 'HS-104' },
  { name: 'Eluned', chartId: 'HS-105' },
  { name: 'Fintan', chartId: 'HS-106' },
  { name: 'Gudrun', chartId: 'HS-107' },
  { name: 'Hamish', role: 'Partner' },
  { name: 'Isolde', chartId: 'HS-109', hasAgreed: false },
]
const walkedIn = 'Jowita'

test('one session, from the first run to the PDF, with the keyboard alone', async ({
  page,
  timepiece,
  userDataDir,
}) => {
  await forbidMouse(page)
  await test.step('first run, and unlock', () => firstRun(page))
  await test.step('a group, its members and its agenda', () => setUpGroup(page))
  await test.step('prepare, and see who is here', () => preflight(page))
  await test.step('run it: the people', () => runPeople(page, timepiece))
  await test.step('run it: the time', () => runTime(page, timepiece))
  await test.step('run it: the floor, the marks, the notes', () => runFloor(page, timepiece))
  await test.step('run it: to the end', () => runToTheEnd(page, timepiece))
  await test.step('debrief', () => debrief(page))
  const name = await test.step('export', () => exportPdf(page))
  await test.step('open it from the exports folder', async () => {
    const papers = await live.openPapers(page)
    await pressButton(page, `Open ${name}`, papers)
    await expect.poll(() => readOpened(userDataDir)).toBe(join(userDataDir, 'exports', name))
  })
  await test.step('the paper', async () => {
    const path = join(userDataDir, 'exports', name)
    expect(statSync(path).mode & 0o777).toBe(0o600)
    checkSummary(await readPdf(path))
  })
})

/** Any click, by whatever means, fails the test. */
async function forbidMouse(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const type of ['pointerdown', 'mousedown', 'touchstart']) {
      addEventListener(type, () => document.body.replaceChildren('a pointer was used'), { capture: true })
    }
  })
}

async function firstRun(page: Page): Promise<void> {
  const code = await drive.createVault(page, author)
  expect(code).toMatch(/^[0-9A-Z]+(-[0-9A-Z]+)+$/)
  await drive.lock(page)
  await drive.typePassphrase(page, 'not the passphrase at all')
  await expect(page.getByText('That does not open the vault.')).toBeVisible()
  await drive.unlock(page, author.passphrase)
}

async function setUpGroup(page: Page): Promise<void> {
  await drive.createGroup(page, group)
  for (const member of members) await drive.addMember(page, member)
  await expect(drive.membersTable(page).getByText('yet to agree')).toHaveCount(1)
  await drive.addFacilitator(page, { name: 'Maya Reed', credentials: 'LPC, CADC' })
  await drive.openAgenda(page, group.name)
  await drive.setMinutes(page, 'Check-in round', 12)
  await drive.setMinutes(page, 'Discussion', 28)
  await drive.setMinimum(page, 'Discussion', 15)
  await drive.movePhase(page, 'High-risk situations', 'up')
  await drive.saveAgenda(page)
  const names = page.getByRole('textbox', { name: 'Name of the phase' })
  await expect(names.nth(3)).toHaveValue('High-risk situations')
  await expect(names.nth(4)).toHaveValue('Discussion')
}

async function preflight(page: Page): Promise<void> {
  await drive.prepareSession(page, { group: group.name, topic, coLeads: ['Maya Reed'] })
  await expect(page.getByText('Starting 5 min late.')).toBeVisible()
  for (const key of ['1', '2', '3', '4', '8', '9']) await live.arrive(page, key)
  await live.setPresence(page, '5', 'on the way')
  await live.setPresence(page, '6', 'excused')
  await expect(live.seat(page, '9')).toHaveAccessibleName(/yet to agree/)
  const circle = page.getByRole('main', { name: 'Circle' })
  await expect(circle.getByText(/has not agreed to confidentiality yet/)).toBeVisible()
}

async function runPeople(page: Page, timepiece: Timepiece): Promise<void> {
  await live.start(page)
  await expect(live.phaseNow(page)).toContainText('Opening & agreements')
  await timepiece.pass(2)
  await live.agree(page, '9')
  await expect(live.seat(page, '9')).not.toHaveAccessibleName(/yet to agree/)
  await timepiece.pass(3)
  await live.next(page, 'Check-in round')
  await timepiece.pass(4)
  await live.arrive(page, '5')
  await live.setPresence(page, '3', 'steps out')
  await timepiece.pass(8)
  await live.setPresence(page, '3', 'is back')
  await live.setPresence(page, '7', 'no-show')
  await live.walkIn(page, walkedIn)
  await timepiece.pass(3)
  await live.setPresence(page, '4', 'leaves early')
}

/** Begins 20 minutes after the start, and ends 20 minutes later. */
async function runTime(page: Page, timepiece: Timepiece): Promise<void> {
  await live.next(page, 'Topic')
  await live.back(page, 'Check-in round')
  await live.next(page, 'Topic')
  const minutes = live.phaseClock(page).locator('xpath=following-sibling::p')
  await expect(minutes).toContainText(/^of 1\d min/)
  const before = Number(/\d+/.exec(await minutes.innerText())?.[0])
  await live.extend(page, 2)
  await expect(minutes).toContainText(`of ${before + 2} min`)
  await live.extend(page, 5)
  await expect(minutes).toContainText(`of ${before + 7} min`)
  await live.undo(page)
  await expect(minutes).toContainText(`of ${before + 2} min`)
  await timepiece.pass(8)
  await live.pause(page)
  await timepiece.pass(2)
  await live.resume(page)
  await live.takeBreak(page)
  await timepiece.pass(10)
  await live.resume(page)
  await live.skip(page, 'High-risk situations', 'Already covered')
  await expect(page.getByText('left out: already covered')).toBeVisible()
}

/** Begins 40 minutes after the start, and ends 5 minutes later. */
async function runFloor(page: Page, timepiece: Timepiece): Promise<void> {
  await live.giveFloor(page, '1')
  await timepiece.pass(2)
  await live.giveFloor(page, '2')
  await expect(page.locator('main').getByRole('button', { name: /has the floor/ })).toHaveCount(2)
  await timepiece.pass(1)
  await live.releaseFloor(page, '1')
  await live.releaseFloor(page, '2')
  await live.giveFloor(page, 'F')
  await live.giveFloor(page, 'G')
  await expect(live.seat(page, 'F')).toHaveAccessibleName(/have the floor/)
  await timepiece.pass(2)
  await live.releaseFloor(page, 'F')
  await live.releaseFloor(page, 'G')
  await live.mark(page, '1', 'S')
  await live.mark(page, '1', 'F')
  await live.mark(page, '2', 'K')
  await live.mark(page, '2', 'C')
  await expect(page.getByRole('button', { name: /undo “Bertil: conflict”/i })).toBeVisible()
  await live.undo(page)
  await live.recordNote(page, 'Urge surfing, practised for two minutes.')
  await live.privateNote(page, 'My own hunch about the silence.')
  await live.showSide(page, 'record')
  await conceal(page)
}

async function conceal(page: Page): Promise<void> {
  await live.conceal(page)
  for (const { name } of members) await expect(page.locator('body')).not.toContainText(name)
  await expect(page.locator('body')).not.toContainText(topic)
  await expect(page.locator('body')).not.toContainText('Urge surfing')
  await expect(live.phaseClock(page)).toBeVisible()
  await expect(live.seat(page, '1')).toHaveAccessibleName(/^Seat 1/)
  await live.reveal(page, author.passphrase)
  await expect(live.seat(page, '1')).toHaveAccessibleName(/^Anouk/)
}

/** Begins 45 minutes after the start, and ends 20 minutes later. */
async function runToTheEnd(page: Page, timepiece: Timepiece): Promise<void> {
  await live.next(page, 'Discussion')
  await timepiece.pass(10)
  await live.next(page, 'Plan until next session')
  await timepiece.pass(5)
  await live.next(page, 'Check-out round')
  await timepiece.pass(5)
  await live.end(page)
  await live.undo(page)
  await expect(live.phaseNow(page)).toContainText('Check-out round')
  await live.end(page)
}

async function debrief(page: Page): Promise<void> {
  await live.openDebrief(page)
  const present: Readonly<Record<string, RegExp>> = {
    Anouk: /65 min.*shared, feedback/,
    Bertil: /65 min.*skill/,
    Cosima: /57 min.*out 0?6:14.* to 0?6:22/,
    Dagny: /20 min.*left 0?6:25/,
    Eluned: /56 min.*from 0?6:14/,
    Fintan: /excused/,
    Gudrun: /no-show/,
    Hamish: /65 min/,
    Isolde: /65 min/,
    Jowita: /48 min.*walk-in/,
  }
  for (const [name, facts] of Object.entries(present)) {
    const line = page.getByRole('button', { expanded: false }).filter({ hasText: name })
    await expect(line).toHaveText(facts)
    await expect(line).not.toContainText('conflict')
  }
  await live.writeShared(page, 'Your interventions', 'Taught the course of an urge.')
  await live.writeShared(page, 'Interventions of Maya Reed', 'Led urge surfing.')
  await live.writeShared(page, 'Group process', 'The group carried a long silence together.')
  await live.writeShared(page, 'Plan until next session', 'One risky evening and one person to call.')
  await live.writeMemberNote(page, '1', 'Named the hour before the urge.', 'Calls a friend on Friday.')
  await expect(page.getByRole('heading', { name: '0 of 8 signed' })).toBeVisible()
}

async function exportPdf(page: Page): Promise<string> {
  const name = await live.exportSummary(page)
  expect(name).toMatch(/^2026-11-17-[0-9A-Z]{4}-summary\.pdf$/)
  return name
}

function checkSummary({ pages, text, metadata, sizePoints }: ReadPdf): void {
  for (const words of [
    'Harbor Street Outpatient',
    'Tuesday, November 17, 2026',
    /6:05 PM to 7:10 PM/,
    /Duration 1:05 planned 1:\d\d, 0:12 of it break/,
    'Nora Field, LCSW',
    'Maya Reed, LPC, CADC',
    'Relapse prevention',
    topic,
    // Members of the group; the partner is a guest, and the walk-in a member.
    /7 of 9 members and 1 family, partners or guests/,
    /Opening & agreements .*5 of 5/,
    /Check-in round .*15 of 12/,
    /Topic .*13 of 15/,
    /High-risk situations .*0 of 20/,
    /left out: already covered/,
    /Discussion .*10 of 28/,
    /Plan until next session .*5 of 5/,
    /Check-out round .*5 of 5/,
    'Taught the course of an urge.',
    'Led urge surfing.',
    'The group carried a long silence together.',
    'One risky evening and one person to call.',
  ]) {
    expect(text).toMatch(words instanceof RegExp ? words : new RegExp(RegExp.escape(words)))
  }
  checkNobodyIsNamed(text + metadata)
  checkPart2({ pages }, true)
  expect(sizePoints).toEqual([612, 792])
  expect(metadata).not.toMatch(/Relapse|Nora|Maya|evenings|Harbor|vault|exports/i)
  for (const [index, words] of pages.entries())
    expect(words).toContain(`Page ${index + 1} of ${pages.length}`)
}

function checkNobodyIsNamed(words: string): void {
  for (const name of [...members.map((member) => member.name), walkedIn]) expect(words).not.toContain(name)
  for (const { chartId } of members) if (chartId !== undefined) expect(words).not.toContain(chartId)
  // Neither what was noted in the room, nor what is the author's own.
  for (const note of ['practised for two minutes', 'hunch', 'Calls a friend'])
    expect(words).not.toContain(note)
}

function checkPart2({ pages }: Pick<ReadPdf, 'pages'>, isHeld: boolean): void {
  for (const paragraph of part2Statement1) {
    if (isHeld) expect(pages[0]).toContain(paragraph)
    else expect(pages.join(' ')).not.toContain(paragraph.slice(0, 40))
  }
  for (const words of pages) {
    if (isHeld) expect(words).toContain(part2Statement2)
    else expect(words).not.toContain('42 CFR')
  }
}

test('unsure is treated as Part 2, and a group that is not carries no notice @electron', async ({
  page,
  userDataDir,
}) => {
  await drive.createVault(page, author)
  for (const [part2, isHeld] of [
    ['unsure', true],
    ['none', false],
  ] as const) {
    const name = `Support ${part2}`
    await drive.createGroup(page, { name, type: 'Support', part2 })
    await drive.addMember(page, { name: 'Anouk' })
    await drive.prepareSession(page, { group: name })
    await live.everyoneArrives(page)
    await live.start(page)
    await live.endNow(page)
    await live.openDebrief(page)
    const pdf = await readPdf(join(userDataDir, 'exports', await live.exportSummary(page)))
    checkPart2(pdf, isHeld)
    await pressButton(page, 'Today')
  }
})
