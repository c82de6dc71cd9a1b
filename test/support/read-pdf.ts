import { readFileSync } from 'node:fs'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

export interface ReadPdf {
  /** The words of each page, with single spaces. */
  readonly pages: readonly string[]
  readonly text: string
  /** The document's own properties, and its XMP packet where it has one. */
  readonly metadata: string
  /** Where a press on its pages leads, within it or out of it, and what it would run. */
  readonly actions: readonly unknown[]
  readonly sizePoints: readonly [width: number, height: number]
}

/** Reads a PDF as a stranger's program would; throws where it wants another password. */
export async function readPdf(path: string, password?: string): Promise<ReadPdf> {
  const data = new Uint8Array(readFileSync(path))
  const task = getDocument({ data, verbosity: 0, ...(password === undefined ? {} : { password }) })
  const document = await task.promise
  const pages: string[] = []
  const actions: unknown[] = []
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number)
    pages.push(wordsOfPage(await page.getTextContent()))
    actions.push(...(await page.getAnnotations()), await page.getJSActions())
  }
  const first = await document.getPage(1)
  const { width, height } = first.getViewport({ scale: 1 })
  const { info, metadata } = await document.getMetadata()
  actions.push(await document.getJSActions(), await document.getOpenAction())
  await task.destroy()
  return {
    pages,
    text: pages.join(' '),
    metadata: JSON.stringify([info, metadata?.getRaw() ?? null]),
    actions: actions.filter((action) => action !== null),
    sizePoints: [width, height],
  }
}

/** What a page says, with single spaces. */
export function wordsOfPage({ items }: { readonly items: readonly object[] }): string {
  const strings = items.map((item) => ('str' in item && typeof item.str === 'string' ? item.str : ''))
  return strings.join(' ').replaceAll(/\s+/g, ' ').trim()
}
