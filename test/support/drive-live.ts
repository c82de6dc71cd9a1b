import type { Locator, Page } from 'playwright-core'
import { chooseInMenu, field, pressButton, reach, typeAt } from './keyboard.ts'

/** Runs a session, and writes its notes, with the keys that the screens offer. */

/** The seat with this key: 1 to 9, 0, Q … for members, F G H J for facilitators. */
export function seat(page: Page, key: string): Locator {
  return page.locator(`main li > ${seatSelector(key)}`)
}

function seatSelector(key: string): string {
  return `button[aria-keyshortcuts="${key.toUpperCase()}"]`
}

export function phaseNow(page: Page): Locator {
  return page.getByRole('complementary', { name: 'Agenda' }).locator('li[aria-current="step"]')
}

export function phaseClock(page: Page): Locator {
  return page.getByRole('timer')
}

/** A member who is expected comes in, or one who was away comes back. */
export async function arrive(page: Page, key: string): Promise<void> {
  await page.keyboard.press(key.toLowerCase())
  await hasPresence(page, key, 'present')
}

export async function everyoneArrives(page: Page): Promise<void> {
  await page.keyboard.press('a')
  await page.locator('li[data-presence="expected"]').first().waitFor({ state: 'detached' })
}

export async function start(page: Page): Promise<void> {
  await page.keyboard.press('n')
  await phaseClock(page).waitFor()
  // What stands around the circle follows it.
  await phaseNow(page).waitFor({ state: 'attached' })
}

/** Goes on to the next phase, and waits for it: give its name. */
export async function next(page: Page, phase: string): Promise<void> {
  await page.keyboard.press('n')
  await phaseNow(page).filter({ hasText: phase }).waitFor()
}

export async function back(page: Page, phase: string): Promise<void> {
  await page.keyboard.press('b')
  await phaseNow(page).filter({ hasText: phase }).waitFor()
}

export async function extend(page: Page, minutes: 2 | 5): Promise<void> {
  await page.keyboard.press(`Alt+Digit${minutes}`)
}

export async function pause(page: Page): Promise<void> {
  await page.keyboard.press('p')
  await page.getByRole('button', { name: /^Resume/ }).waitFor()
}

export async function takeBreak(page: Page): Promise<void> {
  await chooseInMenu(page, page.getByRole('button', { name: 'Pause', exact: true }), /^Break/)
  await page.getByRole('button', { name: /^Resume/ }).waitFor()
}

export async function resume(page: Page): Promise<void> {
  await page.keyboard.press('p')
  await page.getByRole('button', { name: /^Resume/ }).waitFor({ state: 'detached' })
}

/** Leaves out the phase, the current one or one ahead, and says why. */
export async function skip(page: Page, phase: string, reason: string): Promise<void> {
  const agenda = page.getByRole('complementary', { name: 'Agenda' })
  const row = agenda.getByRole('listitem').filter({ hasText: phase })
  const isNow = (await row.getAttribute('aria-current')) === 'step'
  await chooseInMenu(
    page,
    isNow ? row.getByRole('button', { name: 'Skip' }) : row.getByRole('button'),
    new RegExp(`^(Leave out: )?${reason}`, 'i'),
  )
}

export async function giveFloor(page: Page, key: string): Promise<void> {
  await page.keyboard.press(key.toLowerCase())
  await hasFloor(page, key, true)
}

export async function releaseFloor(page: Page, key: string): Promise<void> {
  await page.keyboard.press(key.toLowerCase())
  await hasFloor(page, key, false)
}

export async function hasFloor(page: Page, key: string, holds: boolean): Promise<void> {
  await page.locator(`main li > ${seatSelector(key)}[aria-pressed="${holds}"]`).waitFor()
}

export async function hasPresence(page: Page, key: string, presence: string): Promise<void> {
  await page.locator(`main li[data-presence="${presence}"]:has(> ${seatSelector(key)})`).waitFor()
}

export type MarkLetter = 'S' | 'F' | 'K' | 'A' | 'P' | 'Q' | 'V' | 'C' | 'R'

