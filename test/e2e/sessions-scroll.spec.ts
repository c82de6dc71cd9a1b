import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import * as drive from '../support/drive.ts'
import { reach } from '../support/keyboard.ts'
import { expect, startWallMs, test as base } from './fixtures.ts'

const passphrase = 'quiet harbour winter lantern'
const sessionCount = 120

/** Two months of a clinic: many times what a screen shows. */
const test = base.extend({
  userDataDir: async ({ userDataDir }, provide) => {
    const asked = [join(userDataDir, 'vault'), passphrase, String(sessionCount), String(startWallMs)]
    execFileSync(process.execPath, [join(import.meta.dirname, '../support/grow-in-child.ts'), ...asked])
    await provide(userDataDir)
  },
})

function grid(page: Page): Locator {
  return page.getByRole('grid', { name: 'Sessions' })
}

interface DrawnLines {
  /** As those hear them who hear the table: in the order of the document. */
  readonly indexes: readonly number[]
  /** By how many pixels each is below the one before it, from top to top. */
  readonly stepsPx: readonly number[]
  /** Whether what is in sight of the table is lines from edge to edge. */
  readonly areAll: boolean
  readonly chosen: readonly string[]
  /** Whether all of what is chosen is in sight, below the headings. */
  readonly isChosenWhole: boolean
}

function drawn(page: Page): Promise<DrawnLines> {
  return grid(page).evaluate((table) => {
    const lines = Array.from(table.querySelectorAll('tbody tr'))
    const boxes = lines.map((line) => line.getBoundingClientRect())
    const { top, bottom } = table.getBoundingClientRect()
    const head = table.querySelector('thead')?.getBoundingClientRect().bottom ?? top
    return {
      indexes: lines.map((line) => Number(line.getAttribute('aria-rowindex')) - 2),
      stepsPx: boxes.slice(1).map((box, place) => Math.round(box.top - (boxes[place]?.top ?? 0))),
      areAll: (boxes[0]?.top ?? bottom) <= head && (boxes.at(-1)?.bottom ?? top) >= bottom - 1,
      chosen: lines.filter((line) => line.ariaSelected === 'true').map((line) => line.id),
      isChosenWhole: lines
        .filter((line) => line.ariaSelected === 'true')
        .map((line) => line.getBoundingClientRect())
        .every((box) => box.top >= head - 1 && box.bottom <= bottom + 1),
    }
  })
}

/** Lines one below another, none left out and none twice, wherever the table is. */
async function expectLines(page: Page, holds: number): Promise<DrawnLines> {
  await expect.poll(async () => (await drawn(page)).indexes).toContain(holds)
  const lines = await drawn(page)
  const [first = 0] = lines.indexes
  expect(lines.indexes).toEqual(lines.indexes.map((_, place) => first + place))
  expect(new Set(lines.stepsPx).size).toBe(1)
  expect(lines.areAll).toBe(true)
  return lines
}

test('a table of many sessions is scrolled by wheel and keys, with its lines in the order that they are seen in', async ({
  page,
}) => {
  test.setTimeout(180_000)
  await drive.unlock(page, passphrase)
  await drive.goTo(page, 'Sessions')
  await expect(grid(page)).toHaveAttribute('aria-rowcount', String(sessionCount + 1))
  await expectLines(page, 0)

  await reach(page, grid(page))
  for (const [key, current] of [
    ['End', sessionCount - 1],
    ['ArrowUp', sessionCount - 2],
    ['Home', 0],
    ['ArrowDown', 1],
  ] as const) {
    // oxlint-disable-next-line no-await-in-loop -- one key after the other
    await page.keyboard.press(key)
    // oxlint-disable-next-line no-await-in-loop -- one key after the other
    const { chosen } = await expectLines(page, current)
    expect(chosen).toEqual([`session-line-${current}`])
    // oxlint-disable-next-line no-await-in-loop -- one key after the other
    await expect(grid(page)).toHaveAttribute('aria-activedescendant', `session-line-${current}`)
  }
  await page.keyboard.press('PageDown')
  await page.keyboard.press('PageDown')
  // Said again once the line is drawn.
  await expect(grid(page)).toHaveAttribute('aria-activedescendant', /-\d\d$/)
  const place = Number((await grid(page).getAttribute('aria-activedescendant'))?.split('-').at(-1))
  expect(place).toBeGreaterThan(10)
  await expectLines(page, place)

  // By the wheel, line by line and far; what was chosen waits where it is.
  await grid(page).hover()
  await page.mouse.wheel(0, 90)
  await expectLines(page, place + 1)
  await page.mouse.wheel(0, 20_000)
  await expectLines(page, sessionCount - 1)
  await page.mouse.wheel(0, -20_000)
  await expectLines(page, 0)
  await page.keyboard.press('ArrowDown')
  await expectLines(page, place + 1)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1 }).waitFor()
  await expect(grid(page)).toHaveCount(0)
})

test('the line that keys choose is in sight as a whole, at either edge', async ({ page }) => {
  test.setTimeout(180_000)
  await drive.unlock(page, passphrase)
  await drive.goTo(page, 'Sessions')
  await expectLines(page, 0)
  await reach(page, grid(page))
  const walk = [...Array<string>(15).fill('ArrowDown'), ...Array<string>(15).fill('ArrowUp')]
  for (const key of ['PageDown', ...walk, 'PageUp', 'End', ...walk.toReversed(), 'Home']) {
    // oxlint-disable-next-line no-await-in-loop -- one key after the other
    await page.keyboard.press(key)
    // oxlint-disable-next-line no-await-in-loop -- one key after the other
    await expect.poll(async () => (await drawn(page)).isChosenWhole, key).toBe(true)
  }
})
