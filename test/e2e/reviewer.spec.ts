import type { Page } from 'playwright-core'
import { createAuditor } from '../support/audit.ts'
import { getFromPage, holdSignedSession } from '../support/call-page.ts'
import { author } from '../support/cast.ts'
import * as drive from '../support/drive.ts'
import { pressButton, typeInto } from '../support/keyboard.ts'
import { expect, test } from './fixtures.ts'

const reviewer = { name: 'Noor Haddad', initials: 'NH', credentials: 'PhD' }
const reviewerPassphrase = 'orchard violin seventeen snow'
const names = ['Anouk', 'Bertil', 'أمينة بنت عبد الرحمن']

const dialog = (page: Page) => page.getByRole('dialog').or(page.getByRole('alertdialog'))
const navigation = (page: Page) => page.getByRole('navigation', { name: 'Console' })

/** A vault with a session of three whose notes are signed, one with an addendum that awaits somebody else. */
async function setUp(page: Page) {
  const held = await holdSignedSession(page, names)
  const { sessionId } = held
  const { facilitators } = await getFromPage(page, 'roster.read', {})
  const authorId = facilitators[0]?.id ?? ''
  const { personId } = await getFromPage(page, 'roster.create-facilitator', reviewer)
  await getFromPage(page, 'roster.set-co-signing', {
    personId,
    needsCoSignature: false,
    mayCoSign: true,
  })
  await getFromPage(page, 'roster.set-co-signing', {
    personId: authorId,
    needsCoSignature: true,
    mayCoSign: false,
  })
  const [note] = await getFromPage(page, 'note.list', { sessionId })
  await getFromPage(page, 'note.amend', {
    sessionId,
    amends: note?.noteId ?? '',
    kind: 'addendum',
    text: 'Came a little early.',
    overridden: [],
  })
  return held
}

async function letIn(page: Page): Promise<void> {
  await drive.goTo(page, 'Vault & privacy')
  await pressButton(page, 'Let somebody review')
  await typeInto(page, 'Their passphrase', reviewerPassphrase, dialog(page))
  await typeInto(page, 'Their passphrase again', reviewerPassphrase, dialog(page))
  await typeInto(page, 'Your own passphrase', author.passphrase, dialog(page))
  await page.keyboard.press('Enter')
  await dialog(page).waitFor({ state: 'detached' })
}

