/* oxlint-disable no-await-in-loop -- a person does one thing after the other */
import { appendFileSync, copyFileSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { part2Statement1, part2Statement2 } from '../../src/shared/record/part2-statements.ts'
import { getFromPage as get, holdSignedSession } from '../support/call-page.ts'
import { tenNames } from '../support/cast.ts'
import { readPdf, type ReadPdf } from '../support/read-pdf.ts'
import { expect, test } from './fixtures.ts'

const names = [...tenNames, 'Kirsi', 'Leopold']

/** `own`: whom the document is about; null for one that is about nobody. */
function expectNoOther(pdf: ReadPdf, fileName: string, own: string | null): void {
  const told = [pdf.text, pdf.metadata, fileName].join(' ')
  for (const name of names) {
    if (name !== own) expect(told).not.toContain(name)
    expect(`${pdf.metadata} ${fileName}`).not.toContain(name)
  }
  expect(told).not.toContain('A worry of my own')
}

/** Keeps what the console tells of a batch. */
async function watchProgress(page: Page): Promise<() => Promise<readonly string[]>> {
  await page.evaluate(() => {
    const seen: string[] = []
    Reflect.set(globalThis, 'seen', seen)
    Reflect.get(globalThis, 'api').on('export.progress', (push: { done: number; total: number }) =>
      seen.push(`${push.done}/${push.total}`),
    )
  })
  return () => page.evaluate(() => Reflect.get(globalThis, 'seen'))
}

test('the notes of a session: one, all, a cancelled batch, and what a file is', async ({
  page,
  userDataDir,
}) => {
  test.slow()
  const { sessionId, memberIds } = await holdSignedSession(page, names)
  const folder = join(userDataDir, 'exports')
  const [first] = memberIds
  if (first === undefined) throw new Error('nobody came')

  await test.step('one, for somebody else', async () => {
    const file = await get(page, 'export.note', {
      sessionId,
      personId: first,
      paper: 'A4',
      consent: {
        kind: 'disclosure',
        recipient: 'Riverbend Primary Care',
        purpose: 'care coordination',
        reference: 'R-3 of 2 September 2026',
      },
    })
    expect(statSync(join(folder, file.fileName)).mode & 0o777).toBe(0o600)
    const pdf = await readPdf(join(folder, file.fileName))
    expectNoOther(pdf, file.fileName, 'Anouk')
    expect(pdf.pages[0]).toContain('Disclosed to Riverbend Primary Care')
    expect(pdf.pages[0]).toContain(part2Statement1[1])
    for (const words of [part2Statement2, 'Chart HS-101', 'Named two cues.', 'Signed electronically'])
      expect(pdf.text).toContain(words)
  })

  await test.step('all, for the charts', async () => {
    const progress = await watchProgress(page)
    const batch = await get(page, 'export.notes', { sessionId, paper: 'Letter' })
    expect([batch.files.length, batch.total, batch.wasCancelled]).toEqual([12, 12, false])
    expect(await progress()).toEqual(Array.from({ length: 13 }, (_, done) => `${done}/12`))
    for (const [index, file] of batch.files.entries()) {
      const pdf = await readPdf(join(folder, file.fileName))
      expect(pdf.text).toContain(names[index])
      expectNoOther(pdf, file.fileName, names[index] ?? null)
      expect(pdf.metadata).toContain(`${file.code}, version 1, content`)
    }
  })

  await test.step('a batch that is cancelled keeps whole files alone', async () => {
    const before = readdirSync(folder).length
    const [batch] = await Promise.all([
      get(page, 'export.notes', { sessionId, paper: 'Letter' }),
      get(page, 'export.cancel-notes', {}),
    ])
    expect(batch.wasCancelled).toBe(true)
    expect(readdirSync(folder)).toHaveLength(before + batch.files.length)
    expect(readdirSync(folder).every((name) => name.endsWith('.pdf'))).toBe(true)
  })

  await test.step('a de-identified summary links to nothing', async () => {
    const file = await get(page, 'export.de-identified-summary', { sessionId, paper: 'A4' })
    const pdf = await readPdf(join(folder, file.fileName))
    expectNoOther(pdf, file.fileName, null)
    // When it was made is mostly the day of the session.
    expect(pdf.metadata.match(/D:\d+/g)).toEqual(Array(2).fill(`D:${new Date().getFullYear()}0101000000`))
    expect(`${pdf.text} ${file.fileName}`).not.toMatch(/November|2026-11|Evening Circle|session 1\b/)
    expect(pdf.text).toContain('12 of 12 members')
  })

  await test.step('what a file is', async () => {
    const [listed] = await get(page, 'export.list', { sessionId })
    if (listed === undefined) throw new Error('nothing was exported')
    const { isOnDisk, ...file } = listed
    expect(isOnDisk).toBe(true)
    const copy = join(userDataDir, 'brought.pdf')
    copyFileSync(join(folder, file.fileName), copy)
    expect(await verify(page, copy)).toEqual({ kind: 'unaltered', file, currentVersion: null })
    appendFileSync(copy, '\n')
    expect(await verify(page, copy)).toEqual({ kind: 'altered', file, currentVersion: null })
    expect(await verify(page, import.meta.filename)).toEqual({ kind: 'unknown', carried: null })
  })
})

async function verify(page: Page, path: string): Promise<unknown> {
  const [chooser, verdict] = await Promise.all([
    page.waitForEvent('filechooser').then((asked) => asked.setFiles(path)),
    get(page, 'export.verify', {}),
  ])
  expect(chooser).toBeUndefined()
  return verdict
}
