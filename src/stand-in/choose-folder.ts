import type * as Electron from 'electron'
import { evaluateApart } from './evaluate-apart.ts'
import { notCarried } from './not-carried.ts'
import type { Attached } from './web-contents.ts'

const carried = new Set<string>(['openDirectory', 'createDirectory', 'dontAddToRecent'])

/** Playwright dismisses what nobody listens for; this one is for the person at the window. */
function leaveOpen(): void {}

/** Carries the other question that the app asks: for one folder. No browser tells where a folder lies, so it is typed. */
export async function chooseFolder(
  { page, cdp }: Pick<Attached, 'page' | 'cdp'>,
  { title = 'Choose a folder', properties = [] }: Electron.OpenDialogOptions,
): Promise<Electron.OpenDialogReturnValue> {
  const other = properties.find((property) => !carried.has(property))
  if (other !== undefined) throw notCarried(`a dialog that is to '${other}'`)
  page.on('dialog', leaveOpen)
  try {
    const asking = `prompt(${JSON.stringify(`${title}: its whole path`)})`
    const path: unknown = (await evaluateApart(cdp, 'folder dialog', asking)).value
    const isChosen = typeof path === 'string' && path !== ''
    return isChosen ? { canceled: false, filePaths: [path] } : { canceled: true, filePaths: [] }
  } finally {
    page.off('dialog', leaveOpen)
  }
}
