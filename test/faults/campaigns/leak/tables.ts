import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import type { Words } from './words.ts'

/** Files that somebody has of another program, as paths. */
export interface Tables {
  /** Members and groups; a column of it is of no use to the console and nothing of it may stand anywhere. */
  readonly ofMembers: string
  /** Begins like one and is none. */
  readonly spoiled: string
}

export function writeTables(folder: string, words: Words): Tables {
  const { record, private: secret, short } = words
  const lines = [
    'Preferred name;MRN;Group;Weekday;Time;Shoe size',
    `Uma ${record};T1${short};Late ${record};Thursday;17:30;${secret}`,
    `Ida ${record};T2${short};Late ${record};Thursday;17:30;${secret}`,
  ]
  const tables = { ofMembers: join(folder, 'members.csv'), spoiled: join(folder, 'spoiled.csv') }
  writeFileSync(tables.ofMembers, lines.join('\r\n'))
  writeFileSync(tables.spoiled, `${lines.join('\n')}\n${secret}\0\0${record}`)
  return tables
}

/**
 * Presses what asks for a file, and chooses that one. The browser takes it from where it lies: handed over by Playwright, it
 * would be copied by the console's own process, as every text of its driver's passes there, and the copy would be found.
 */
export async function chooseFile(page: Page, path: string, press: () => Promise<unknown>): Promise<void> {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Page.enable')
  await devtools.send('Page.setInterceptFileChooserDialog', { enabled: true })
  const asked = new Promise<number>((done) =>
    devtools.once('Page.fileChooserOpened', ({ backendNodeId = 0 }) => done(backendNodeId)),
  )
  await press()
  await devtools.send('DOM.setFileInputFiles', { files: [path], backendNodeId: await asked })
  await devtools.detach()
}
