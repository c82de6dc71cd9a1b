import type { Page } from 'playwright-core'
import type { Bridge } from '../../src/shared/ipc/bridge.ts'
import * as live from '../../test/support/drive-live.ts'
import type { Timepiece } from '../../test/support/timepiece.ts'
import { author, keys } from './cast.ts'
import { longestTurn, type FloorPlan, type FloorStep } from './floor-plan.ts'
import type { Gallery } from './gallery.ts'
import * as extras from './pictures-of-live.ts'

export interface Stage {
  readonly page: Page
  readonly timepiece: Timepiece
  readonly gallery: Gallery
}

/** Something that a facilitator does at a time of the session. */
interface Scene {
  readonly atMs: number
  readonly play: () => Promise<unknown>
}

const minuteMs = 60_000

/** Runs the session that the pre-flight shows: the turns of the meeting, and between them what facilitators do. */
export async function runSession(
  stage: Stage,
  startedAtMs: number,
  floor: FloorPlan,
  breakMs: number,
): Promise<void> {
  const { page, timepiece } = stage
  await live.start(page)
  const turns: Scene[] = floor.steps.map((step) => ({ atMs: step.atMs, play: () => takeTurn(page, step) }))
  const scenes = [...scenesOf(stage, floor), ...breakScenes(stage, floor.breakAtMs, breakMs), ...turns]
  for (const { atMs, play } of scenes.toSorted((a, b) => a.atMs - b.atMs)) {
    await timepiece.moveTo(startedAtMs + atMs)
    await play()
  }
}

function scenesOf({ page, gallery }: Stage, { turns }: FloorPlan): Scene[] {
  const at = (minutes: number, play: () => Promise<unknown>): Scene => ({ atMs: minutes * minuteMs, play })
  const spoken = longestTurn(turns, Object.values(keys), 26 * minuteMs, 36 * minuteMs)
  const pictureAtMs = Math.round(spoken.endMs - 2_000)
  return [
    at(1, () => live.agree(page, keys.Jo)),
    at(1.5, () => live.recordNote(page, 'Agreements repeated; the new member agreed aloud.')),
    at(4, () => live.arrive(page, keys.Hal)),
    at(5, () => live.next(page, 'Check-in round')),
    at(6, () => live.arrive(page, keys.Gus)),
    at(15, () => live.mark(page, keys.Ana, 'S')),
    at(13, () => extras.askNumbers(page, gallery)),
    at(16, () => live.mark(page, keys.Fay, 'R')),
    at(16.1, () => extras.takeSafetyCard(page, gallery)),
    at(16.2, () => live.recordNote(page, 'Fay: craving 7, wants a plan for Friday.')),
    at(20, () => live.next(page, 'Topic')),
    at(21, () => live.mark(page, keys.Cal, 'Q')),
    at(24, () => live.mark(page, keys.Dee, 'S')),
    at(25, () =>
      live.recordNote(page, 'Dee names the walk home as her trigger; Ida gives feedback, kindly.'),
    ),
    at(25.2, () => live.mark(page, keys.Ida, 'F')),
    at(26, () => live.setPresence(page, keys.Eli, 'steps out')),
    at(28, () => noteOfPicture(page)),
    { atMs: pictureAtMs, play: () => picturesOfLive(page, gallery) },
    at(31.5, () => acceptTrim(page)),
    at(33, () => live.setPresence(page, keys.Eli, 'is back')),
    at(36, () => live.extend(page, 2)),
    at(40, () => live.next(page, 'Discussion')),
    at(56, () => live.mark(page, keys.Ben, 'K')),
    at(57, () => live.mark(page, keys.Ben, 'C')),
    at(57.1, () => live.undo(page)),
    at(61, () => live.next(page, 'High-risk situations')),
    at(70, () => live.mark(page, keys.Dee, 'F')),
    at(75, () => live.next(page, 'Plan until next session')),
    at(80, () => live.next(page, 'Check-out round')),
    at(84, () => live.mark(page, keys.Gus, 'P')),
    at(85, () => live.end(page)),
    at(85, () => takeLive(page, gallery, 'ended')),
  ]
}

/** The time at which it was saved stays under the field. */
async function noteOfPicture(page: Page): Promise<void> {
  await coreTimeIsShown(page)
  await live.recordNote(page, 'Skill practised: urge surfing, two minutes, all but one.')
}

async function picturesOfLive(page: Page, gallery: Gallery): Promise<void> {
  await takeLive(page, gallery, 'live')
  await extras.takeArcs(page, gallery)
  await extras.takePalette(page, gallery)
  await extras.takeRoom(page, gallery)
  await live.privateNote(page, 'The joking begins where the drinking did. Ask myself what I avoid with Gus.')
  await takeLive(page, gallery, 'live-private')
  await live.showSide(page, 'record')
  await live.conceal(page)
  await gallery.take('live-concealed')
  await live.reveal(page, author.passphrase)
}

/** With the core's time on the screen, and the focus at rest where Live puts it first. */
async function takeLive(page: Page, gallery: Gallery, name: string): Promise<void> {
  await page.getByRole('main').focus()
  await coreTimeIsShown(page)
  await gallery.take(name)
}

/** The window hears the core's time every few seconds; a picture of a clock waits for it. */
async function coreTimeIsShown(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const api: Bridge = Reflect.get(window, 'api')
        const stop = api.on('clock.read', () => {
          stop()
          // The next frame has it on the screen.
          requestAnimationFrame(() => requestAnimationFrame(() => resolve()))
        })
      }),
  )
}

async function acceptTrim(page: Page): Promise<void> {
  await coreTimeIsShown(page)
  const proposal = page.getByRole('region', { name: 'Proposal to end on time' })
  await proposal.waitFor()
  await page.keyboard.press('Alt+Enter')
  await proposal.waitFor({ state: 'detached' })
}

function breakScenes({ page, gallery }: Stage, atMs: number, breakMs: number): Scene[] {
  return [
    { atMs, play: () => live.takeBreak(page) },
    { atMs: atMs + breakMs / 2, play: () => takeLive(page, gallery, 'live-break') },
    { atMs: atMs + breakMs, play: () => live.resume(page) },
  ]
}

/** Gives the floor, or takes it back, with the seat's key; the seat shows it once it is in the log. */
async function takeTurn(page: Page, { key, holds }: FloorStep): Promise<void> {
  const isShown = page.evaluate(seatShows, { key, pressed: String(holds) })
  await page.keyboard.press(key.toLowerCase())
  await isShown
}

// Runs in the page: six hundred turns are too many to be asked about again and again.
function seatShows({ key, pressed }: { readonly key: string; readonly pressed: string }): Promise<void> {
  const seat = document.querySelector(`main li > button[aria-keyshortcuts="${key}"]`)
  return new Promise((resolve, reject) => {
    if (seat === null) return reject(new Error(`Nobody has the key ${key}`))
    const check = (): void => {
      if (seat.getAttribute('aria-pressed') !== pressed) return
      observer.disconnect()
      resolve()
    }
    const observer = new MutationObserver(check)
    observer.observe(seat, { attributeFilter: ['aria-pressed'] })
    check()
  })
}
