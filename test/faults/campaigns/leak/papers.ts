/* oxlint-disable no-await-in-loop -- one paper after the other */
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { wordsOfPage } from '../../../support/read-pdf.ts'

/** A PDF as whoever is handed it reads it. */
export interface Paper {
  /** All that it says, anywhere, in small letters and without blanks: see {@link squeeze}. */
  readonly said: string
}

const head = '%PDF-'

/**
 * Every PDF in these bytes, whatever stands around it; null for one that none of the passwords opens, or that is none. Their
 * words are no bytes that could be searched: a page draws the figures of a font's own signs, and one that is protected is
 * encrypted besides.
 */
export async function readPapers(
  bytes: Buffer,
  passwords: readonly string[],
): Promise<readonly (Paper | null)[]> {
  const starts: number[] = []
  for (let at = bytes.indexOf(head); at !== -1; at = bytes.indexOf(head, at + 1)) starts.push(at)
  const papers: (Paper | null)[] = []
  for (const [index, start] of starts.entries())
    papers.push(await readPaper(bytes.subarray(start, starts[index + 1]), passwords))
  return papers
}

/** What a word is made to before it is looked for in a paper, where lines break it and a style may set it in capitals. */
export function squeeze(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll(/[\s\u00AD\u2010-]+/gu, '')
    .toLowerCase()
}

async function readPaper(bytes: Uint8Array, passwords: readonly string[]): Promise<Paper | null> {
  for (const password of [undefined, ...passwords]) {
    const data = new Uint8Array(bytes)
    const task = getDocument({ data, verbosity: 0, ...(password === undefined ? {} : { password }) })
    try {
      return { said: squeeze(await sayAll(await task.promise)) }
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
  return [...pages, ...besides].map((part) => (typeof part === 'string' ? part : JSON.stringify(part))).join('\n')
}

async function sayPage(page: PDFPageProxy): Promise<string> {
  const words = wordsOfPage(await page.getTextContent())
  return [words, JSON.stringify([await page.getStructTree(), await page.getAnnotations()])].join('\n')
}
