import type { Locator, Page } from 'playwright-core'
import { holdSignedSession } from './call-page.ts'
import { tenNames } from './cast.ts'
import { pressButton, reach } from './keyboard.ts'

/** Opens the debrief of a session whose ten notes are signed. */
export async function openSigned(page: Page): Promise<void> {
  await holdSignedSession(page, tenNames)
  await page.reload()
  await pressButton(page, /High-risk evenings/, page.getByRole('region', { name: 'Last sessions' }))
  await pressButton(page, /^Group note/)
  await page.getByRole('heading', { name: '10 of 10 signed' }).waitFor()
}

/** Goes to a kind of document with the arrow keys. */
export async function choosePaper(page: Page, papers: Locator, name: string): Promise<void> {
  const option = papers.getByRole('option', { name, exact: false })
  await reach(page, papers.getByRole('option', { selected: true }))
  await page.keyboard.press('Home')
  for (let stop = 0; stop < 10 && (await option.getAttribute('aria-selected')) !== 'true'; stop += 1) {
    // oxlint-disable-next-line no-await-in-loop
    await page.keyboard.press('ArrowDown')
  }
  await papers.getByRole('heading', { name }).waitFor()
}

export async function makeIt(papers: Locator, page: Page, said: string | RegExp): Promise<void> {
  await page.keyboard.press('Control+Enter')
  await papers.getByText(said).waitFor()
}

export function newest(papers: Locator): Locator {
  return papers.getByRole('region', { name: 'Made of this session' }).getByRole('listitem').first()
}

export async function nameOf(file: Locator): Promise<string> {
  const [, name = ''] = /(\S+\.(?:pdf|csv|json))/.exec(await file.innerText()) ?? []
  return name
}

/** Answers the question for a folder. Null for nobody who answers. */
export async function chooseFolder(page: Page, within: Page | Locator, path: string | null): Promise<void> {
  const [asked] = await Promise.all([
    page.waitForEvent('dialog'),
    pressButton(page, /^Choose (?:a folder|another)$/, within),
  ])
  await (path === null ? asked.dismiss() : asked.accept(path))
}
