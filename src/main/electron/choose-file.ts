import { open } from 'node:fs/promises'
import { dialog, type BrowserWindow } from 'electron'
import type { Failure } from '../../shared/ipc/failure.ts'
import { fail, succeed, type Result } from '../../shared/result.ts'

/** Far above any document of ours, and nothing that a computer chokes on. */
const maxBytes = 64 * 1024 * 1024

/** Asks for a PDF and reads it. The path comes from the dialog and goes no further than this. */
export async function readChosenPdf(parent: BrowserWindow): Promise<Result<Uint8Array | null, Failure>> {
  const { canceled, filePaths } = await dialog.showOpenDialog(parent, {
    filters: [{ name: 'PDF', extensions: ['pdf'] }],
    // What was looked at stays out of the system's list of recent files.
    properties: ['openFile', 'dontAddToRecent'],
  })
  const [path] = filePaths
  return canceled || path === undefined ? succeed(null) : readWhole(path)
}

async function readWhole(path: string): Promise<Result<Uint8Array, Failure>> {
  try {
    await using file = await open(path)
    const { size } = await file.stat()
    if (size > maxBytes) return fail({ code: 'not-readable' })
    return succeed(new Uint8Array(await file.readFile()))
  } catch {
    return fail({ code: 'not-readable' })
  }
}
