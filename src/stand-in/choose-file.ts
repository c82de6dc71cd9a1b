import type * as Electron from 'electron'
import type { CDPSession } from 'playwright-core'
import { evaluateApart } from './evaluate-apart.ts'
import { notCarried } from './not-carried.ts'

/**
 * A browser's own way to ask for a file. The page is never told which file it was: only the debugging protocol is.
 */
const askForFile = `new Promise((resolve) => {
  const input = Object.assign(document.createElement('input'), { type: 'file', accept: ACCEPT })
  input.addEventListener('change', () => resolve(input.files[0] ?? null))
  input.addEventListener('cancel', () => resolve(null))
  // Kept from being collected while it waits.
  globalThis.asking = input
  input.click()
})`

/** Carries the one question that the app asks: for a single file to read. */
export async function chooseFile(
  cdp: CDPSession,
  { filters = [], properties = [] }: Electron.OpenDialogOptions,
): Promise<Electron.OpenDialogReturnValue> {
  const other = properties.find((property) => property !== 'openFile' && property !== 'dontAddToRecent')
  if (other !== undefined) throw notCarried(`a dialog that is to '${other}'`)
  const accept = filters.flatMap(({ extensions }) => extensions.map((extension) => `.${extension}`))
  const expression = askForFile.replace('ACCEPT', JSON.stringify(accept.join(',')))
  const result = await evaluateApart(cdp, 'file dialog', expression)
  if (result.objectId === undefined) return { canceled: true, filePaths: [] }
  const { path } = await cdp.send('DOM.getFileInfo', { objectId: result.objectId })
  return { canceled: false, filePaths: [path] }
}
