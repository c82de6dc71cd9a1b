import { once } from 'node:events'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { CDPSession, Page } from 'playwright-core'
import { getFromPage as get, holdSignedSession, lockFromPage, type Held } from '../support/call-page.ts'
import { author, tenNames } from '../support/cast.ts'
import * as drive from '../support/drive.ts'
import type { LaunchedConsole } from '../support/launch.ts'
import { expect, test } from './fixtures.ts'

const paper = 'Letter'
const consent = { kind: 'chart' } as const

async function printerPage(app: LaunchedConsole): Promise<CDPSession> {
  const [context] = (await app.printer())?.contexts() ?? []
  const [page] = context?.pages() ?? []
  if (context === undefined || page === undefined) throw new Error('there is no printer')
  return context.newCDPSession(page)
}

/** The whole document of a page that runs no script. */
async function htmlOf(devtools: CDPSession): Promise<string> {
  const { root } = await devtools.send('DOM.getDocument')
  return (await devtools.send('DOM.getOuterHTML', { nodeId: root.nodeId })).outerHTML
}

async function countWindows(app: LaunchedConsole): Promise<number> {
  return (await app.asked()).filter(({ what }) => what === 'new BrowserWindow').length
}

function exportOne(page: Page, { sessionId, memberIds }: Held) {
  const [personId] = memberIds
  if (personId === undefined) throw new Error('nobody came')
  return get(page, 'export.note', { sessionId, personId, paper, consent })
}

/** A batch whose printer dies as soon as its first file is written. */
async function exportAllWhilePrinterDies(page: Page, app: LaunchedConsole, { sessionId }: Held) {
  const devtools = await (await app.printer())?.newBrowserCDPSession()
  if (devtools === undefined) throw new Error('there is no printer')
  const isBegun = page.evaluate(
    () =>
      new Promise<void>((done) => {
        Reflect.get(globalThis, 'api').on('export.progress', (push: { done: number }) => {
          if (push.done === 1) done()
        })
      }),
  )
  const batch = get(page, 'export.notes', { sessionId, paper })
  await isBegun
  // Nobody answers from a browser that is gone.
  devtools.send('Browser.crash').catch(() => undefined)
  return batch
}

test('one printer serves every document, holds nobody’s words afterwards, and goes with the vault', async ({
  page,
  console: app,
  userDataDir,
}) => {
  test.slow()
  const held = await holdSignedSession(page, tenNames)
  const folder = join(userDataDir, 'exports')

  await test.step('it is there as soon as a note is signed', async () => {
    await expect(async () => expect(await app.printer()).not.toBe(null)).toPass()
    expect(await countWindows(app)).toBe(2)
  })

  await test.step('one after the other', async () => {
    await exportOne(page, held)
    const batch = await get(page, 'export.notes', { sessionId: held.sessionId, paper })
    expect(batch.files).toHaveLength(tenNames.length)
    expect(await countWindows(app)).toBe(2)
  })

  await test.step('emptied', async () => {
    const devtools = await printerPage(app)
    await expect(async () => {
      const html = await htmlOf(devtools)
      expect(html).toContain('<main></main>')
      expect(html).not.toContain('Named two cues')
    }).toPass()
  })

  await test.step('one that dies in a batch says so, and the next is another one', async () => {
    const before = readdirSync(folder).length
    const batch = await exportAllWhilePrinterDies(page, app, held)
    expect(batch.failure).toBe('print-failed')
    expect(batch.files.length).toBeLessThan(tenNames.length)
    expect(readdirSync(folder)).toHaveLength(before + batch.files.length)
    await exportOne(page, held)
    expect(await countWindows(app)).toBe(3)
  })

  await test.step('locked away', async () => {
    await lockFromPage(page)
    await expect(async () => expect(await app.printer()).toBe(null)).toPass()
  })

  await test.step('it keeps no console open', async () => {
    await drive.unlock(page, author.passphrase)
    await exportOne(page, held)
    const ended = once(app.process, 'exit')
    await page.close()
    expect(await ended).toEqual([0, null])
  })
})
