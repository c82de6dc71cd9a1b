import type { Locator, Page } from 'playwright-core'
import { getFromPage, holdSignedSession } from '../support/call-page.ts'
import { author } from '../support/cast.ts'
import * as drive from '../support/drive.ts'
import { pressButton, typeInto } from '../support/keyboard.ts'
import { expect, test } from './fixtures.ts'

const reviewerPassphrase = 'orchard violin seventeen snow'

const own = (within: Page | Locator) => within.getByRole('textbox', { name: 'Your comment' })
const signedNote = (page: Page) => page.getByRole('group', { name: 'Signed note of Anouk' })

async function openSession(page: Page): Promise<void> {
  await drive.goTo(page, 'Today')
  await pressButton(page, /High-risk evenings/, page.getByRole('region', { name: 'Last sessions' }))
  await page.getByRole('heading', { name: 'Comments for supervision' }).waitFor()
}

async function openNotes(page: Page): Promise<void> {
  await openSession(page)
  await pressButton(page, /member note/)
  await signedNote(page).waitFor()
}

/** A field, or the way to one, is there as soon as it was read whether anything was begun. */
async function expectNothingBegun(page: Page): Promise<void> {
  await expect(page.getByRole('button', { name: /^(Write a comment|Go on with your comment)$/ })).toHaveText(
    'Write a comment',
  )
  await expect(own(page)).toHaveCount(0)
}

test('a half-typed comment is there again after the lock: the author’s, and a reviewer’s own', async ({
  page,
}) => {
  test.slow()
  await holdSignedSession(page, ['Anouk', 'Bertil'])
  const reviewer = { name: 'Noor Haddad', initials: 'NH', credentials: 'PhD' }
  const { personId } = await getFromPage(page, 'roster.create-facilitator', reviewer)
  const secrets = { passphrase: reviewerPassphrase, authorPassphrase: author.passphrase }
  await getFromPage(page, 'reviewer.let-in', { personId, ...secrets })
  await page.reload()

  await test.step('the author’s waits on the session’s page, whatever becomes of the window', async () => {
    await openSession(page)
    await pressButton(page, 'Write a comment')
    await typeInto(page, 'Your comment', 'A calm opening, and')
    await drive.lock(page)
    await drive.unlock(page, author.passphrase)
    await openSession(page)
    await expect(own(page)).toHaveValue('A calm opening, and')
    await expect(own(page)).not.toBeFocused()
    await pressButton(page, 'Not now')
    await pressButton(page, 'Go on with your comment')
    await expect(own(page)).toBeFocused()
    await drive.goTo(page, 'Groups & members')
    await openSession(page)
    await expect(own(page)).toHaveValue('A calm opening, and')
  })

  await test.step('a reviewer sees none of it, and has their own, on a note', async () => {
    await drive.lock(page)
    await drive.unlock(page, reviewerPassphrase)
    await openSession(page)
    await expectNothingBegun(page)
    await openNotes(page)
    await expectNothingBegun(page)
    await pressButton(page, 'Write a comment', signedNote(page))
    await typeInto(page, 'Your comment', 'Say what was seen', signedNote(page))
    await drive.lock(page)
    await drive.unlock(page, reviewerPassphrase)
    await openNotes(page)
    await expect(own(signedNote(page))).toHaveValue('Say what was seen')
    await pressButton(page, 'Keep the comment', signedNote(page))
    await signedNote(page).getByText('Say what was seen').waitFor()
    await expect(own(signedNote(page))).toHaveCount(0)
  })

  await test.step('what is posted is no draft any more', async () => {
    await drive.lock(page)
    await drive.unlock(page, reviewerPassphrase)
    await openNotes(page)
    await expectNothingBegun(page)
    await drive.lock(page)
    await drive.unlock(page, author.passphrase)
    await openSession(page)
    await expect(own(page)).toHaveValue('A calm opening, and')
  })
})
