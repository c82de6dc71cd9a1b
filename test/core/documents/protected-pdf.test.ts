import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getDocument, PermissionFlag } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { coarsenDates } from '../../../src/main/documents/coarsen-dates.ts'
import { progressNoteDocument } from '../../../src/main/documents/progress-note.tsx'
import { protectPdf } from '../../../src/main/documents/protect-pdf.ts'
import { readStampTitle } from '../../../src/shared/record/document-stamp.ts'
import { filePasswordSchema } from '../../../src/shared/ipc/printing.ts'
import { noteDocument, signedNote } from '../../support/note-cases.ts'
import { openDocumentPrinter } from '../../support/print-documents.ts'
import { readPdf } from '../../support/read-pdf.ts'

const password = 'quiet river 42'
const longest = '~'.repeat(127)

let folder: string
let plain: Uint8Array

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'circlekeeper-protected-'))
  const printer = await openDocumentPrinter()
  plain = coarsenDates(await printer.print(progressNoteDocument(noteDocument(signedNote('DAP'))), 'A4'))
  await printer.close()
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function keep(bytes: Uint8Array): string {
  const path = join(folder, 'note.pdf')
  writeFileSync(path, bytes)
  return path
}

/** What a screen reader goes by, and what the file allows. */
async function readShape(bytes: Uint8Array, secret?: string) {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0, ...(secret && { password: secret }) })
  const document = await task.promise
  const page = await document.getPage(1)
  const [tree, outline, mark, permissions] = await Promise.all([
    page.getStructTree(),
    document.getOutline(),
    document.getMarkInfo(),
    document.getPermissions(),
  ])
  await task.destroy()
  return { shape: { tree: rolesOf(tree), outline: outline?.map(({ title }) => title), mark }, permissions }
}

function rolesOf(node: unknown): unknown {
  if (typeof node !== 'object' || node === null || !('role' in node)) return null
  const children: unknown[] = 'children' in node && Array.isArray(node.children) ? node.children : []
  return [node.role, children.map(rolesOf)]
}

function fontsOf(path: string, ...secret: readonly string[]): string[] {
  const { stdout } = spawnSync('pdffonts', [...secret, path])
  return stdout.toString().split('\n').slice(2).filter(Boolean)
}

describe('a PDF with a password', () => {
  it('opens with it alone, and is then the same document', async () => {
    const bytes = await protectPdf(plain, password)
    const before = await readPdf(keep(plain))
    const path = keep(bytes)
    await expect(readPdf(path)).rejects.toThrow('No password given')
    await expect(readPdf(path, 'quiet river 43')).rejects.toThrow('Incorrect Password')
    const after = await readPdf(path, password)
    expect([after.pages, after.sizePoints]).toEqual([before.pages, before.sizePoints])
    const [{ Title, Creator, CreationDate }] = JSON.parse(before.metadata)
    expect(JSON.parse(after.metadata)[0]).toMatchObject({ Title, Creator, CreationDate })
    expect(CreationDate).toMatch(/^D:\d{4}0101000000/)
  })

  it('keeps tags, bookmarks and fonts, and forbids a screen reader nothing', async () => {
    const bytes = await protectPdf(plain, password)
    const before = await readShape(plain)
    const after = await readShape(bytes, password)
    expect(JSON.stringify(before.shape.tree)).toContain('"H1"')
    expect(after.shape).toEqual(before.shape)
    // Null where nothing is forbidden.
    const allowed = after.permissions ?? Object.values(PermissionFlag)
    expect(new Set(allowed)).toEqual(new Set(Object.values(PermissionFlag)))
  })

  it('is encrypted with AES-256 of revision 6, title and all', async () => {
    const text = Buffer.from(await protectPdf(plain, password)).toString('latin1')
    for (const entry of ['/V 5', '/R 6', '/CFM /AESV3', '/StmF /StdCF', '/StrF /StdCF'])
      expect(text).toContain(entry)
    expect(readStampTitle(Buffer.from(plain).toString('latin1'))).not.toBeNull()
    expect(readStampTitle(text)).toBeNull()
    expect(text).not.toMatch(/Dee Sample|Chromium|Skia/)
  })

  it('is another file each time, under the same password', async () => {
    const [one, other] = await Promise.all([protectPdf(plain, password), protectPdf(plain, password)])
    expect(Buffer.compare(one, other)).not.toBe(0)
  })

  it('can have one of 127 characters', async () => {
    const path = keep(await protectPdf(plain, filePasswordSchema.parse(longest)))
    expect((await readPdf(path, longest)).pages).not.toEqual([])
    await expect(readPdf(path, longest.slice(1))).rejects.toThrow('Incorrect Password')
  })

  it('is opened by poppler as well', async ({ skip }) => {
    if (spawnSync('pdfinfo', ['-v']).error !== undefined) return skip('poppler is not on this computer')
    const path = keep(await protectPdf(plain, password))
    expect(spawnSync('pdfinfo', [path]).stderr.toString()).toContain('Incorrect password')
    const told = spawnSync('pdfinfo', ['-upw', password, path]).stdout.toString()
    expect(told).toMatch(/Encrypted:\s+yes \(print:yes copy:yes change:yes addNotes:yes algorithm:AES-256\)/)
    expect(told).toMatch(/Tagged:\s+yes/)
    const embedded = fontsOf(path, '-upw', password)
    expect(embedded).toHaveLength(fontsOf(keep(plain)).length)
    for (const font of embedded) expect(font).toMatch(/ yes yes yes /)
  })
})

describe('a password for a file', () => {
  it.each(['quiet river 42', '!#$%&"()', longest])('can be %s', (one) => {
    expect(filePasswordSchema.safeParse(one).success).toBe(true)
  })

  // SASLprep would change these, or forbid them, and not every reader does it.
  it.each([
    'short',
    'a'.repeat(128),
    ' quiet river',
    'quiet river ',
    'naïve river',
    'quiet\u00A0river',
    'line\nbreak',
  ])('cannot be %j', (one) => {
    expect(filePasswordSchema.safeParse(one).success).toBe(false)
  })
})
