import { BrowserWindow } from 'electron'
import { fail, succeed } from '../../shared/result.ts'
import { printOptions } from '../documents/print-options.ts'
import type { PrintableDocument } from '../documents/printable-document.ts'
import type { WaitingDocuments } from '../documents/waiting-documents.ts'
import type { PrinterWindow } from '../ipc/kept-printer.ts'
import { printWindowOptions, windowTitle } from '../security/window-options.ts'
import { documentUrl, emptyPageUrl } from './app-protocol.ts'

interface PrinterSettings {
  readonly documents: WaitingDocuments
  readonly isPackaged: boolean
}

/** In both weights, so that both fonts are there when the first document comes. */
const sample: PrintableDocument = {
  title: windowTitle,
  bodyHtml: '<p>1 <b>1</b></p>',
  footerHtml: '<b>1</b>',
}

/**
 * Prints documents in a window that nobody sees. The bytes are returned and touch no disk here: the core alone writes.
 * https://www.electronjs.org/docs/latest/api/web-contents#contentsprinttopdfoptions
 */
export function openPrinter({ documents, isPackaged }: PrinterSettings): PrinterWindow {
  const window = new BrowserWindow(printWindowOptions(isPackaged))
  let isSpent = false
  // What is asked of a page that is gone may never be answered.
  const gone = Promise.withResolvers<never>()
  const end = () => {
    isSpent = true
    gone.reject(new Error('the print window is gone'))
  }
  gone.promise.catch(() => undefined)
  window.once('closed', end)
  window.webContents.once('render-process-gone', end)

  let last: Promise<unknown> = Promise.resolve()
  /** One after the other, since a page that is loaded takes the place of the one before. */
  function inTurn<Value>(work: () => Promise<Value>): Promise<Value> {
    const done = last.then(() => Promise.race([work(), gone.promise]))
    last = done.catch(() => {
      isSpent = true
    })
    return done
  }
  const print: PrinterWindow['print'] = async (document, paper) => {
    const token = documents.add(document)
    try {
      return succeed(
        await inTurn(async () => {
          await window.loadURL(documentUrl(token))
          return window.webContents.printToPDF(printOptions(document, paper))
        }),
      )
    } catch {
      return fail({ code: 'print-failed' })
    } finally {
      documents.drop(token)
    }
  }
  return {
    print,
    async warm() {
      await print(sample, 'Letter')
    },
    clear: () => inTurn(() => window.loadURL(emptyPageUrl)).catch(() => undefined),
    isSpent: () => isSpent,
    close() {
      if (!window.isDestroyed()) window.destroy()
    },
  }
}
