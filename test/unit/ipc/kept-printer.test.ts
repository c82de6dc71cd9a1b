import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { announcesPaper, keepPrinter, type PrinterWindow } from '../../../src/main/ipc/kept-printer.ts'
import { succeed } from '../../../src/shared/result.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const document = { title: 'Paper', bodyHtml: '', footerHtml: '' }

/** What was done to each window, in order. */
function openDesk() {
  const windows: string[][] = []
  const spent = new Set<number>()
  const openWindow = (): PrinterWindow => {
    const number = windows.length
    const done: string[] = []
    windows.push(done)
    const note = (what: string) => async () => void done.push(what)
    return {
      warm: note('warm'),
      clear: note('clear'),
      async print() {
        done.push('print')
        return succeed(new Uint8Array())
      },
      isSpent: () => spent.has(number),
      close: () => void done.push('close'),
    }
  }
  return { windows, spent, printers: keepPrinter(openWindow) }
}

test('a printer is opened ahead, warmed once, and used', async () => {
  const { windows, printers } = openDesk()
  printers.makeReady()
  printers.makeReady()
  const printer = printers.open()
  await printer.print(document, 'A4')
  expect(windows).toEqual([['warm', 'print']])
})

test('a printer that is given back is emptied, kept, and lent again', async () => {
  const { windows, printers } = openDesk()
  for (const _ of ['one', 'two']) {
    const printer = printers.open()
    // oxlint-disable-next-line no-await-in-loop
    await printer.print(document, 'A4')
    printer.close()
  }
  expect(windows).toEqual([['print', 'clear', 'print', 'clear']])
})

test('a sign of paper while one is lent opens no other', () => {
  const { windows, printers } = openDesk()
  printers.open()
  printers.makeReady()
  expect(windows).toHaveLength(1)
})

test('two pieces of work at once have a printer each, and one of them is kept', () => {
  const { windows, printers } = openDesk()
  const [first, second] = [printers.open(), printers.open()]
  first.close()
  second.close()
  expect(windows).toEqual([['clear'], ['close']])
})

test.each(['lent', 'kept'])('a printer that died while it was %s is not used again', (when) => {
  const { windows, spent, printers } = openDesk()
  const printer = printers.open()
  if (when === 'lent') spent.add(0)
  printer.close()
  spent.add(0)
  printers.open()
  expect(windows).toHaveLength(2)
  expect(windows[0]?.at(-1)).toBe('close')
})

test('a printer that nobody uses is closed after a while', () => {
  const { windows, printers } = openDesk()
  printers.makeReady()
  vi.advanceTimersByTime(4 * 60_000)
  printers.makeReady()
  vi.advanceTimersByTime(4 * 60_000)
  expect(windows).toEqual([['warm']])
  vi.advanceTimersByTime(60_000)
  expect(windows).toEqual([['warm', 'close']])
})

test('a printer that is lent is not closed however long it takes', () => {
  const { windows, printers } = openDesk()
  printers.makeReady()
  printers.open()
  vi.advanceTimersByTime(60 * 60_000)
  expect(windows).toEqual([['warm']])
})

test('closing closes what is kept at once, and what is lent as soon as it is given back', () => {
  const { windows, printers } = openDesk()
  const lent = printers.open()
  printers.close()
  printers.makeReady()
  printers.close()
  lent.close()
  expect(windows).toEqual([['close'], ['warm', 'close']])
})

test('signing, and asking where papers go, announce paper', () => {
  expect((['note.sign', 'export.read-folder', 'debrief.save-response'] as const).map(announcesPaper)).toEqual(
    [true, true, false],
  )
})
