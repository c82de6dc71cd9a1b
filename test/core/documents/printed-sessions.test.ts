import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createDice } from '../../properties/dice.ts'
import { openClinic, type Clinic } from '../../properties/hold-session.ts'
import { papersOfSession, tracesIn, type Paper } from '../../properties/look-at-papers.ts'
import { openDocumentPrinter, type DocumentPrinter } from '../../support/print-documents.ts'
import { readPdf } from '../../support/read-pdf.ts'
import { createOpenWorld, type World } from '../support/world.ts'

// The markup of a thousand sessions is looked at in test/properties. A browser needs half a second for each paper, so that
// it adds nobody by itself is looked at in a few.
const seed = Number(process.env['SEED'] ?? Math.floor(Date.now() / 86_400_000))
const fewestPapers = 20

let world: World
let clinic: Clinic
let printer: DocumentPrinter
let folder: string

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'circlekeeper-printed-'))
  world = await createOpenWorld()
  clinic = await openClinic(world, createDice(seed), 4)
  printer = await openDocumentPrinter()
}, 120_000)
afterAll(async () => {
  await printer.close()
  await world.close()
  rmSync(folder, { recursive: true, force: true })
})

/** Everything that a reader of the file can get at: words, properties, bookmarks, what is attached. */
async function read(bytes: Uint8Array): Promise<string> {
  const path = join(folder, 'paper.pdf')
  writeFileSync(path, bytes)
  const { text, metadata } = await readPdf(path)
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0 })
  const document = await task.promise
  const besides = JSON.stringify([await document.getOutline(), await document.getAttachments()])
  await task.destroy()
  return [text, metadata, besides].join('\n')
}

it('no printed paper shows another member, in its words, its properties or its bookmarks', async () => {
  const papers: Paper[] = []
  for (let index = 0; papers.length < fewestPapers; index += 1) {
    const made = await papersOfSession(clinic, createDice(seed * 1_000_003 + 900_000 + index))
    papers.push(...made.filter(({ document }) => document !== null))
  }
  for (const [index, paper] of papers.entries()) {
    if (paper.document === null) continue
    const text = await read(await printer.print(paper.document, index % 2 === 0 ? 'Letter' : 'A4'))
    expect(tracesIn({ ...paper, text }), `SEED=${seed} npm test brings it back`).toEqual([])
    // What is looked through is what was printed.
    expect(text).toContain(paper.stamp.contentHash.slice(0, 16))
  }
}, 240_000)
