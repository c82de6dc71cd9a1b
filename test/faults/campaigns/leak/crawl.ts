/* oxlint-disable no-await-in-loop -- one press after the other */
import type { Page } from 'playwright-core'
import { goTo, type PlaceName } from '../../../support/drive.ts'
import { settle } from '../../../support/settle.ts'
import { listFields, placeField, turn, typeAtField } from './page-words.ts'
import type { Reached } from './reached.ts'
import type { Tables } from './tables.ts'
import { textFor, type Words } from './words.ts'

/** Presses that lead out of what is being looked at: to another program, a dialog of the computer's own, the lock. */
const leadsOut =
  /^lock|^conceal|restore a backup|choose a (?:file|folder|table)|open the (?:file|document)|show in|folder|full screen|file…/i
const places = [
  'Today',
  'Groups & members',
  'Agendas',
  'Sessions',
  'Vault & privacy',
  'Settings',
] as const satisfies PlaceName[]
const pressable =
  'button, a[href], [role=button], [role=tab], [role=menuitem], [role=option], [role=radio], [role=row][data-href], summary'

export interface Crawl {
  readonly page: Page
  readonly words: Words
  /** The folder for backups. */
  readonly stick: string
  readonly tables: Tables
  readonly reached: Reached
}

/** Types into every field that is on the page now. */
export async function typeEverywhere({ page, words, reached }: Crawl): Promise<void> {
  const hidden = Object.values(words)
  for (const field of await listFields(page, hidden)) {
    const text = textFor(words, field.name, field.maxLength, field.isPassphrase)
    const placed = await placeField(page, field, hidden)
    await typeAtField(page, field, text)
    reached.take(placed)
  }
}

/**
 * Types into every field of every place, and of whatever one press there leads to: another page, a dialog, a menu, a session.
 * Each press begins with a page that was loaded anew. Answers how many presses there were.
 */
export async function visitEverything(from: Crawl): Promise<number> {
  const { page, words } = from
  const hidden = Object.values(words)
  const pressed = new Set<string>()
  for (const place of places) {
    await arrive(page, place)
    await typeEverywhere(from)
    for (const name of await listPresses(page, hidden)) {
      if (pressed.has(name)) continue
      pressed.add(name)
      await arrive(page, place)
      await press(page, name, hidden)
      await settle(page)
      await typeEverywhere(from)
    }
  }
  return pressed.size
}

export async function arrive(page: Page, place: PlaceName): Promise<void> {
  await page.reload()
  await page.getByRole('navigation', { name: 'Console' }).waitFor()
  await goTo(page, place)
  await settle(page)
}

/** Names of what can be pressed, each once, without the words of this run and without figures. */
async function listPresses(page: Page, hidden: readonly string[]): Promise<readonly string[]> {
  const names = await page.evaluate(
    ([selector, turned]) => {
      const words = turned.map((word) => word.split('').toReversed().join(''))
      const clean = (element: Element) =>
        words
          .reduce(
            (left, word) => left.replaceAll(word, '…'),
            element.getAttribute('aria-label') ?? element.textContent,
          )
          .replaceAll(/\d+|\s+/g, ' ')
          .trim()
      return [...document.querySelectorAll(selector)]
        .filter(
          (element) =>
            element.checkVisibility() && element.closest('[inert], [aria-hidden=true], [disabled]') === null,
        )
        .map(clean)
    },
    [pressable, hidden.map(turn)] as const,
  )
  return [...new Set(names)].filter((name) => name !== '' && !leadsOut.test(name) && !isPlace(name))
}

/** Presses the first that has this name, if it is there still. */
async function press(page: Page, name: string, hidden: readonly string[]): Promise<void> {
  await pressFirst(page, `^${name.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)}$`, hidden)
}

/** Waits until something is there whose name matches, and presses the first. */
export async function pressMatching(page: Page, name: RegExp, hidden: readonly string[]): Promise<void> {
  // Screens ask the core before they are whole.
  for (let tries = 0; tries < 200; tries += 1) {
    if (await pressFirst(page, name.source, hidden)) return
    await settle(page)
  }
  throw new Error(`nothing is called ${name.source}`)
}

async function pressFirst(page: Page, pattern: string, hidden: readonly string[]): Promise<boolean> {
  return page.evaluate(
    ([selector, turned, wanted]) => {
      const words = turned.map((word) => word.split('').toReversed().join(''))
      const clean = (element: Element) =>
        words
          .reduce(
            (left, word) => left.replaceAll(word, '…'),
            element.getAttribute('aria-label') ?? element.textContent,
          )
          .replaceAll(/\d+|\s+/g, ' ')
          .trim()
      const name = new RegExp(wanted)
      const found = [...document.querySelectorAll<HTMLElement>(selector)].find(
        (element) =>
          element.checkVisibility() &&
          element.closest('[inert], [aria-hidden=true], [disabled]') === null &&
          name.test(clean(element)),
      )
      found?.click()
      return found !== undefined
    },
    [pressable, hidden.map(turn), pattern] as const,
  )
}

function isPlace(name: string): boolean {
  return places.some((place) => name.startsWith(place))
}
