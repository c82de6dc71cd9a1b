import { mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { goTo } from './drive.ts'
import { pressButton } from './keyboard.ts'

/** Works the backups of the window as a person does. The dialogs are the computer's own: they are answered with a path. */

/** A folder as on a stick. */
export function plugIn(userDataDir: string, name = 'stick'): string {
  const folder = join(userDataDir, name)
  mkdirSync(folder, { recursive: true })
  return folder
}

export function backupsPart(page: Page): Locator {
  return page.getByRole('region', { name: 'Backups' })
}

/** Presses what asks for a folder, and answers with `path`; null for nobody who answers. */
export async function answerWith(page: Page, button: string | RegExp, path: string | null): Promise<void> {
  const [asked] = await Promise.all([page.waitForEvent('dialog'), pressButton(page, button)])
  await (path === null ? asked.dismiss() : asked.accept(path))
}

/** From anywhere in the open console: the folder is chosen, and the first backup in it is made. */
export async function backUpInto(page: Page, folder: string): Promise<void> {
  await goTo(page, 'Vault & privacy')
  await answerWith(page, /^Choose (?:a folder for backups|another folder)$/, folder)
  await backupsPart(page).getByText('Into ').waitFor()
  await backUp(page)
}

/** Makes a backup by hand, and waits for its end. */
export async function backUp(page: Page): Promise<void> {
  await pressButton(page, 'Back up now')
  await backupsPart(page).getByText('Done: the backup is made').waitFor()
}

/** The backups in a folder, oldest first; not the one that is still being made or taken away. */
export function backupsIn(folder: string): readonly string[] {
  return readdirSync(folder)
    .filter((name) => /^circlekeeper-backup-[\d-]+$/u.test(name))
    .toSorted()
}

/** The newest backup in a folder. */
export function newestIn(folder: string): string {
  return join(folder, backupsIn(folder).at(-1) ?? 'none')
}
