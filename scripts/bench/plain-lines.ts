import type { Page } from 'playwright-core'

/** What a list without anything of the console's lies in. */
export const plainSelector = '#bench-lines'

/**
 * Lays a bare list over the table: as large, as long, and of as many lines, of which each is one text. What it takes to
 * scroll it is what the computer takes to scroll anything.
 */
export async function layPlainLines(page: Page, gridSelector: string): Promise<void> {
  await page.evaluate(layInPage, [gridSelector, plainSelector.slice(1)] as const)
}

export async function removePlainLines(page: Page): Promise<void> {
  await page.evaluate((selector) => document.querySelector(selector)?.remove(), plainSelector)
}

// Runs in the page.
function layInPage([gridSelector, id]: readonly [string, string]): void {
  const table = document.querySelector(gridSelector)
  const shown = table?.querySelector('tbody tr')
  if (table === null || shown === null || shown === undefined) throw new Error('no table')
  const { left, top, width, height } = table.getBoundingClientRect()
  const lineHeight = shown.getBoundingClientRect().height
  const words = shown.textContent
  const box = document.createElement('div')
  box.id = id
  box.style.cssText = `position: fixed; inset: ${top}px auto auto ${left}px; inline-size: ${width}px; block-size: ${height}px;
    overflow: auto; overflow-anchor: none; background: canvas; z-index: 9`
  const all = document.createElement('div')
  all.style.cssText = `box-sizing: border-box; block-size: ${table.scrollHeight}px`
  const lines = Array.from({ length: Math.ceil(height / lineHeight) + 1 }, () => {
    const line = document.createElement('div')
    line.style.cssText = `block-size: ${lineHeight}px; contain: strict`
    return line
  })
  const write = () => {
    const first = Math.floor(box.scrollTop / lineHeight)
    all.style.paddingBlockStart = `${first * lineHeight}px`
    for (const [place, line] of lines.entries()) line.textContent = `${first + place} ${words}`
  }
  all.append(...lines)
  box.append(all)
  document.body.append(box)
  box.addEventListener('scroll', write)
  write()
}
