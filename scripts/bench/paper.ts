/* oxlint-disable no-await-in-loop -- one document after the other is what is measured */
import { cpSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import type { PrintToPDFOptions } from 'electron'
import type { Browser, Page } from 'playwright-core'
import type { CallName, InputOf } from '../../src/shared/ipc/contract.ts'
import { printToPdf } from '../../src/stand-in/printing.ts'
import type { LaunchedConsole } from '../../test/support/launch.ts'
import type { SignedSession } from './signed-session.ts'

/** Milliseconds a document, one a round. */
export interface PaperTimes {
  readonly noteMs: readonly number[]
  readonly bareNoteMs: readonly number[]
  readonly batchMs: readonly number[]
  readonly bareBatchMs: readonly number[]
  /** The very first document, for which the browser that prints has yet to be started. */
  readonly firstMs: number
}

const noteRounds = 12
const batchRounds = 4
const pauseMs = 400
const paper = 'Letter'
const builtAssets = resolve(import.meta.dirname, '../../out/renderer/assets')

/**
 * Exports notes in the console's own window, from the call until the file is on the disk and listed, and prints the same
 * documents bare, in turns, so that whatever slows the computer meanwhile slows both.
 *
 * Bare is all that printing takes by itself: in the very browser that the console prints in, a page of its own, without
 * the console's policies, opens the finished HTML from a file, with the same styles and fonts beside it, and prints it
 * with the same options. HTML and options are not made for the bench: they are what the console itself gave its browser.
 */
export async function timePaper(
  launched: LaunchedConsole,
  session: SignedSession,
  folder: string,
): Promise<PaperTimes> {
  const { page } = launched
  const firstMs = await exportNote(page, session, 0)
  const browser = await launched.printer()
  if (browser === null) throw new Error('nothing was printed')
  const bare = await openBare(launched, browser, session, folder)
  const all = session.memberIds.map((_, index) => index)
  const noteMs: number[] = []
  const bareNoteMs: number[] = []
  const batchMs: number[] = []
  const bareBatchMs: number[] = []
  for (let round = 0; round < noteRounds; round += 1) {
    const index = round % all.length
    bareNoteMs.push(await quietly(() => bare([index])))
    noteMs.push(await quietly(() => exportNote(page, session, index)))
  }
  for (let round = 0; round < batchRounds; round += 1) {
    bareBatchMs.push((await quietly(() => bare(all))) / all.length)
    batchMs.push((await quietly(() => exportAll(page, session))) / all.length)
  }
  return { noteMs, bareNoteMs, batchMs, bareBatchMs, firstMs }
}

/** Not while what came before is still being put away. */
async function quietly<Value>(work: () => Promise<Value>): Promise<Value> {
  await wait(pauseMs)
  return work()
}

/** The page times its own call: the bench, which sits beside it, adds nothing. */
function exportNote(page: Page, { sessionId, memberIds }: SignedSession, index: number): Promise<number> {
  const personId = memberIds[index]
  if (personId === undefined) throw new Error('nobody came')
  const input = { sessionId, personId, paper, consent: { kind: 'chart' } } as const
  return page.evaluate(timeCall<'export.note'>, ['export.note', input] as const)
}

function exportAll(page: Page, { sessionId }: SignedSession): Promise<number> {
  return page.evaluate(timeCall<'export.notes'>, ['export.notes', { sessionId, paper }] as const)
}

// Runs in the page.
async function timeCall<Name extends CallName>([name, input]: readonly [
  Name,
  InputOf<Name>,
]): Promise<number> {
  const startMs = performance.now()
  const answer = await window.api.invoke(name, input)
  if (!answer.ok) throw new Error(answer.error.code)
  return performance.now() - startMs
}

/** Answers a function that prints some of the notes bare, and tells how long it took. */
async function openBare(
  launched: LaunchedConsole,
  browser: Browser,
  session: SignedSession,
  folder: string,
): Promise<(indexes: readonly number[]) => Promise<number>> {
  const pages = await takeDown(launched, browser, session)
  cpSync(builtAssets, join(folder, 'assets'), { recursive: true })
  pages.forEach(({ html }, index) => writeFileSync(join(folder, `${index}.html`), html))
  const page = await (await browser.newContext()).newPage()
  const devtools = await page.context().newCDPSession(page)
  return async (indexes) => {
    const startMs = performance.now()
    for (const index of indexes) {
      await page.goto(pathToFileURL(join(folder, `${index}.html`)).href)
      await printToPdf(devtools, pages[index]?.options ?? {})
    }
    return performance.now() - startMs
  }
}

interface FinishedPage {
  readonly html: string
  readonly options: PrintToPDFOptions
}

/** What the console gives its browser for each note of a session. */
async function takeDown(
  launched: LaunchedConsole,
  browser: Browser,
  session: SignedSession,
): Promise<readonly FinishedPage[]> {
  let html: Promise<string> | undefined
  browser.contexts()[0]?.on('response', (response) => {
    if (!new URL(response.url()).searchParams.has('document')) return
    // At once: the page is emptied as soon as it is printed.
    html = response.text()
    html.catch(() => undefined)
  })
  const pages: FinishedPage[] = []
  for (const index of session.memberIds.keys()) {
    await exportNote(launched.page, session, index)
    const asked = await launched.asked()
    const options = asked.findLast(({ what }) => what === 'webContents.printToPDF')?.args[0]
    if (html === undefined || options === undefined) throw new Error('nothing was printed')
    pages.push({
      // A page from a file has no origin of its own to be asked about.
      html: (await html).replaceAll(' crossorigin', ''),
      // Electron's own type, as the app gave it.
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion
      options: options as PrintToPDFOptions,
    })
  }
  return pages
}