test('somebody is let in, reviews, comments and co-signs, sees nothing private, and is revoked', async ({
  page,
}) => {
  test.setTimeout(300_000)
  const { sessionId } = await setUp(page)
  const { audit, violations } = await createAuditor(page)
  await drive.goTo(page, 'Vault & privacy')
  await pressButton(page, 'Let somebody review')
  await audit('letting somebody review')
  await page.keyboard.press('Escape')
  await letIn(page)
  const ways = page.getByRole('region', { name: 'Who can open this vault' })
  await expect(ways.getByRole('listitem')).toContainText([author.name, 'The recovery code', reviewer.name])
  await audit('who can open the vault')

  await drive.lock(page)
  await drive.unlock(page, reviewerPassphrase)
  await expect(navigation(page)).toContainText(`Reviewing as ${reviewer.name}`)
  await expect(navigation(page).getByRole('listitem')).toHaveText([
    'Today',
    'Sessions',
    'Groups & members',
    'Vault & privacy',
  ])
  // The day stands there with its heading.
  await page.getByRole('heading', { level: 1 }).waitFor()
  await expect(page.getByRole('button', { name: /^(Start|New|Prepare|Go on)/ })).toHaveCount(0)
  await audit('a reviewer’s day')
  for (const place of ['Sessions', 'Groups & members', 'Vault & privacy'] as const) {
    // oxlint-disable-next-line no-await-in-loop -- one page after the other
    await drive.goTo(page, place)
    // oxlint-disable-next-line no-await-in-loop -- one page after the other
    await audit(`${place}, reviewed`)
  }
  await expectNothingPrivate(page, sessionId)

  await drive.goTo(page, 'Today')
  await pressButton(page, /Evening Circle/, page.getByRole('region', { name: 'Awaiting a co-signature' }))
  const anouk = page.getByRole('group', { name: 'Signed note of Anouk' })
  await anouk.getByText('Came a little early.').waitFor()
  await audit('signed notes, reviewed')
  await pressButton(page, 'Write a comment', anouk)
  await typeInto(page, 'Your comment', 'Say what was seen first.', anouk)
  await pressButton(page, 'Keep the comment', anouk)
  await anouk.getByText('Say what was seen first.').waitFor()
  await pressButton(page, 'Co-sign', anouk)
  await typeInto(page, 'Your own passphrase', 'not it at all', dialog(page))
  await page.keyboard.press('Enter')
  await dialog(page).getByText('That is not it.').waitFor()
  await audit('co-signing as a reviewer')
  await typeInto(page, 'Your own passphrase', reviewerPassphrase, dialog(page))
  await page.keyboard.press('Enter')
  await dialog(page).waitFor({ state: 'detached' })
  await expect(anouk.getByText(/Noor Haddad, PhD/).first()).toBeVisible()
  await expect(anouk.getByRole('button', { name: 'Co-sign' })).toHaveCount(0)

  await drive.goTo(page, 'Groups & members')
  await pressButton(page, /over time$/)
  await page.getByText('1 session that ended').waitFor()
  await audit('a group over time, reviewed')
  await pressButton(page, 'Anouk')
  await page.getByRole('heading', { name: 'Anouk' }).first().waitFor()
  await audit('a member, reviewed')
  await drive.goTo(page, 'Vault & privacy')
  await pressButton(page, 'Open the access log')
  const log = page.getByRole('table', { name: 'Who looked' })
  await expect(log.getByRole('row').nth(1)).toContainText(/Noor Haddad, reviewing\s*Looked at Anouk/)
  await audit('the access log')

  await drive.lock(page)
  await drive.unlock(page, author.passphrase)
  expect(await getFromPage(page, 'comments.unread', {})).toMatchObject([{ sessionId, count: 1 }])
  await drive.goTo(page, 'Vault & privacy')
  await pressButton(page, /^Revoke/)
  await dialog(page).waitFor()
  await audit('revoking')
  await typeInto(page, 'Your passphrase', author.passphrase, dialog(page))
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: 'The way in is revoked' }).waitFor()
  await audit('revoked')
  await pressButton(page, 'Done')
  await expect(ways.getByRole('listitem')).toHaveCount(2)
  await drive.lock(page)
  await drive.typePassphrase(page, reviewerPassphrase)
  await page.getByRole('textbox', { name: 'Passphrase' }).and(page.locator('[aria-invalid="true"]')).waitFor()
  await drive.unlock(page, author.passphrase)
  expect(await getFromPage(page, 'session.private-notes', { sessionId })).toHaveLength(1)
  expect(await violations()).toEqual([])
})

/** Neither a window that was taken over nor its palette reaches what is private or the author's. */
async function expectNothingPrivate(page: Page, sessionId: string): Promise<void> {
  const ask = (name: string, input: object) =>
    page.evaluate(([call, given]) => Reflect.get(globalThis, 'api').invoke(call, given), [
      name,
      input,
    ] as const)
  const notAllowed = { ok: false, error: { code: 'not-allowed' } }
  expect(await ask('session.private-notes', { sessionId })).toEqual(notAllowed)
  expect(await ask('interaction.read', { sessionId })).toEqual(notAllowed)
  expect(await ask('session.act', { sessionId, command: { type: 'undo' } })).toEqual(notAllowed)
  expect(await ask('export.delete-all', { sessionId: null })).toEqual(notAllowed)
  expect(await ask('search.private', { text: 'worry' })).toEqual(notAllowed)
  await page.keyboard.press('Control+k')
  const palette = page.getByRole('dialog', { name: 'Find an action' })
  await palette.getByText('Who looked').waitFor()
  expect(await palette.innerText()).not.toMatch(/private|settings|start a|new group|agenda/i)
  await page.keyboard.press('Escape')
}
