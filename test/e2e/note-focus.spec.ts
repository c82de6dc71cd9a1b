import { author } from '../support/cast.ts'
import * as live from '../support/drive-live.ts'
import * as drive from '../support/drive.ts'
import { expect, test } from './fixtures.ts'

test.use({ vaultOf: author })

// As an open menu does with everything beside it, until it is gone. On a slow computer that outlasts the next key.
test('what a menu that is on its way out keeps from the note field, the field gets as soon as it may', async ({
  page,
}) => {
  await drive.unlock(page, author.passphrase)
  await drive.createGroup(page, { name: 'Evening Circle' })
  await drive.addMember(page, { name: 'Anouk' })
  await drive.prepareSession(page, { group: 'Evening Circle' })
  await live.everyoneArrives(page)
  await live.start(page)
  const notes = page.getByLabel('Notes', { exact: true }).first()
  const setInert = (isInert: boolean) =>
    notes.evaluate((panel: HTMLElement, to) => panel.toggleAttribute('inert', to), isInert)

  await setInert(true)
  await page.keyboard.press('/')
  // No key counts for anything else meanwhile.
  await page.keyboard.press('1')
  await setInert(false)
  await expect(page.getByLabel('Record note', { exact: true })).toBeFocused()
  await page.keyboard.type('She said it first.')
  await page.keyboard.press('Enter')
  await expect(page.getByText('She said it first.')).toBeVisible()
  await expect(live.seat(page, '1')).toHaveAccessibleName('Anouk, seat 1, here')
})

test('a mark in two strokes, and a note right after it: the words are the note’s', async ({ page }) => {
  await drive.unlock(page, author.passphrase)
  await drive.createGroup(page, { name: 'Evening Circle' })
  await drive.addMember(page, { name: 'Anouk' })
  await drive.prepareSession(page, { group: 'Evening Circle' })
  await live.everyoneArrives(page)
  await live.start(page)
  // A slow computer draws its next frame when all of these keys have been pressed.
  await page.evaluate(() => {
    const drawn: FrameRequestCallback[] = []
    const [request, cancel] = [requestAnimationFrame, cancelAnimationFrame].map((own) => own.bind(window))
    window.requestAnimationFrame = (draw) => drawn.push(draw)
    window.cancelAnimationFrame = (at) => drawn.splice(at - 1, 1, () => undefined)
    Reflect.set(globalThis, 'drawAtLast', () => {
      Object.assign(window, { requestAnimationFrame: request, cancelAnimationFrame: cancel })
      for (const draw of drawn) draw(performance.now())
    })
  })
  await page.keyboard.press('Shift+Digit1')
  await page.keyboard.press('a')
  await page.keyboard.press('/')
  await page.evaluate(() => Reflect.get(globalThis, 'drawAtLast')())
  await expect(page.getByLabel('Record note', { exact: true })).toBeFocused()
  await page.keyboard.type('She said it first.')
  await page.keyboard.press('Enter')
  await expect(page.getByText('She said it first.')).toBeVisible()
  await expect(live.seat(page, '1')).toHaveAccessibleName('Anouk, seat 1, here, 1 mark')
})
