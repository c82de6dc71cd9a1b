import type { Page } from 'playwright-core'

/** What is waited for after something was done. */
export interface Sight {
  /** What the person does: the time counts from the moment that the browser gives to it. */
  readonly event: 'click' | 'keydown' | 'input'
  /** For keys: which. */
  readonly key?: string
  /** What must be on the screen in the end, and which words somewhere in it. */
  readonly selector: string
  readonly words?: string
  /** What must not be there any more. */
  readonly gone?: string
}

const watchName = 'benchSight'

/**
 * Milliseconds from what somebody does until what it causes has been painted: the frame after it is there has been drawn,
 * and the page has the thread again.
 */
export async function timeSight(page: Page, sight: Sight, act: () => Promise<void>): Promise<number> {
  await page.evaluate(watchInPage, [watchName, sight] as const)
  await act()
  return page.evaluate((watch): Promise<number> => Reflect.get(window, watch), watchName)
}

// Runs in the page.
function watchInPage([watch, { event, key, selector, words, gone }]: readonly [string, Sight]): void {
  Reflect.set(window, watch, timeOne())
  // All of it is sent into the page, so it stays in here.
  // oxlint-disable-next-line unicorn/consistent-function-scoping
  function begun(): Promise<number> {
    return new Promise((done) => {
      const listen = (happened: Event) => {
        if (key !== undefined && Reflect.get(happened, 'key') !== key) return
        document.removeEventListener(event, listen, { capture: true })
        done(happened.timeStamp)
      }
      document.addEventListener(event, listen, { capture: true })
    })
  }
  // oxlint-disable-next-line unicorn/consistent-function-scoping
  function isThere(): boolean {
    const isShown = Array.from(document.querySelectorAll(selector)).some(
      (one) => one.checkVisibility() && (words === undefined || one.textContent.includes(words)),
    )
    return isShown && (gone === undefined || document.querySelector(gone) === null)
  }
  async function timeOne(): Promise<number> {
    const startMs = await begun()
    await new Promise<void>((done, fail) => {
      const patience = setTimeout(() => fail(new Error(`nothing came: ${selector} ${words ?? ''}`)), 30_000)
      const look = () => {
        if (!isThere()) return
        observer.disconnect()
        clearTimeout(patience)
        done()
      }
      const observer = new MutationObserver(look)
      const all = { childList: true, subtree: true, attributes: true, characterData: true }
      observer.observe(document.body, all)
      look()
    })
    await new Promise<void>((done) => {
      requestAnimationFrame(() => setTimeout(done))
    })
    return performance.now() - startMs
  }
}
