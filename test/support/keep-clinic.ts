/* oxlint-disable no-await-in-loop -- a clinic does one thing after the other */
import type { Locator, Page } from 'playwright-core'
import type { GroupId, PersonId, SessionId } from '../../src/shared/ids.ts'
import { guardKindSchema } from '../../src/shared/record/note-kinds.ts'
import { getFromPage, holdSignedSession } from './call-page.ts'
import { pressButton, reach, typeAt, typeInto } from './keyboard.ts'
import type { Timepiece } from './timepiece.ts'

/** A clinic whose charts fall due, and the page that tells of it. */

export const anouk = 'Anouk'
export const bertil = 'Bertil'
const cosima = 'Cosima-Maximiliane'
const amina = 'أمينة بنت عبد الرحمن'

export const elevenYearsMs = 11 * 366 * 24 * 3_600_000

export const dialog = (page: Page): Locator => page.getByRole('dialog').or(page.getByRole('alertdialog'))
export const list = (page: Page): Locator => page.getByRole('grid')
export const lines = (page: Page): Locator => list(page).locator('tbody tr')
export const holds = (page: Page): Locator => page.getByRole('region', { name: 'Legal holds' })
export const account = (page: Page): Locator => page.getByRole('region', { name: 'What was erased' })

export interface Clinic {
  readonly groupId: GroupId
  readonly sharedId: SessionId
  readonly aloneId: SessionId
  readonly memberIds: readonly PersonId[]
}

/**
 * A session of four, and one in which Anouk was alone. Anouk, Bertil and Amina have left, Cosima is still in care.
 */
export async function runClinic(page: Page): Promise<Clinic> {
  const { sessionId: sharedId, memberIds } = await holdSignedSession(page, [anouk, bertil, cosima, amina])
  const { groups } = await getFromPage(page, 'roster.read', {})
  const groupId = groups[0]?.id
  const [first, , third] = memberIds
  if (groupId === undefined || first === undefined || third === undefined)
    throw new Error('A clinic without its members')
  for (const personId of memberIds.slice(1)) await getFromPage(page, 'roster.withdraw', { groupId, personId })
  const aloneId = await holdAlone(page, groupId, first)
  await getFromPage(page, 'roster.withdraw', { groupId, personId: first })
  await getFromPage(page, 'roster.enrol', { groupId, personId: third })
  return { groupId, sharedId, aloneId, memberIds }
}

async function holdAlone(page: Page, groupId: GroupId, personId: PersonId): Promise<SessionId> {
  const { facilitators } = await getFromPage(page, 'roster.read', {})
  const leadId = facilitators[0]?.id ?? ''
  const wish = { groupId, topic: 'Letters never sent', leadId, coLeadIds: [], plannedStartMs: null }
  const { sessionId } = await getFromPage(page, 'session.prepare', wish)
  await getFromPage(page, 'session.act', { sessionId, command: { type: 'arrive-all' } })
  await getFromPage(page, 'session.act', { sessionId, command: { type: 'start', end: 'full-length' } })
  await getFromPage(page, 'session.keep-private-note', { sessionId, text: 'The heron again.' })
  await getFromPage(page, 'session.act', { sessionId, command: { type: 'end' } })
  const words = { response: 'Wrote the letter.', plan: 'Reads it.', format: null, goals: [] }
  await getFromPage(page, 'debrief.save-response', { sessionId, response: { personId, ...words } })
  await getFromPage(page, 'note.sign', { sessionId, personId, overridden: guardKindSchema.options })
  return sessionId
}

/** Eleven years later, with a rule of seven years. */
export async function openKept(page: Page, timepiece: Timepiece): Promise<Clinic> {
  const clinic = await runClinic(page)
  await timepiece.moveTo(elevenYearsMs)
  await page.reload()
  await goToKeeping(page)
  await pressButton(page, 'Enter how long you keep charts')
  await typeInto(page, 'Whose rule it is', 'Washington', dialog(page))
  await typeInto(page, 'Charts', '7', dialog(page))
  await page.keyboard.press('Enter')
  await dialog(page).waitFor({ state: 'detached' })
  return clinic
}

export async function goToKeeping(page: Page): Promise<void> {
  await page.getByRole('navigation', { name: 'Console' }).waitFor()
  await page.keyboard.press('Control+k')
  await page.keyboard.type('keeping')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: 'Keeping and erasing' }).waitFor()
}

/** Goes to a list by the arrow keys of the tabs. */
export async function showList(page: Page, name: RegExp): Promise<void> {
  const tabs = page.getByRole('tablist', { name: 'What is kept' })
  await reach(page, tabs.getByRole('tab', { selected: true }))
  await page.keyboard.press('Home')
  const wanted = tabs.getByRole('tab', { name })
  for (let step = 0; step < 6 && (await wanted.getAttribute('aria-selected')) !== 'true'; step += 1)
    await page.keyboard.press('ArrowRight')
  await tabs.getByRole('tab', { name, selected: true }).waitFor()
}

export async function givePassphrase(page: Page, passphrase: string): Promise<void> {
  await typeAt(page, dialog(page).getByRole('textbox', { name: 'Your passphrase' }), passphrase)
  await page.keyboard.press('Enter')
}
