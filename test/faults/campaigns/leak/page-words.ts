import type { Page } from 'playwright-core'
import type { CallName } from '../../../../src/shared/ipc/contract.ts'
import { tellingAttributes } from './field-register.ts'
import type { Placed } from './reached.ts'

/**
 * What goes to the page and comes from it passes through the console's own process, since that is where the stand-in for
 * Electron keeps its line to the browser. The words to be looked for must not be left in memory by whoever looks for them, so
 * every text is turned around on its way, and the page turns it back.
 */
export function turn(text: string): string {
  return text.split('').toReversed().join('')
}

/** Every text in it turned around; keys stay. */
export function turnAll(value: unknown): unknown {
  if (typeof value === 'string') return turn(value)
  if (Array.isArray(value)) return value.map(turnAll)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, turnAll(inner)]))
}

/** Asks the console as its page does; answers what it was answered. */
export async function askFromPage(page: Page, name: CallName, input: unknown): Promise<unknown> {
  const answer = await page.evaluate(
    async ([call, given]) => {
      const turned = (value: unknown): unknown => {
        if (typeof value === 'string') return value.split('').toReversed().join('')
        if (Array.isArray(value)) return value.map(turned)
        if (typeof value !== 'object' || value === null) return value
        return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, turned(inner)]))
      }
      return turned(await Reflect.get(globalThis, 'api').invoke(call, turned(given)))
    },
    [name, turnAll(input)] as const,
  )
  return turnAll(answer)
}

export interface Field {
  /** Of all fields that text can be typed into, as they stand on the page. */
  readonly index: number
  /** Its accessible name, where the words of this run are left out. */
  readonly name: string
  readonly maxLength: number
  readonly isPassphrase: boolean
}

const textFields =
  'textarea, [contenteditable=true], input:not([type]), input[type=text], input[type=search], input[type=password], input[type=tel], input[type=email], input[type=url]'

/** The fields that somebody can type words into now. */
export async function listFields(page: Page, hidden: readonly string[]): Promise<readonly Field[]> {
  return page.evaluate(
    ([selector, turned]) => {
      const words = turned.map((word) => word.split('').toReversed().join(''))
      const clean = (text: string) =>
        words
          .reduce((left, word) => left.replaceAll(word, '…'), text)
          .replaceAll(/\s+/g, ' ')
          .trim()
      return [...document.querySelectorAll<HTMLInputElement>(selector)].flatMap((element, index) => {
        const isOpen = element.checkVisibility() && !element.disabled && !element.readOnly
        // What a dialog covers is not for typing.
        if (!isOpen || element.closest('[inert], [aria-hidden=true]') !== null) return []
        const labelledBy = (element.getAttribute('aria-labelledby') ?? '')
          .split(' ')
          .map((id) => document.getElementById(id)?.textContent ?? '')
          .join(' ')
        const name =
          element.getAttribute('aria-label') ?? (labelledBy.trim() || element.labels?.[0]?.textContent)
        const maxLength = element.maxLength > -1 ? element.maxLength : 200
        return [
          {
            index,
            name: clean(name ?? ''),
            maxLength,
            isPassphrase: element.type === 'password' && maxLength > 20,
          },
        ]
      })
    },
    [textFields, hidden.map(turn)] as const,
  )
}

/** What a field of {@link listFields} stands in: React keeps with every element which components it came out of. */
export async function placeField(page: Page, field: Field, hidden: readonly string[]): Promise<Placed> {
  const around = await page.evaluate(
    ([selector, at, telling, turned]) => {
      const words = turned.map((word) => word.split('').toReversed().join(''))
      const clean = (text: string) => words.reduce((left, word) => left.replaceAll(word, '…'), text)
      const element: object = document.querySelectorAll(selector)[at] ?? {}
      const key = Object.keys(element).find((name) => name.startsWith('__reactFiber$')) ?? ''
      const found: { head: string; given: Record<string, string> }[] = []
      for (let fiber = Reflect.get(element, key); fiber != null; fiber = fiber.return) {
        if (typeof fiber.type !== 'function') continue
        const given = telling.flatMap((name) => {
          const value: unknown = fiber.memoizedProps[name]
          return typeof value === 'string' ? [[name, clean(value)]] : []
        })
        found.push({ head: String(fiber.type).slice(0, 80), given: Object.fromEntries(given) })
      }
      return found
    },
    [textFields, field.index, tellingAttributes, hidden.map(turn)] as const,
  )
  return { name: field.name, around }
}

/** Types over what is in a field, as a hand does: the page hears of it as of any typing. */
export async function typeAtField(page: Page, { index }: Field, text: string): Promise<void> {
  await page.evaluate(
    ([selector, at, turned]) => {
      const element = document.querySelectorAll<HTMLInputElement>(selector)[at]
      element?.focus()
      element?.select()
      document.execCommand('insertText', false, turned.split('').toReversed().join(''))
    },
    [textFields, index, turn(text)] as const,
  )
}
