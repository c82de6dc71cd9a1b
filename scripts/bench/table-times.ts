/* oxlint-disable no-await-in-loop -- one after the other is what is measured */
import type { Page } from 'playwright-core'
import { goTo } from '../../test/support/drive.ts'
import { echoSelector, installStopwatch } from './painted.ts'
import { layPlainLines, plainSelector, removePlainLines } from './plain-lines.ts'
import { timeSight } from './watch.ts'

/** Milliseconds, one a round. */
export interface TableTimes {
  /** Until the first lines of the table are painted. */
  readonly openMs: readonly number[]
  /** Until a page without a table is. */
  readonly pageMs: readonly number[]
  /** The longest frame while the table is scrolled from one end to the other, and while as many bare lines are. */
  readonly longestFrameMs: number
  readonly plainFrameMs: number
  readonly sortMs: readonly number[]
  /** A call that is answered from memory, and one text painted. */
  readonly echoMs: readonly number[]
}

const rounds = 9
const headings = ['Group', 'Topic', 'Led by', 'Members', 'Date']
const views = ['Notes to finish', 'All sessions']
const grid = 'main [role="grid"]'
const lines = `${grid} [data-index="0"]`
const scrollSeconds = 4

/** Opens, scrolls, sorts and filters the table of all sessions. */
export async function timeTable(page: Page): Promise<TableTimes> {
  const openMs: number[] = []
  const pageMs: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    await goTo(page, 'Settings')
    pageMs.push(await timePage(page, 'Agendas', 'main h1'))
    openMs.push(await timePage(page, 'Sessions', lines))
  }
  await page.locator(lines).waitFor()
  const longestFrameMs = await longestFrame(page, grid)
  await layPlainLines(page, grid)
  const plainFrameMs = await longestFrame(page, plainSelector)
  await removePlainLines(page)
  const sortMs = [...(await timeSorting(page)), ...(await timeFiltering(page))]
  const stopwatch = await installStopwatch(page)
  const echoMs: number[] = []
  for (let round = 0; round < rounds; round += 1) echoMs.push(await stopwatch.time(echoSelector))
  await page.evaluate((selector) => document.querySelector(selector)?.remove(), echoSelector)
  return { openMs, pageMs, longestFrameMs, plainFrameMs, sortMs, echoMs }
}

/** From the click on an entry of the way around until its page is there. */
export function timePage(page: Page, name: string, selector: string): Promise<number> {
  const entry = page.getByRole('navigation', { name: 'Console' }).getByRole('button', { name, exact: true })
  return timeSight(page, { event: 'click', selector }, () => entry.click())
}

async function timeSorting(page: Page): Promise<number[]> {
  const times: number[] = []
  for (const words of headings) {
    const heading = page
      .locator(grid)
      .getByRole('columnheader')
      .getByRole('button', { name: words, exact: true })
    const sorted = `${grid} [aria-sort]`
    times.push(await timeSight(page, { event: 'click', selector: sorted, words }, () => heading.click()))
  }
  return times
}

async function timeFiltering(page: Page): Promise<number[]> {
  const times: number[] = []
  for (const name of [...views, ...views]) {
    const view = page.getByRole('navigation', { name: 'Views' }).getByRole('button', { name })
    const shown = 'nav[aria-label="Views"] [aria-current]:not([aria-current="false"])'
    times.push(await timeSight(page, { event: 'click', selector: shown, words: name }, () => view.click()))
  }
  return times
}

/** The longest time between two frames while a list is moved from its first line to its last. */
function longestFrame(page: Page, selector: string): Promise<number> {
  return page.evaluate(scrollInPage, [selector, scrollSeconds] as const)
}

// Runs in the page.
function scrollInPage([selector, seconds]: readonly [string, number]): Promise<number> {
  const table = document.querySelector(selector)
  if (table === null) throw new Error('nothing to scroll')
  table.scrollTop = 0
  const farPx = table.scrollHeight - table.clientHeight
  return new Promise((done) => {
    let [startMs, lastMs, longestMs] = [0, 0, 0]
    const step = (nowMs: number) => {
      if (startMs === 0) startMs = nowMs
      else longestMs = Math.max(longestMs, nowMs - lastMs)
      lastMs = nowMs
      const share = (nowMs - startMs) / (seconds * 1_000)
      table.scrollTop = farPx * Math.min(1, share)
      if (share >= 1) done(longestMs)
      else requestAnimationFrame(step)
    }
    requestAnimationFrame(step)
  })
}
