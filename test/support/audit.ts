import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect } from '@playwright/test'
import type { CDPSession, Page } from 'playwright-core'
import { settle } from './settle.ts'

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

const sizes = [
  { width: 1366, height: 768 },
  { width: 1920, height: 1080 },
]

export interface Auditor {
  /** Looks at the screen as it is, by day and in the evening, small and large. */
  readonly audit: (name: string) => Promise<void>
  /** What the content security policy had to refuse so far. */
  readonly violations: () => Promise<readonly string[]>
}

export interface Checker {
  /** Looks at the screen as it is, at the size that it has. */
  readonly check: (name: string) => Promise<void>
}

/** Looks at screens whose size and colours the test itself sets. */
export async function createChecker(page: Page): Promise<Checker> {
  const devtools = await page.context().newCDPSession(page)
  return { check: (name) => checkScreen(page, devtools, name) }
}

/**
 * Looks at screens with axe, in a world of its own within the page: there the page's security policy, which lets no
 * foreign script in, holds the page and not the test.
 */
export async function createAuditor(page: Page): Promise<Auditor> {
  const seen = await collectViolations(page)
  await page.reload()
  const devtools = await page.context().newCDPSession(page)
  return {
    audit: async (name) => {
      for (const size of sizes) {
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.setViewportSize(size)
          await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
          await checkScreen(page, devtools, `${name}, ${size.width}, ${colorScheme}`)
        }
      }
    },
    violations: async () => seen,
  }
}

/** Told to the test at once: with each lock another page takes the place of this one. */
async function collectViolations(page: Page): Promise<readonly string[]> {
  const known = seenOn.get(page)
  if (known !== undefined) return known
  const seen: string[] = []
  seenOn.set(page, seen)
  await page.exposeFunction('tellViolation', (told: string) => void seen.push(told))
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
      Reflect.get(window, 'tellViolation')(`${violatedDirective} ${blockedURI}`)
    })
  })
  return seen
}

const seenOn = new WeakMap<Page, readonly string[]>()

async function checkScreen(page: Page, devtools: CDPSession, name: string): Promise<void> {
  await settle(page)
  expect.soft(await page.title(), name).toBe('Circlekeeper')
  expect.soft(await page.evaluate(findOverflow), name).toEqual([])
  expect.soft(await page.evaluate(findSpiltWords), name).toEqual([])
  expect.soft(await runAxe(devtools), name).toEqual([])
}

/** The page never scrolls sideways, and where it is one whole, not at all; no words are cut off without a sign of it. */
function findOverflow(): string[] {
  const found: string[] = []
  const { scrollWidth, clientWidth, scrollHeight, clientHeight } = document.documentElement
  if (scrollWidth > clientWidth) found.push(`the page is ${scrollWidth - clientWidth} too wide`)
  if (scrollHeight > clientHeight) found.push(`the page is ${scrollHeight - clientHeight} too high`)
  for (const element of document.querySelectorAll('button, a, h1, h2, h3, label, dt, dd, p, th')) {
    const box = element.getBoundingClientRect()
    if (box.width <= 1 || box.height <= 1 || element.closest('[aria-hidden="true"]') !== null) continue
    const { overflowX, textOverflow, clipPath } = getComputedStyle(element)
    if (clipPath !== 'none') continue
    const isCut =
      overflowX !== 'visible' && textOverflow !== 'ellipsis' && element.scrollWidth > element.clientWidth + 1
    const isOutside = box.left < -1 || box.right > innerWidth + 1
    if (isCut || isOutside) found.push(`${element.tagName} “${element.textContent.slice(0, 40)}” is cut off`)
  }
  return found
}

/** Words of a button that stand beside it. */
function findSpiltWords(): string[] {
  const found: string[] = []
  // Runs in the page, which has nothing from outside of this function.
  // oxlint-disable-next-line unicorn/consistent-function-scoping
  const isShortened = (from: Element, button: Element): boolean => {
    for (let part: Element | null = from; part !== null && button.contains(part); part = part.parentElement)
      if (getComputedStyle(part).textOverflow === 'ellipsis') return true
    // Names that may have two lines end in dots by a rule of their own.
    return getComputedStyle(from).webkitLineClamp !== 'none'
  }
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) {
    const { parentElement, textContent } = walker.currentNode
    const button = parentElement?.closest('button')
    // Words for screen readers alone have no place of their own, and those that are shortened say so.
    if (!parentElement || !button || getComputedStyle(parentElement).clipPath !== 'none') continue
    if (isShortened(parentElement, button)) continue
    const words = document.createRange()
    words.selectNodeContents(walker.currentNode)
    const { left, right, width } = words.getBoundingClientRect()
    const box = button.getBoundingClientRect()
    if (width > 0 && (left < box.left - 1 || right > box.right + 1))
      found.push(`“${textContent}” stands beside its button`)
  }
  return found
}

// An open dialog is all that there is; the page behind it is hidden. React Aria's announcer names the button that was busy for some seconds more, also when the button is gone by then.
async function runAxe(devtools: CDPSession): Promise<readonly string[]> {
  const { frameTree } = await devtools.send('Page.getFrameTree')
  const { executionContextId: contextId } = await devtools.send('Page.createIsolatedWorld', {
    frameId: frameTree.frame.id,
  })
  await devtools.send('Runtime.evaluate', { contextId, expression: axeSource })
  const { result, exceptionDetails } = await devtools.send('Runtime.evaluate', {
    contextId,
    awaitPromise: true,
    returnByValue: true,
    expression: `axe.run(document.querySelector('[role="dialog"], [role="alertdialog"]') ?? { exclude: ['[data-live-announcer]'] }, { resultTypes: ['violations'] }).then(({ violations }) =>
      violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => id + ' ' + target + ' ' + failureSummary)))`,
  })
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text)
  return result.value
}
