/* oxlint-disable no-await-in-loop -- a person does one thing after the other */
import type { Page } from 'playwright-core'
import { createAuditor } from '../support/audit.ts'
import { getFromPage, holdSignedSession } from '../support/call-page.ts'
import * as drive from '../support/drive.ts'
import { pressButton, reach } from '../support/keyboard.ts'
import { expect, test } from './fixtures.ts'

const thought = 'The heron again: I was short with him, 鷺が橋に。'

/** A vault with a session whose notes are signed, one of them private. */
async function holdSession(page: Page): Promise<void> {
  await holdSignedSession(page, ['Anouk', 'Ben'])
  const sessions = await getFromPage(page, 'session.current', {})
  const sessionId = sessions[0]?.sessionId ?? ''
  await getFromPage(page, 'session.keep-private-note', { sessionId, text: thought })
  await page.reload()
}

const box = (page: Page) => page.getByRole('searchbox')
const hits = (page: Page) => page.locator('main mark')

test('words of the record are found as they are typed, and private ones in a place of their own', async ({
  page,
}) => {
  test.setTimeout(180_000)
  await holdSession(page)
  const { audit, violations } = await createAuditor(page)
  await drive.goTo(page, 'Sessions')

  await test.step('a few letters are enough, and Escape brings everything back', async () => {
    await reach(page, box(page))
    await page.keyboard.type('evenin')
    await expect(hits(page).first()).toHaveText(/^evenings?$/i)
    await expect(page.getByText('Record only. Private notes are not searched here.')).toBeVisible()
    await audit('sessions, searching')
    await page.keyboard.press('Escape')
    await expect(box(page)).toHaveValue('')
    await expect(hits(page)).toHaveCount(0)
  })

  await test.step('members are found by their names', async () => {
    await page.keyboard.type('anou')
    const member = page.getByRole('list', { name: 'Members found' }).getByRole('button')
    await expect(member.locator('mark')).toHaveText('Anouk')
    await audit('sessions, a member found')
    await page.keyboard.press('Escape')
    await member.waitFor({ state: 'detached' })
  })

  await test.step('what only its author wrote for themselves is not among it', async () => {
    await page.keyboard.type('heron')
    await expect(page.getByText('No session like this')).toBeVisible()
    await page.keyboard.press('Escape')
  })

  await test.step('private notes are searched in plum, by their author', async () => {
    await pressButton(page, 'Search those')
    await page.getByRole('heading', { name: 'Your private notes' }).waitFor()
    await expect(box(page)).toBeFocused()
    await page.keyboard.type('hero')
    await expect(hits(page)).toHaveText(['heron'])
    await expect(page.getByRole('status').filter({ hasText: '1 private note.' })).toBeVisible()
    await audit('private search')
    await page.keyboard.press('Escape')
    await page.keyboard.type('橋')
    await expect(hits(page)).toHaveText(['橋'])
    await page.keyboard.press('Escape')
    await page.keyboard.type('evenings')
    await expect(page.getByText('No private note has these words.')).toBeVisible()
    await page.keyboard.press('Escape')
    await page.keyboard.type('short with')
    await expect(hits(page)).toHaveText(['short with'])
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    const notes = page.getByRole('dialog', { name: 'Your private notes' })
    await expect(notes).toContainText(thought)
    await page.keyboard.press('Escape')
    await notes.waitFor({ state: 'detached' })
  })

  await test.step('and are found from everywhere by name', async () => {
    await drive.goTo(page, 'Today')
    await page.keyboard.press('Control+k')
    await page.keyboard.type('private')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Your private notes' }).waitFor()
    await expect(box(page)).toHaveValue('')
    await expect(page.locator('body')).not.toContainText('heron')
  })
  expect(await violations()).toEqual([])
})