/** Shift with the seat's key opens its menu, and the letter makes the mark: two strokes, whatever the layout. */
export async function markInTwo(page: Page, figure: string, letter: MarkLetter): Promise<void> {
  await page.keyboard.press(`Shift+Digit${figure}`)
  await page.keyboard.press(letter.toLowerCase())
  // Until it is gone, keys are its own.
  await page.getByRole('menu', { name: /^Marks and presence of/ }).waitFor({ state: 'detached' })
}

/** M, the seat, and the letter of the mark. */
export async function mark(page: Page, key: string, letter: MarkLetter): Promise<void> {
  await chooseAtSeat(page, key, letter)
}

/** What a person in the room can do, by the letter of the seat's menu. */
export const presenceLetters = {
  here: { letter: 'H', presence: 'present' },
  'on the way': { letter: 'L', presence: 'delayed' },
  excused: { letter: 'E', presence: 'excused' },
  'no-show': { letter: 'N', presence: 'absent' },
  'steps out': { letter: 'O', presence: 'out' },
  'is back': { letter: 'B', presence: 'present' },
  'leaves early': { letter: 'X', presence: 'left' },
  'seen alone': { letter: 'I', presence: 'substituted' },
  'not here yet': { letter: 'Y', presence: 'expected' },
} as const

export async function setPresence(
  page: Page,
  key: string,
  change: keyof typeof presenceLetters,
): Promise<void> {
  const { letter, presence } = presenceLetters[change]
  await chooseAtSeat(page, key, letter)
  await hasPresence(page, key, presence)
}

/** Chooses what a seat's menu offers, by its letter. */
export async function chooseFromSeat(page: Page, key: string, letter: string): Promise<void> {
  await chooseAtSeat(page, key, letter)
}

export async function agree(page: Page, key: string): Promise<void> {
  await chooseAtSeat(page, key, 'G')
}

async function chooseAtSeat(page: Page, key: string, letter: string): Promise<void> {
  await page.keyboard.press('m')
  await page.keyboard.press(key.toLowerCase())
  const menu = page.getByRole('menu', { name: /^Marks and presence of/ })
  await menu.getByRole('menuitem').first().waitFor()
  await menu.locator('[role="menuitem"]:focus').waitFor()
  await page.keyboard.press(letter.toLowerCase())
  await menu.waitFor({ state: 'detached' })
}

export async function walkIn(page: Page, name: string, role = 'Member'): Promise<void> {
  await page.keyboard.press('+')
  const form = page.getByRole('dialog', { name: 'Add someone' })
  const isNew = form.getByRole('radio', { name: 'New' })
  if (!(await isNew.isChecked())) {
    await reach(page, form.getByRole('radio', { checked: true }))
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Enter')
  }
  if (role !== 'Member') {
    await reach(page, form.getByRole('radiogroup', { name: 'Role' }).getByRole('radio', { checked: true }))
    const chosen = form.getByRole('radio', { name: role })
    for (let step = 0; step < 4 && !(await chosen.isChecked()); step += 1) {
      await page.keyboard.press('ArrowRight')
      await page.keyboard.press('Enter')
    }
  }
  await typeAt(page, field(form, 'Preferred name'), name)
  await page.keyboard.press('Enter')
  await form.waitFor({ state: 'detached' })
  await page
    .getByRole('main', { name: 'Circle' })
    .getByRole('button', { name: new RegExp(`^${name},`) })
    .waitFor()
}

/** Writes a note on the record side and leaves the field, so that keys are keys again. */
export async function recordNote(page: Page, text: string): Promise<void> {
  await showSide(page, 'record')
  await page.keyboard.press('/')
  await writeNote(page, field(page, 'Record note'), text)
}

export async function privateNote(page: Page, text: string): Promise<void> {
  await showSide(page, 'record')
  await page.keyboard.press('Alt+KeyP')
  await writeNote(page, field(page, 'Private note'), text)
}

/** Turns the panel to one side and rests the focus where no text is typed. */
export async function showSide(page: Page, side: 'record' | 'private'): Promise<void> {
  const wanted = page.getByRole('tab', { name: side === 'record' ? /^(Record|Last session)$/ : 'Private' })
  if ((await wanted.getAttribute('aria-selected')) === 'true') return
  await page.keyboard.press('Alt+KeyP')
  await field(page, side === 'record' ? 'Record note' : 'Private note')
    .and(page.locator(':focus'))
    .waitFor()
  await leaveField(page)
}

