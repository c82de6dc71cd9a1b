import type { Locator, Page } from 'playwright-core'

/** More stops than any screen has: whoever presses Tab this often will not arrive. */
const maxStops = 200

type Way = 'there' | 'forward' | 'back'

/** Moves the focus to the target with Tab alone, as a person without a mouse does; fails where Tab does not lead. */
export async function reach(page: Page, target: Locator): Promise<void> {
  await target.waitFor()
  for (let stop = 0; stop < maxStops; stop += 1) {
    const way = await target.evaluate(wayToFocus)
    if (way === 'there') return
    await page.keyboard.press(way === 'forward' ? 'Tab' : 'Shift+Tab')
  }
  throw new Error(`Tab never reaches ${String(target)}`)
}

// Runs in the page.
function wayToFocus(target: Element): Way {
  const focused = document.activeElement
  if (focused === target) return 'there'
  if (focused === null || focused === document.body) return 'forward'
  // One stop of a group stands for all of it: the arrow keys go on from there.
  const isAfter = target.compareDocumentPosition(focused) & Node.DOCUMENT_POSITION_FOLLOWING
  return isAfter ? 'back' : 'forward'
}

export async function pressButton(
  page: Page,
  name: string | RegExp,
  within: Page | Locator = page,
): Promise<void> {
  const button = within.getByRole('button', { name, exact: typeof name === 'string' })
  await reach(page, button)
  // On the button itself: a screen that has just come may put the focus where it begins in between.
  await button.press('Enter')
}

export function field(within: Page | Locator, label: string): Locator {
  return within.getByRole('textbox', { name: labelled(label) })
}

/** What an optional field says after its label belongs to its name. */
function labelled(label: string): RegExp {
  return new RegExp(`^${label.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)}( \\(if you like\\))?$`)
}

/** Replaces what is in the field with the text. */
export async function typeInto(
  page: Page,
  label: string,
  text: string,
  within: Page | Locator = page,
): Promise<void> {
  await typeAt(page, field(within, label), text)
}

export async function typeAt(page: Page, target: Locator, text: string): Promise<void> {
  await reach(page, target)
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.insertText(text)
}

/** Chooses an option of a list that opens from a button. */
export async function choose(
  page: Page,
  label: string,
  option: string,
  within: Page | Locator = page,
): Promise<void> {
  await reach(page, within.getByLabel(label, { exact: true }).and(page.getByRole('button')))
  await page.keyboard.press('Enter')
  const list = page.getByRole('listbox', { name: label })
  await list.waitFor()
  await page.keyboard.press('Home')
  await arrowTo(page, list.getByRole('option', { name: option }).first(), 'ArrowDown')
  await page.keyboard.press('Enter')
  await list.waitFor({ state: 'detached' })
}

/** Opens the menu of a button and chooses an entry. */
export async function chooseInMenu(page: Page, button: Locator, entry: string | RegExp): Promise<void> {
  await reach(page, button)
  await page.keyboard.press('Enter')
  const menu = page.getByRole('menu')
  await menu.waitFor()
  await arrowTo(page, menu.getByRole('menuitem', { name: entry }), 'ArrowDown')
  await page.keyboard.press('Enter')
  await menu.waitFor({ state: 'detached' })
}

/** Chooses one of a few radio buttons or segments. */
export async function chooseRadio(page: Page, group: string, option: string | RegExp): Promise<void> {
  const options = page.getByRole(/radio/.test(group) ? 'radiogroup' : 'group', { name: group })
  const target = options.getByRole('radio', { name: option })
  const checked = options.getByRole('radio', { checked: true })
  await reach(page, checked)
  await arrowTo(page, target, 'ArrowRight')
}

async function arrowTo(page: Page, target: Locator, key: 'ArrowDown' | 'ArrowRight'): Promise<void> {
  await target.waitFor()
  for (let stop = 0; stop < maxStops; stop += 1) {
    if ((await target.evaluate(wayToFocus)) === 'there') return
    await page.keyboard.press(key)
  }
  throw new Error(`${key} never reaches ${String(target)}`)
}
