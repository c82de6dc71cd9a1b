import { BrowserWindow } from 'electron'
import { fail, succeed } from '../../shared/result.ts'
import { printOptions } from '../documents/print-options.ts'
import type { WaitingDocuments } from '../documents/waiting-documents.ts'
import type { Printer } from '../ipc/exports.ts'
import { printWindowOptions } from '../security/window-options.ts'
import { documentUrl } from './app-protocol.ts'

interface PrinterSettings {
  readonly documents: WaitingDocuments
  readonly isPackaged: boolean
}

/**
 * Prints documents in a window that nobody sees, the same for a whole batch. The bytes are returned and touch no disk
 * here: the core alone writes.
 * https://www.electronjs.org/docs/latest/api/web-contents#contentsprinttopdfoptions
 */
export function openPrinter({ documents, isPackaged }: PrinterSettings): Printer {
  const window = new BrowserWindow(printWindowOptions(isPackaged))
  return {
    async print(document, paper) {
      const token = documents.add(document)
      try {
        await window.loadURL(documentUrl(token))
        return succeed(await window.webContents.printToPDF(printOptions(document, paper)))
      } catch {
        return fail({ code: 'print-failed' })
      } finally {
        documents.drop(token)
      }
    },
    close() {
      if (!window.isDestroyed()) window.destroy()
    },
  }
}
