import type { Page } from 'playwright-core'
import type { Gallery } from './gallery.ts'

/** What Live shows on demand: each is opened, pictured and put away again. */

/** Takes the numbers that the group's type asks for: three of the ten members' are given when the picture is taken. */
export async function askNumbers(page: Page, gallery: Gallery): Promise<void> {
  await page.keyboard.press('c')
  await page.getByRole('button', { name: /^Ask / }).click()
  const strip = page.getByRole('region', { name: 'Check-in numbers' })
  await strip.waitFor()
  for (const key of ['4', '6', '7', '3', '2']) await page.keyboard.press(key)
  await gallery.take('live-check-in')
  await page.keyboard.press('c')
  await strip.waitFor({ state: 'detached' })
}

export async function takeSafetyCard(page: Page, gallery: Gallery): Promise<void> {
  await page.keyboard.press('.')
  const card = page.getByRole('dialog')
  await card.waitFor()
  await gallery.take('live-safety-card')
  await page.keyboard.press('Escape')
  await card.waitFor({ state: 'detached' })
}

export async function takeArcs(page: Page, gallery: Gallery): Promise<void> {
  await page.keyboard.press('Alt+KeyA')
  await gallery.take('live-arcs')
  await page.keyboard.press('Alt+KeyA')
}

export async function takePalette(page: Page, gallery: Gallery): Promise<void> {
  await page.keyboard.press('Control+KeyK')
  const palette = page.getByRole('dialog')
  await palette.waitFor()
  await page.keyboard.type('mark')
  await gallery.take('palette')
  await page.keyboard.press('Escape')
  await palette.waitFor({ state: 'detached' })
}

/** The second window, as a screen on the wall shows it. */
export async function takeRoom(page: Page, gallery: Gallery): Promise<void> {
  const opened = page.context().waitForEvent('page')
  await page.keyboard.press('Alt+KeyO')
  const room = await opened
  await room.setViewportSize({ width: 1366, height: 768 })
  await room.getByRole('heading').first().waitFor()
  await gallery.take('room', room)
  await page.bringToFront()
  await page.keyboard.press('Alt+KeyO')
}
