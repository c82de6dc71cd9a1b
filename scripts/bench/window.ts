import type { CDPSession, Page } from 'playwright-core'
import * as drive from '../../test/support/drive.ts'
import { pressButton } from '../../test/support/keyboard.ts'
import { launchConsole, type LaunchedConsole } from '../../test/support/launch.ts'
import { passphrase } from './long-session.ts'

const seat = 'main li > button[aria-keyshortcuts="1"]'

/** Starts the console on a vault, and unlocks it: Today is shown, with the session that was running. */
export async function openConsole(userDataDir: string): Promise<LaunchedConsole> {
  const launched = await launchConsole({ userDataDir })
  const { page } = launched
  page.setDefaultTimeout(60_000)
  await page.setViewportSize({ width: 1366, height: 768 })
  await drive.unlock(page, passphrase)
  return launched
}

export async function goToLive(page: Page): Promise<void> {
  await pressButton(page, 'Go on')
  await page.locator(seat).waitFor()
}

/** From the click on Today until the circle of Live has been painted. */
export async function timeGoingOn(page: Page): Promise<number> {
  const button = page.getByRole('button', { name: 'Go on' })
  await button.waitFor()
  await page.evaluate(watchForLive, [watchName, seat] as const)
  await button.click()
  return page.evaluate((watch): Promise<number> => Reflect.get(window, watch), watchName)
}

const watchName = 'benchWatch'

// Runs in the page, which is watched from before the click.
function watchForLive([watch, selector]: readonly [string, string]): void {
  Reflect.set(window, watch, timeLive())
  async function timeLive(): Promise<number> {
    const clickedMs = new Promise<number>((done) => {
      document.addEventListener('click', ({ timeStamp }) => done(timeStamp), { capture: true, once: true })
    })
    await new Promise<void>((done) => {
      const look = () => {
        if (document.querySelector(selector) === null) return
        observer.disconnect()
        done()
      }
      const observer = new MutationObserver(look)
      observer.observe(document.body, { childList: true, subtree: true })
    })
    await new Promise<void>((done) => {
      requestAnimationFrame(() => setTimeout(done))
    })
    return performance.now() - (await clickedMs)
  }
}

/** Bytes of the page's heap that are in use, after everything that can be freed was freed. */
export async function usedHeapBytes(page: Page): Promise<number> {
  const devtools: CDPSession = await page.context().newCDPSession(page)
  try {
    // What only weak references hold goes in the second round.
    for (let round = 0; round < 2; round += 1) await devtools.send('HeapProfiler.collectGarbage')
    const { usedSize } = await devtools.send('Runtime.getHeapUsage')
    return usedSize
  } finally {
    await devtools.detach()
  }
}
