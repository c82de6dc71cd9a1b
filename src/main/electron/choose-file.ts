import { open } from 'node:fs/promises'
import { dialog, type BrowserWindow } from 'electron'
import type { Failure } from '../../shared/ipc/failure.ts'
import { fail, succeed, type Result } from '../../shared/result.ts'

/** Far above any file of ours, and nothing that a computer chokes on. */
const maxBytes = 64 * 1024 * 1024

/** What a file may be that the console is asked to look at. */
const kinds = {
  /** What the console itself writes. */
  paper: { name: 'Papers, FHIR documents and tables', extensions: ['pdf', 'json', 'csv'] },
  /** What a console wrote of how a group runs. */
  agenda: { name: 'Agendas', extensions: ['json'] },
  table: { name: 'Tables', extensions: ['csv', 'tsv', 'txt'] },
} as const

/** Asks for a file and reads it. The path comes from the dialog and goes no further than this. */
export async function readChosenFile(
  parent: BrowserWindow,
  kind: keyof typeof kinds,
): Promise<Result<Uint8Array | null, Failure>> {
  const { name, extensions } = kinds[kind]
  const { canceled, filePaths } = await dialog.showOpenDialog(parent, {
    filters: [{ name, extensions: [...extensions] }],
    // What was looked at stays out of the system's list of recent files.
    properties: ['openFile', 'dontAddToRecent'],
  })
  const [path] = filePaths
  return canceled || path === undefined ? succeed(null) : readWhole(path)
}

/** Asks for a folder, to write into or to read. It can be made in the dialog. */
export async function askForFolder(
  parent: BrowserWindow,
  title: string,
  buttonLabel = 'Use this folder',
): Promise<string | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog(parent, {
    title,
    buttonLabel,
    properties: ['openDirectory', 'createDirectory', 'dontAddToRecent'],
  })
  return canceled ? null : (filePaths[0] ?? null)
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
