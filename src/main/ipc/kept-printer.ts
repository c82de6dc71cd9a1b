import type { CallName } from '../../shared/ipc/contract.ts'
import type { Printer } from './print-draft.ts'

/** A window for printing that can be used again. */
export interface PrinterWindow extends Printer {
  /** Loads what every document needs, with nobody's words. */
  warm(): Promise<void>
  /** Puts an empty page in the place of what was printed. */
  clear(): Promise<void>
  /** Whether it can print no more: it was closed, its page died, or it failed. */
  isSpent(): boolean
}

export interface Printers {
  /** Opens a printer ahead, at a sign that one will be wanted. */
  makeReady(): void
  /** A printer for one piece of work. Closing it gives it back. */
  open(): Printer
  /** Closes the printer that is kept, and any other as soon as it is given back. */
  close(): void
}

/** Calls after which somebody is likely to want paper: what is signed is filed, and who asks where papers go makes one. */
const signs: ReadonlySet<CallName> = new Set<CallName>(['note.sign', 'export.read-folder'])

export function announcesPaper(name: CallName): boolean {
  return signs.has(name)
}

/** A printer that nobody has used for this long is closed: it holds memory, and the next one is only a moment away. */
const idleMs = 5 * 60_000

/**
 * Opening a printer takes far longer than printing a page, so one is kept for the next document. It is emptied as soon as
 * it is given back: nobody's words stand in a window that nobody uses.
 */
export function keepPrinter(openWindow: () => PrinterWindow): Printers {
  const lent = new Set<PrinterWindow>()
  let kept: PrinterWindow | null = null
  let timer: ReturnType<typeof setTimeout> | undefined

  function keep(window: PrinterWindow): void {
    clearTimeout(timer)
    kept = window
    timer = setTimeout(closeKept, idleMs)
  }
  function closeKept(): void {
    clearTimeout(timer)
    kept?.close()
    kept = null
  }
  function take(): PrinterWindow {
    if (kept?.isSpent() !== false) closeKept()
    const window = kept ?? openWindow()
    clearTimeout(timer)
    kept = null
    return window
  }
  function giveBack(window: PrinterWindow): void {
    const mayStay = lent.delete(window)
    if (!mayStay || kept !== null || window.isSpent()) return window.close()
    keep(window)
    void window.clear()
  }
  return {
    makeReady() {
      if (lent.size > 0) return
      const isOpen = kept?.isSpent() === false
      const window = take()
      keep(window)
      if (!isOpen) void window.warm()
    },
    open() {
      const window = take()
      lent.add(window)
      return {
        print: (document, paper) => window.print(document, paper),
        close: () => giveBack(window),
      }
    },
    close() {
      closeKept()
      lent.clear()
    },
  }
}
