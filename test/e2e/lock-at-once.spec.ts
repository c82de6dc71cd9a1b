import type { Page } from 'playwright-core'
import { createAuditor } from '../support/audit.ts'
import { getFromPage } from '../support/call-page.ts'
import { soughtAuthor as author } from '../support/cast.ts'
import * as live from '../support/drive-live.ts'
import * as drive from '../support/drive.ts'
import { definitely } from '../core/support/drafts.ts'
import { createStop, whileStill } from '../support/stand-still.ts'
import { expect, test } from './fixtures.ts'

// The core answers in turn. Whatever it is at, nobody who locks the console has to wait for what is on the screen to go.

const group = 'Wednesday Herons'

test.use({ vaultOf: author })

const seenOf = (page: Page, selector: string) =>
  page.evaluate((of) => {
    const element = document.querySelector(of)
    return element === null ? null : getComputedStyle(element, '::after').visibility
  }, selector)

test('what is on the screen goes with the lock, though the core is at something else', async ({
  page,
  console: app,
}) => {
  await drive.unlock(page, author.passphrase)
  await drive.createGroup(page, { name: group })
  const { audit, violations } = await createAuditor(page)
  await expect(page.getByText(group).first()).toBeVisible()
  await page.evaluate(() => Reflect.set(globalThis, 'isMarked', true))

  await whileStill(createStop(app), async () => {
    await page.keyboard.press('Control+l')
    await page.waitForFunction(() => !Reflect.has(globalThis, 'isMarked'))
    await expect(page.getByText(group)).toHaveCount(0)
    await expect(drive.title(page, 'Unlock')).toHaveCount(0)
    await expect.poll(() => seenOf(page, '#root:empty')).toBe('visible')
  })

  await drive.title(page, 'Unlock').waitFor()
  await audit('locked, after a wait')
  expect(await getFromPage(page, 'vault.access', {})).toBe('locked')
  expect(await violations()).toEqual([])
})

test('what was typed is kept before the lock, and nobody sees it meanwhile', async ({
  page,
  console: app,
}) => {
  await drive.unlock(page, author.passphrase)
  await drive.createGroup(page, { name: group })
  await drive.addMember(page, { name: 'Anouk' })
  await drive.prepareSession(page, { group })
  await live.everyoneArrives(page)
  await live.start(page)
  await page.keyboard.press('Alt+KeyP')
  await expect(page.getByLabel('Private note', { exact: true })).toBeFocused()
  await page.keyboard.type('A worry of my own')
  await expect(page.getByLabel('Private note', { exact: true })).toHaveValue('A worry of my own')

  await whileStill(createStop(app), async () => {
    await page.keyboard.press('Control+l')
    await expect(page.getByText(group).first()).toBeHidden()
    await expect(page.getByText('Anouk').first()).toBeHidden()
    await expect(page.getByLabel('Private note', { exact: true })).toBeHidden()
    await expect.poll(() => seenOf(page, 'body')).toBe('visible')
  })

  await drive.title(page, 'Unlock').waitFor()
  await drive.unlock(page, author.passphrase)
  const [session] = await getFromPage(page, 'session.current', {})
  const { sessionId } = definitely(session)
  const notes = await getFromPage(page, 'session.private-notes', { sessionId })
  expect(notes.map(({ text }) => text)).toEqual(['A worry of my own'])
})
