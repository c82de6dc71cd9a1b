import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { printOptions } from '../../src/main/documents/print-options.ts'
import type { PrintableDocument } from '../../src/main/documents/printable-document.ts'
import { createWaitingDocuments } from '../../src/main/documents/waiting-documents.ts'
import { answerRequest, documentUrl } from '../../src/main/electron/app-protocol.ts'
import { appOrigin } from '../../src/main/security/trusted-urls.ts'
import type { Paper } from '../../src/shared/record/tick-sheet.ts'
import { launchChromium } from '../../src/stand-in/launch-chromium.ts'
import { printToPdf } from '../../src/stand-in/printing.ts'

const root = resolve(import.meta.dirname, '../../out/renderer')
const origin = 'https://console.invalid'

export interface DocumentPrinter {
  /** Prints a document as the console does: the built page with its own policies, the same options. */
  print(document: PrintableDocument, paper: Paper): Promise<Uint8Array>
  close(): Promise<void>
}

/** A browser for documents that no session was held for. */
export async function openDocumentPrinter(): Promise<DocumentPrinter> {
  const folder = mkdtempSync(join(tmpdir(), 'circlekeeper-print-'))
  const documents = createWaitingDocuments()
  const context = await launchChromium({ profile: join(folder, 'profile'), switches: [], window: 'hidden' })
  await context.route(`${origin}/**`, async (route) => {
    const url = appOrigin + route.request().url().slice(origin.length)
    const response = await answerRequest({ root, devServer: null, documents }, { url, method: 'GET' })
    await route.fulfill({
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: Buffer.from(await response.arrayBuffer()),
    })
  })
  const page = await context.newPage()
  const cdp = await context.newCDPSession(page)
  return {
    async print(document, paper) {
      await page.goto(origin + documentUrl(documents.add(document)).slice(appOrigin.length))
      return printToPdf(cdp, printOptions(document, paper))
    },
    async close() {
      await context.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
