import type { ExportedFile } from '../../shared/ipc/export-calls.ts'
import type { Failure } from '../../shared/ipc/failure.ts'
import type { Paper } from '../../shared/record/tick-sheet.ts'
import { succeed, type Result } from '../../shared/result.ts'
import type { CoreClient } from '../core-client.ts'
import type { TaskInputOf } from '../core/protocol.ts'
import type { PrintableDocument } from '../documents/printable-document.ts'
import { protectPdf } from '../documents/protect-pdf.ts'
import type { Draft } from './draft-document.ts'

/** Prints one document after the other, and is closed by whoever opened it. */
export interface Printer {
  print(document: PrintableDocument, paper: Paper): Promise<Result<Uint8Array, Failure>>
  close(): void
}

/** What was asked for the file. */
export interface Printing {
  readonly paper: Paper
  readonly password: string | null
}

/** A file that is printed and not written yet: with its consent, or a disclosure would stay out of the ledger. */
export type PrintedFile = Required<TaskInputOf<'export.write'>>

/** Opens a printer for some work and closes it whatever happens. */
export async function withPrinter<Value>(
  openPrinter: () => Printer,
  work: (printer: Printer) => Promise<Value>,
): Promise<Value> {
  const printer = openPrinter()
  try {
    return await work(printer)
  } finally {
    printer.close()
  }
}

/** Prints what is set, and has the core write and list it. */
export async function printDraft(
  core: Pick<CoreClient, 'run'>,
  printer: Printer,
  draft: Draft,
  printing: Printing,
): Promise<Result<ExportedFile, Failure>> {
  const printed = await printBytes(printer, draft, printing)
  return printed.ok ? core.run('export.write', printed.value) : printed
}

/** Prints what is set, as a file to be written. The password goes no further than the bytes. */
export async function printBytes(
  printer: Printer,
  { document, stamp, consent, finish }: Draft,
  { paper, password }: Printing,
): Promise<Result<PrintedFile, Failure>> {
  const printed = await printer.print(document, paper)
  if (!printed.ok) return printed
  const plain = finish === undefined ? printed.value : finish(printed.value)
  const bytes = password === null ? plain : await protectPdf(plain, password)
  return succeed({ stamp, bytes, hasPassword: password !== null, consent })
}
