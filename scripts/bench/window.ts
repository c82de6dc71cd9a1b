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

/**
 * Milliseconds from "Go on" until Live has been painted, on a vault with a session that was running when the console
 * went away. It is pressed when Today has been on the screen for `readingMs`; what is made ready behind it meanwhile
 * does not count.
 */
export async function timeGoingOn(userDataDir: string, readingMs: number): Promise<number> {
  const launched = await launchConsole({ userDataDir })
  try {
    const { page } = launched
    page.setDefaultTimeout(60_000)
    await page.setViewportSize({ width: 1366, height: 768 })
    await page.evaluate(goOnAfter, [watchName, seat, readingMs] as const)
    await drive.typePassphrase(page, passphrase)
    return await page.evaluate((watch): Promise<number> => Reflect.get(window, watch), watchName)
  } finally {
    await launched.close()
  }
}

const watchName = 'benchWatch'

// Runs in the page, which is watched from before it is unlocked.
function goOnAfter([watch, seatSelector, readingMs]: readonly [string, string, number]): void {
  Reflect.set(window, watch, timeOne())
  // All of it is sent into the page, so it stays in here.
  // oxlint-disable-next-line unicorn/consistent-function-scoping
  function seen(find: () => Element | undefined): Promise<Element> {
    return new Promise((done) => {
      const look = () => {
        const found = find()
        if (found?.checkVisibility() !== true) return
        observer.disconnect()
        done(found)
      }
      const observer = new MutationObserver(look)
      observer.observe(document.body, { childList: true, subtree: true, attributeFilter: ['style'] })
    })
  }
  // oxlint-disable-next-line unicorn/consistent-function-scoping
  function painted(): Promise<void> {
    return new Promise((done) => {
      requestAnimationFrame(() => setTimeout(done))
    })
  }
  async function timeOne(): Promise<number> {
    const button = await seen(() =>
      Array.from(document.querySelectorAll('button')).find(({ textContent }) =>
        textContent.includes('Go on'),
      ),
    )
    await painted()
    await new Promise((done) => {
      setTimeout(done, readingMs)
    })
    const startMs = performance.now()
    if (button instanceof HTMLElement) button.click()
    await seen(() => document.querySelector(seatSelector) ?? undefined)
    await painted()
    return performance.now() - startMs
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
