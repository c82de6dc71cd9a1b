/* oxlint-disable no-await-in-loop -- one click after the other is what is measured */
import type { Page } from 'playwright-core'

/**
 * Everything is measured the same way: from the moment that the browser gives to the click, until the change that it
 * causes has been painted: the frame after the change has been drawn, and the page has the thread again.
 */
export interface Stopwatch {
  /** Clicks in the middle of an element and waits until one of its attributes, or its text, is another one. */
  time(selector: string): Promise<number>
}

/** What the page keeps for the bench: the watch that runs, and what starts one. */
const armName = 'benchArm'
const watchName = 'benchWatch'

/** Puts the stopwatch and a button for the floor into the page; the app is not touched. */
export async function installStopwatch(page: Page): Promise<Stopwatch> {
  await page.evaluate(installInPage, [armName, watchName] as const)
  return {
    async time(selector) {
      const box = await page.locator(selector).boundingBox()
      if (box === null) throw new Error(`${selector} is not on the screen`)
      // Armed before the click, which goes another way into the page.
      await page.evaluate(([arm, wanted]) => Reflect.get(window, arm)(wanted), [armName, selector] as const)
      await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2)
      return page.evaluate((watch): Promise<number> => Reflect.get(window, watch), watchName)
    },
  }
}

/** The button of the floor: it makes a call that is answered from memory or a small file, then changes one text. */
export const echoSelector = '#bench-echo'

// Runs in the page.
function installInPage([arm, watch]: readonly [string, string]): void {
  const button = document.createElement('button')
  button.id = 'bench-echo'
  button.textContent = '0'
  button.style.cssText =
    'position: fixed; inset-block-start: 60px; inset-inline-end: 4px; z-index: 9; inline-size: 40px; block-size: 32px'
  let count = 0
  async function echo() {
    await window.api.invoke('preferences.read', {})
    count += 1
    button.textContent = String(count)
  }
  button.addEventListener('click', () => void echo())
  document.body.append(button)
  Reflect.set(window, arm, (selector: string) => Reflect.set(window, watch, timeOne(selector)))
  // All of it is sent into the page, so it stays in here.
  // oxlint-disable-next-line unicorn/consistent-function-scoping
  async function timeOne(selector: string): Promise<number> {
    const target = document.querySelector(selector)
    if (target === null) throw new Error('nothing to watch')
    const clickedMs = new Promise<number>((done) => {
      document.addEventListener('click', ({ timeStamp }) => done(timeStamp), { capture: true, once: true })
    })
    await new Promise<void>((done, fail) => {
      const patience = setTimeout(() => fail(new Error(`nothing changed at ${selector}`)), 10_000)
      const observer = new MutationObserver(() => {
        clearTimeout(patience)
        observer.disconnect()
        done()
      })
      observer.observe(target, { attributeFilter: ['aria-pressed'], childList: true })
    })
    await new Promise<void>((done) => {
      requestAnimationFrame(() => setTimeout(done))
    })
    return performance.now() - (await clickedMs)
  }
}

export async function timeMany(count: number, step: (index: number) => Promise<number>): Promise<number[]> {
  const times: number[] = []
  for (let index = 0; index < count; index += 1) times.push(await step(index))
  return times
}
