import type { Page } from 'playwright-core'
import type { StandInWindow } from './browser-window.ts'

/**
 * A page opened by a link or form, past what the script in the page stops, or by Chromium itself. The app is asked
 * as about any other; the page is closed in any case, and nothing answers its requests.
 */
export async function closeStrayPage(page: Page, windows: ReadonlyMap<number, StandInWindow>): Promise<void> {
  const [url, opener] = [page.url(), await page.opener().catch(() => null)]
  await page.close().catch(() => undefined)
  if (!opener) return
  const openers = Array.from(windows.values(), async ({ parts }) => {
    const attached = await parts.attached
    if (attached.page === opener) parts.onOpen({ url, frameName: '', features: '' })
  })
  await Promise.allSettled(openers)
}
