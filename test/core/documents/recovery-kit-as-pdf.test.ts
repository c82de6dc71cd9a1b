import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { systemRandom } from '../../../src/main/core/effects.ts'
import { makeKit } from '../../../src/main/ipc/make-kit.ts'
import type { Paper } from '../../../src/shared/record/tick-sheet.ts'
import { succeed } from '../../../src/shared/result.ts'
import { parseRecoveryCode, proposeRecoveryCode } from '../../../src/shared/vault/recovery-code.ts'
import { findText } from '../../support/find-text.ts'
import { openDocumentPrinter, type DocumentPrinter } from '../../support/print-documents.ts'
import { readPdf } from '../../support/read-pdf.ts'
import { createWorld, passphrase, recoveryCode as codeInUse, type World } from '../support/world.ts'

let printer: DocumentPrinter
let world: World
let chosen: string
let printCount: number

beforeAll(async () => {
  printer = await openDocumentPrinter()
})
afterAll(() => printer.close())
beforeEach(() => {
  world = createWorld()
  chosen = mkdtempSync(join(tmpdir(), 'circlekeeper-kit-'))
  printCount = 0
  return async () => {
    await world.close()
    rmSync(chosen, { recursive: true, force: true })
  }
})

/** As main does, with a real printer and the real core. */
interface Answers {
  readonly paper?: Paper
  readonly folder?: string | null
}

function make(recoveryCode: string, { paper = 'A4', folder = chosen }: Answers = {}) {
  const settings = {
    core: world.core,
    openPrinter: () => ({
      async print(...document: Parameters<DocumentPrinter['print']>) {
        printCount += 1
        return succeed(await printer.print(...document))
      },
      close: () => undefined,
    }),
    chooseFolder: async () => folder,
  }
  return makeKit(settings, { recoveryCode, paper })
}

const propose = () => world.get('vault.propose-recovery-code', {})

const author = { name: 'Dana Goldcrest', initials: 'DG', credentials: 'LCSW' }
const create = (recoveryCode: string) =>
  world.get('vault.create', { passphrase, recoveryCode, author, clinic: 'Wagtail Clinic' })

it.each([
  ['Letter', [612, 792]],
  ['A4', [596, 843]],
] as const)('one page on %s, with the code in seven groups and what to do with it', async (paper, size) => {
  const code = await propose()
  const made = await make(code, { paper })
  expect(made).toMatchObject({ ok: true, value: { fileName: 'circlekeeper-recovery-kit.pdf' } })
  const pdf = await readPdf(join(chosen, 'circlekeeper-recovery-kit.pdf'))
  expect(pdf.pages).toHaveLength(1)
  expect(pdf.sizePoints.map(Math.round)).toEqual(size)
  const numbered = code.split('-').map((group, index) => `${index + 1} ${group}`)
  expect(numbered).toHaveLength(7)
  expect(pdf.text).toContain(numbered.join(' '))
  for (const words of [
    'Recovery kit',
    'Printed on',
    'Where this page is kept',
    'Which computer it is for',
    'Tested on',
    'What it opens',
    'When it is needed',
    'Never with the computer',
    'together they open everything',
  ])
    expect(pdf.text).toContain(words)
  // Whoever finds the file learns what the page says, and not whose it is.
  expect(pdf.metadata).toContain('"Title":"Recovery kit"')
  expect(pdf.metadata).not.toMatch(/"Author"|"Subject"|"Keywords"/)
})

it('what is typed back from the page opens the vault', async () => {
  const code = await propose()
  await make(code)
  const { text } = await readPdf(join(chosen, 'circlekeeper-recovery-kit.pdf'))
  await create(code)
  await world.get('vault.lock', {})
  const typed = [...text.matchAll(/\b[1-7] ([0-9A-Z]{4})\b/g)].map(([, group]) => group).join(' ')
  expect(parseRecoveryCode(typed)).toBe(parseRecoveryCode(code))
  await world.get('vault.unlock', { kind: 'recovery', secret: typed })
})

it('says no other code than the one that was proposed last, and no text of a window', async () => {
  const first = await propose()
  const last = await propose()
  const texts = ['Call 555-0134 for a new key', proposeRecoveryCode(systemRandom.bytes), codeInUse, first]
  for (const text of texts)
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    expect(await make(text), text).toEqual({ ok: false, error: { code: 'not-found' } })
  expect([printCount, readdirSync(chosen)]).toEqual([0, []])
  // As people write it: what is printed is the code's one form.
  await make(` ${last.toLowerCase().replaceAll('-', ' ')} `)
  const { text } = await readPdf(join(chosen, 'circlekeeper-recovery-kit.pdf'))
  expect(text).toContain(`1 ${last.slice(0, 4)} 2`)
})

it('a code that counts is not printed any more, but the next one that is proposed to its author', async () => {
  const first = await propose()
  await create(first)
  expect(await make(first)).toEqual({ ok: false, error: { code: 'not-found' } })
  const next = await world.get('keys.propose-recovery-code', { authorPassphrase: passphrase })
  expect(await make(next)).toMatchObject({ ok: true })
  await world.get('keys.change-recovery-code', { authorPassphrase: passphrase, recoveryCode: next })
  expect(await make(next)).toEqual({ ok: false, error: { code: 'not-found' } })
})

it('stands in its folder alone: for its owner, on no list, and in no other file', async () => {
  const code = await propose()
  await make(code)
  await make(code)
  // The first may be the paper that counts: it is never written over.
  expect(readdirSync(chosen).toSorted()).toEqual([
    'circlekeeper-recovery-kit-2.pdf',
    'circlekeeper-recovery-kit.pdf',
  ])
  for (const name of readdirSync(chosen)) expect(statSync(join(chosen, name)).mode & 0o777).toBe(0o600)
  await create(code)
  expect(await world.get('export.list-all', {})).toEqual([])
  const bare = code.replaceAll('-', '')
  expect(findText([code, code.slice(0, 14), bare, bare.slice(0, 12)], [world.folder])).toEqual([])
  expect(JSON.stringify(world.pushed)).not.toContain(code.slice(0, 4))
})

it('nobody choosing a folder makes nothing, and the console’s own folders take none', async () => {
  const code = await propose()
  expect(await make(code, { folder: null })).toEqual({ ok: true, value: null })
  expect(printCount).toBe(0)
  await create(await propose())
  const next = await world.get('keys.propose-recovery-code', { authorPassphrase: passphrase })
  mkdirSync(world.paths.exportsDir)
  for (const folder of [world.paths.vaultDir, world.paths.exportsDir, join(chosen, 'nowhere'), 'relative'])
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    expect(await make(next, { folder }), folder).toEqual({ ok: false, error: { code: 'folder-unfit' } })
  expect(readdirSync(world.paths.vaultDir).filter((name) => name.endsWith('pdf'))).toEqual([])
  expect(readdirSync(world.paths.exportsDir)).toEqual([])
})
