import { BrowserWindow } from 'electron'
import type { Failure } from '../../shared/ipc/failure.ts'
import type { Paper } from '../../shared/record/tick-sheet.ts'
import { fail, succeed, type Result } from '../../shared/result.ts'
import type { PrintableDocument } from '../documents/printable-document.ts'
import { printOptions } from '../documents/print-options.ts'
import type { WaitingDocuments } from '../documents/waiting-documents.ts'
import { printWindowOptions } from '../security/window-options.ts'
import { documentUrl } from './app-protocol.ts'

/**
 * Prints a document in a window that nobody sees. The bytes are returned and touch no disk here: the core alone writes.
 * https://www.electronjs.org/docs/latest/api/web-contents#contentsprinttopdfoptions
 */
export async function printDocument(
  document: PrintableDocument,
  paper: Paper,
  { documents, isPackaged }: { readonly documents: WaitingDocuments; readonly isPackaged: boolean },
): Promise<Result<Uint8Array, Failure>> {
  const token = documents.add(document.bodyHtml)
  const window = new BrowserWindow(printWindowOptions(isPackaged))
  try {
    await window.loadURL(documentUrl(token))
    return succeed(await window.webContents.printToPDF(printOptions(document, paper)))
  } catch {
    return fail({ code: 'print-failed' })
  } finally {
    documents.drop(token)
    window.destroy()
  }
}
