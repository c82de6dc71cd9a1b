import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { Page } from 'playwright-core'
import * as live from '../test/support/drive-live.ts'
import * as drive from '../test/support/drive.ts'
import { pressButton } from '../test/support/keyboard.ts'
import { launchConsole, type LaunchedConsole } from '../test/support/launch.ts'
import { createTimepiece, type Timepiece } from '../test/support/timepiece.ts'
import * as cast from './demo/cast.ts'
import { planFloor } from './demo/floor-plan.ts'
import { createGallery, type Gallery } from './demo/gallery.ts'
import { runSession, type Stage } from './demo/run-session.ts'
import { readRttm } from './replay/rttm.ts'

const minuteMs = 60_000
/** Tuesday 17 November 2026, 17:38 where the group meets. */
const beginWallMs = Date.UTC(2026, 10, 17, 23, 38)
/** 18:05, five minutes late. */
const startedAtMs = 27 * minuteMs
const breakMs = 5 * minuteMs

const folder = readOut()
mkdirSync(folder, { recursive: true })
console.log(JSON.stringify(await showConsole(folder)))

function readOut(): string {
  const usage = 'Usage: npm run demo -- --out DIR'
  try {
    const { out } = parseArgs({ options: { out: { type: 'string' } } }).values
    if (out !== undefined && out !== '') return resolve(out)
  } catch {
    // An option that is not known.
  }
  console.error(usage)
  process.exit(2)
}

/** The six steps of a session, in the real window, on a computer whose clock is simulated. */
async function showConsole(out: string): Promise<{ screenshots: readonly string[]; pdf: string }> {
  const userDataDir = mkdtempSync(join(tmpdir(), 'circlekeeper-demo-'))
  let launched: LaunchedConsole | null = null
  try {
    const timepiece = createTimepiece(beginWallMs, async (reading) => launched?.setClock(reading))
    launched = await launchConsole({ userDataDir, clock: timepiece.startsAt, env: { TZ: 'America/Chicago' } })
    const { page } = launched
    page.setDefaultTimeout(60_000)
    await page.setViewportSize({ width: 1366, height: 768 })
    const gallery = createGallery(page, out)
    const name = await playAll({ page, timepiece, gallery })
    const pdf = join(out, 'group-summary.pdf')
    copyFileSync(join(userDataDir, 'exports', name), pdf)
    return { screenshots: gallery.paths, pdf }
  } finally {
    await launched?.close()
    rmSync(userDataDir, { recursive: true, force: true })
  }
}

async function playAll(stage: Stage): Promise<string> {
  const { page, timepiece, gallery } = stage
  step(1, 'first run')
  await firstRun(page, gallery)
  step(2, 'group, members, agenda')
  await setUp(page, gallery)
  step(3, 'pre-flight')
  await preflight(page, timepiece, gallery)
  step(4, 'the session, turn by turn')
  await runSession(stage, startedAtMs, readFloor(), breakMs)
  step(5, 'debrief')
  await timepiece.pass(3)
  await debrief(page)
  step(6, 'group summary')
  const name = await live.exportSummary(page)
  await page.keyboard.press('Control+4')
  await gallery.take('debrief')
  await lookAround(page, gallery)
  await prepareNext(page, gallery)
  return name
}

function step(number: number, words: string): void {
  console.error(`${number}/6 ${words}`)
}

async function firstRun(page: Page, gallery: Gallery): Promise<void> {
  await drive.title(page, 'About you').waitFor()
  await gallery.take('first-run')
  await drive.tellAboutYou(page, cast.author)
  await drive.typeNewPassphrase(page, cast.author.passphrase)
  await gallery.take('passphrase')
  await page.keyboard.press('Enter')
  const groups = await drive.readRecoveryCode(page)
  await gallery.take('recovery-code')
  await drive.confirmKit(page, groups, cast.author.passphrase)
  await drive.title(page, 'Create your first group').waitFor()
  await gallery.take('today-empty')
}

async function setUp(page: Page, gallery: Gallery): Promise<void> {
  await drive.createGroup(page, cast.group)
  for (const member of cast.members) await drive.addMember(page, member)
  await drive.addFacilitator(page, cast.coLead)
  await gallery.take('groups')
  await drive.openAgenda(page, cast.group.name)
  for (const [phase, minutes] of Object.entries(cast.agendaMinutes))
    await drive.setMinutes(page, phase, minutes)
  await drive.saveAgenda(page)
  await gallery.take('agendas')
  await drive.lock(page)
  await gallery.take('unlock')
  await drive.unlock(page, cast.author.passphrase)
  await page.getByRole('heading', { name: cast.group.name }).waitFor()
  await gallery.take('today')
}

async function preflight(page: Page, timepiece: Timepiece, gallery: Gallery): Promise<void> {
  await timepiece.moveTo(startedAtMs)
  await drive.prepareSession(page, { group: cast.group.name, topic: cast.topic, coLeads: [cast.coLead.name] })
  const late = new Set([cast.keys.Hal, cast.keys.Gus])
  for (const key of Object.values(cast.keys)) if (!late.has(key)) await live.arrive(page, key)
  await live.setPresence(page, cast.keys.Hal, 'on the way')
  await gallery.take('preflight')
}

function readFloor() {
  const file = join(import.meta.dirname, '../resources/turns/vox-jzkzt.rttm')
  const turns = readRttm(readFileSync(file, 'utf8'))
  if (!turns.ok) throw new Error('The turns of the meeting cannot be read')
  // Twenty minutes of talk become the seventy-two of a session.
  return planFloor(turns.value, cast.voices, {
    startMs: minuteMs / 2,
    factor: 3.6,
    breakAfterMs: 48 * minuteMs,
    breakMs,
  })
}

async function debrief(page: Page): Promise<void> {
  await live.openDebrief(page)
  for (const [label, text] of Object.entries(cast.shared)) await live.writeShared(page, label, text)
  for (const [figure, response, plan] of cast.notes) await live.writeMemberNote(page, figure, response, plan)
}

async function lookAround(page: Page, gallery: Gallery): Promise<void> {
  await pressButton(page, 'Today')
  await page.getByRole('heading', { name: 'Notes to finish' }).waitFor()
  await gallery.take('today-after')
  await drive.goTo(page, 'Sessions')
  await gallery.take('sessions')
  await drive.goTo(page, 'Vault & privacy')
  await gallery.take('vault')
  await drive.goTo(page, 'Settings')
  await gallery.take('settings')
}

/** The session after, before its start: what this one has left for it; and its sheet of paper. */
async function prepareNext(page: Page, gallery: Gallery): Promise<void> {
  await drive.prepareSession(page, { group: cast.group.name, topic: cast.nextTopic })
  await gallery.take('preflight-next')
  await pressButton(page, 'Back to Today')
  await page.getByRole('button', { name: 'Run on paper' }).click()
  await page.getByRole('menuitem', { name: /^Enter the sheet/ }).click()
  await page.getByRole('textbox', { name: 'Started at' }).waitFor()
  await gallery.take('paper')
}
