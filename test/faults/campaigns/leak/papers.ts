/* oxlint-disable no-await-in-loop -- one paper after the other */
import { createHash } from 'node:crypto'
import { getDocument, type PDFDocumentProxy, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { wordsOfPage } from '../../../support/read-pdf.ts'

const head = '%PDF-'

/**
 * Reads PDFs as whoever is handed one does. Their words are no bytes that could be searched: a page draws the figures of a
 * font's own signs, and one that is protected is encrypted besides.
 */
export function createPaperReader(passwords: readonly string[]) {
  /** By their bytes: each is met as it was written, and again wherever it lies. */
  const known = new Map<string, readonly (string | null)[]>()
  return {
    /**
     * All that every PDF in these bytes says, whatever stands around it, as {@link squeeze} makes it; null for one that none
     * of the passwords opens, or that is none.
     */
    async read(bytes: Buffer): Promise<readonly (string | null)[]> {
      const parts = partsOf(bytes)
      if (parts.length === 0) return []
      const hash = createHash('sha256').update(bytes).digest('hex')
      const said = known.get(hash) ?? (await Promise.all(parts.map((part) => readPaper(part, passwords))))
      known.set(hash, said)
      return said
    },
    /** What was read so far, each once. */
    said: (): readonly string[] => [...new Set([...known.values()].flat())].filter((said) => said !== null),
  }
}

function partsOf(bytes: Buffer): readonly Buffer[] {
  const starts: number[] = []
  for (let at = bytes.indexOf(head); at !== -1; at = bytes.indexOf(head, at + 1)) starts.push(at)
  return starts.map((start, index) => bytes.subarray(start, starts[index + 1]))
}

/** What a word is made to before it is looked for in a paper, where lines break it and a style may set it in capitals. */
export function squeeze(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll(/[\s\u00AD\u2010-]+/gu, '')
    .toLowerCase()
}

async function readPaper(bytes: Uint8Array, passwords: readonly string[]): Promise<string | null> {
  for (const password of [undefined, ...passwords]) {
    const data = new Uint8Array(bytes)
    const task = getDocument({ data, verbosity: 0, ...(password === undefined ? {} : { password }) })
    try {
      return squeeze(await sayAll(await task.promise))
    } catch {
      // Another password, or no PDF.
    } finally {
      await task.destroy()
    }
  }
  return null
}

/** Its pages, what a screen reader is told of them, links and notes on them, properties, bookmarks, what is attached. */
async function sayAll(document: PDFDocumentProxy): Promise<string> {
  const pages: unknown[] = []
  for (let number = 1; number <= document.numPages; number += 1)
    pages.push(await sayPage(await document.getPage(number)))
  const { info, metadata } = await document.getMetadata()
  const besides = [info, metadata?.getRaw(), await document.getOutline(), await document.getAttachments()]
  return JSON.stringify([...pages, ...besides], textOfBytes)
}

async function sayPage(page: PDFPageProxy): Promise<readonly unknown[]> {
  return [wordsOfPage(await page.getTextContent()), await page.getStructTree(), await page.getAnnotations()]
}

function textOfBytes(_key: string, value: unknown): unknown {
  return value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : value
}
