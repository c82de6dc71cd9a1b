import type { CDPSession, Page } from 'playwright-core'
import { createChecker } from '../support/audit.ts'
import { soughtAuthor as author } from '../support/cast.ts'
import * as live from '../support/drive-live.ts'
import * as drive from '../support/drive.ts'
import { pressButton } from '../support/keyboard.ts'
import { canReadMemory, countInMemory } from '../faults/campaigns/leak/memory.ts'
import { expect, test } from './fixtures.ts'

const group = 'Wednesday Herons'
const words = {
  member: 'Anouk Wigeonsdotter',
  note: 'kingfisher above the second lock',
  unsaved: 'plover beside the ninth stile',
  private: 'heron under the seventh bridge',
}

test.use({ vaultOf: author })

async function fillScreen(page: Page): Promise<void> {
  await drive.unlock(page, author.passphrase)
  await drive.createGroup(page, { name: group })
  await drive.addMember(page, { name: words.member })
  await drive.prepareSession(page, { group })
  await live.everyoneArrives(page)
  await live.start(page)
  await live.recordNote(page, words.note)
  await live.privateNote(page, words.private)
}

/** How often each word stands in what the page's engine holds. */
async function countInHeap(page: Page): Promise<Readonly<Record<string, number>>> {
  const devtools = await page.context().newCDPSession(page)
  let snapshot = ''
  devtools.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => (snapshot += chunk))
  await devtools.send('HeapProfiler.takeHeapSnapshot')
  await devtools.detach()
  const counts = Object.entries(words).map(([name, word]) => [name, snapshot.split(word).length - 1])
  return Object.fromEntries(counts)
}

async function browserOf(page: Page): Promise<CDPSession> {
  const browser = await page.context().browser()?.newBrowserCDPSession()
  if (browser === undefined) throw new Error('The page has no browser')
  return browser
}

/** The processes that show pages. */
async function renderersOf(browser: CDPSession): Promise<readonly number[]> {
  const { processInfo } = await browser.send('SystemInfo.getProcessInfo')
  return processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id)
}

const markPage = (page: Page) => page.evaluate(() => Reflect.set(window, 'isMarked', true))
const isMarked = (page: Page) => page.evaluate(() => Reflect.has(window, 'isMarked'))
const passphrase = (page: Page) => page.getByRole('textbox', { name: 'Passphrase' })

test('the lock ends the page and its process, and another one asks for the passphrase', async ({ page }) => {
  test.slow()
  await fillScreen(page)
  await page.keyboard.insertText(words.unsaved)
  const browser = await browserOf(page)
  const before = await renderersOf(browser)
  const inHeap = await countInHeap(page)
  for (const [name, count] of Object.entries(inHeap)) expect(count, name).toBeGreaterThan(0)
  await markPage(page)

  await drive.lock(page)
  await expect(passphrase(page)).toBeFocused()
  expect(await isMarked(page)).toBe(false)
  expect(await countInHeap(page)).toEqual({ member: 0, note: 0, unsaved: 0, private: 0 })
  expect(await page.evaluate(() => history.length)).toBe(1)
  await expect
    .poll(async () => (await renderersOf(browser)).filter((pid) => before.includes(pid)).length)
    .toBeLessThan(before.length)
  const why = canReadMemory()
  if (why !== null) test.info().annotations.push({ type: 'not looked into the memory', description: why })
  else expect(countInMemory(Object.values(words), await renderersOf(browser))).toBe(0)

  await drive.unlock(page, author.passphrase)
  await expect(live.phaseNow(page)).toContainText('Opening')
})

test('a page that holds back who closes its window does not hold back the lock', async ({ page }) => {
  await drive.unlock(page, author.passphrase)
  await pressButton(page, 'Today')
  await page.evaluate(() => addEventListener('beforeunload', (event) => event.preventDefault()))
  // Nobody answers.
  page.on('dialog', () => undefined)
  await markPage(page)
  await drive.lock(page)
  expect(await isMarked(page)).toBe(false)
})

test('in the evening no page of the lock is light, and none has a fault', async ({ page }) => {
  test.slow()
  await page.addInitScript(followTheme)
  await drive.unlock(page, author.passphrase)
  await choose(page, 'Evening')
  const checker = await createChecker(page)
  await drive.lock(page)
  await expect(passphrase(page)).toBeFocused()
  expect(await themesOf(page)).toEqual(['evening'])
  await checker.check('locked in the evening')
  await drive.unlock(page, author.passphrase)
  await choose(page, 'Day')
  await drive.lock(page)
  await expect(passphrase(page)).toBeFocused()
  expect(await themesOf(page)).toEqual(['day'])
  await checker.check('locked by day')
})

test('a page that does not know its theme yet has no colour of its own', async ({ page }) => {
  const colour = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
  await expect(page.locator('html')).toHaveAttribute('data-theme')
  expect(await colour()).not.toBe('rgba(0, 0, 0, 0)')
  await page.evaluate(() => document.documentElement.removeAttribute('data-theme'))
  expect(await colour()).toBe('rgba(0, 0, 0, 0)')
})

async function choose(page: Page, theme: 'Day' | 'Evening'): Promise<void> {
  await page.getByRole('radio', { name: theme }).click({ force: true })
  await expect(page.locator('html')).toHaveAttribute('data-theme', theme.toLowerCase())
}

const themesOf = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => Reflect.get(window, 'themes'))

// Runs in the page, before anything of its own.
function followTheme(): void {
  const themes: (string | undefined)[] = []
  Reflect.set(window, 'themes', themes)
  const note = () => {
    const { theme } = document.documentElement.dataset
    if (theme !== themes.at(-1)) themes.push(theme)
  }
  new MutationObserver(note).observe(document, { attributeFilter: ['data-theme'], subtree: true })
}
