import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { settle } from '../../test/support/settle.ts'

export interface Gallery {
  readonly paths: readonly string[]
  /** Takes the screen as it is, by day and in the evening; another window than the console's where one is given. */
  take(name: string, from?: Page): Promise<void>
}

const colours = { day: 'light', evening: 'dark' } as const

/** The console's colours follow the computer's, so the computer is told which it prefers. */
export function createGallery(page: Page, folder: string): Gallery {
  const paths: string[] = []
  let count = 0
  return {
    paths,
    async take(name, from = page) {
      count += 1
      // Nothing is to look as if somebody were pointing at it.
      await from.mouse.move(0, 0)
      for (const [theme, colorScheme] of Object.entries(colours)) {
        const path = join(folder, `${String(count).padStart(2, '0')}-${name}-${theme}.png`)
        await from.emulateMedia({ colorScheme })
        await settle(from)
        await from.screenshot({ path, animations: 'disabled' })
        paths.push(path)
      }
      await from.emulateMedia({ colorScheme: 'light' })
    },
  }
}