async function writeNote(page: Page, target: Locator, text: string): Promise<void> {
  await target.and(page.locator(':focus')).waitFor()
  await page.keyboard.insertText(text)
  await page.keyboard.press('Enter')
  await page
    .getByRole('complementary', { name: 'Notes' })
    .getByRole('listitem')
    .filter({ hasText: text })
    .waitFor()
  await page.locator('textarea:placeholder-shown').and(target).waitFor()
  await leaveField(page)
}

async function leaveField(page: Page): Promise<void> {
  await page.keyboard.press('Shift+Tab')
}

export async function undo(page: Page): Promise<void> {
  await page.keyboard.press('z')
}

/** Takes every name off the screen, whatever is open on it. */
export async function conceal(page: Page): Promise<void> {
  await page.keyboard.press('Shift+Escape')
  await page.getByRole('button', { name: /^Reveal/ }).waitFor({ state: 'attached' })
}

/** Asks with Escape, and brings the names back with the PIN or the passphrase. */
export async function reveal(page: Page, secret: string): Promise<void> {
  await page.keyboard.press('Escape')
  await answerReveal(page, secret)
}

/** Types what is being asked for, and waits until the names are back and the question has gone. */
export async function answerReveal(page: Page, secret: string): Promise<void> {
  const question = page.getByRole('dialog', { name: 'Concealed' })
  await question
    .getByLabel(/passphrase$/i)
    .and(page.locator(':focus'))
    .waitFor()
  await page.keyboard.insertText(secret)
  await page.keyboard.press('Enter')
  await question.waitFor({ state: 'detached' })
  await page.getByRole('button', { name: /^Conceal/ }).waitFor({ state: 'attached' })
}

/** Ends the session in its last phase. */
export async function end(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^End the session/ }).waitFor()
  await page.keyboard.press('n')
  await page.getByRole('button', { name: /^Write the notes/ }).waitFor()
}

export async function endNow(page: Page): Promise<void> {
  await chooseInMenu(
    page,
    page.getByRole('button', { name: 'More about the agenda' }),
    /^End the session now/,
  )
  await page.getByRole('button', { name: /^Write the notes/ }).waitFor()
}

export async function openDebrief(page: Page): Promise<void> {
  await page.keyboard.press('n')
  await page.getByRole('heading', { name: /^Shared by all notes/ }).waitFor()
}

/** Writes one field of the shared part, and waits until it is saved. */
export async function writeShared(page: Page, label: string | RegExp, text: string): Promise<void> {
  const shared = page.getByRole('complementary', { name: /^Shared by all notes/ })
  await typeAt(page, shared.getByRole('textbox', { name: label }), text)
  await shared.getByText('saved', { exact: true }).waitFor()
}

/** Opens a member's note with Ctrl and the figure of their seat, writes it, and waits until it is saved. */
export async function writeMemberNote(
  page: Page,
  figure: string,
  response: string,
  plan = '',
): Promise<void> {
  await page.keyboard.press(`Control+${figure}`)
  const note = page.getByRole('group', { name: /^Note of / })
  await typeAt(page, note.getByRole('textbox', { name: /^Assessment/ }), response)
  if (plan !== '') await typeAt(page, note.getByRole('textbox', { name: /^Plan/ }), plan)
  await note.getByText('saved', { exact: true }).waitFor()
}

/** Opens the papers of the session that is being written up. */
export async function openPapers(page: Page): Promise<Locator> {
  await pressButton(page, /^Make or find papers/)
  const papers = page.getByRole('dialog', { name: 'Papers of this session' })
  await papers.waitFor()
  return papers
}

/** Makes the group summary, which is the first of the papers; answers the name of its file. */
export async function exportSummary(page: Page): Promise<string> {
  const papers = await openPapers(page)
  await pressButton(page, /^Make it/, papers)
  await papers.getByText('One file made.').waitFor()
  const name = (
    await papers
      .getByText(/-summary(?:-\d+)?\.pdf$/)
      .first()
      .innerText()
  ).trim()
  await page.keyboard.press('Escape')
  await papers.waitFor({ state: 'detached' })
  return name
}
