/* oxlint-disable no-await-in-loop -- a person does one thing after the other */
import { getFromPage } from '../support/call-page.ts'
import { author } from '../support/cast.ts'
import * as drive from '../support/drive.ts'
import {
  account,
  anouk,
  dialog,
  givePassphrase,
  goToKeeping,
  lines,
  list,
  openKept,
  showList,
} from '../support/keep-clinic.ts'
import { pressButton, reach } from '../support/keyboard.ts'
import { expect, test } from './fixtures.ts'

test('a chart past its date is erased, with what nobody else was in, and what others share keeps no name', async ({
  page,
  timepiece,
}) => {
  test.setTimeout(240_000)
  const { sharedId, aloneId } = await openKept(page, timepiece)

  await test.step('what is past its date is told, and none is chosen', async () => {
    await expect(page.getByText('3 charts are past their date.')).toBeVisible()
    await expect(lines(page)).toHaveCount(3)
    await expect(page.getByRole('button', { name: 'Erase …' })).toBeDisabled()
  })

  await test.step('a range is chosen with Shift, and let go of', async () => {
    await reach(page, list(page))
    await page.keyboard.press('Shift+ArrowDown')
    await page.keyboard.press('Shift+ArrowDown')
    await expect(page.getByText('3 of 3 charts chosen')).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('button', { name: 'Erase …' })).toBeDisabled()
  })

  await test.step('what would go is told before', async () => {
    const names = await lines(page).allTextContents()
    await page.keyboard.press('Home')
    for (let above = names.findIndex((name) => name.includes(anouk)); above > 0; above -= 1)
      await page.keyboard.press('ArrowDown')
    await expect(lines(page).filter({ hasText: anouk })).toHaveAttribute('data-current')
    await page.keyboard.press('Space')
    await expect(lines(page).filter({ hasText: anouk })).toHaveAttribute('aria-selected', 'true')
    await pressButton(page, 'Erase 1 chart …')
    const goes = dialog(page).getByRole('region', { name: 'This goes' })
    await expect(goes).toContainText('1 session in which nobody else on file was')
    await expect(goes).toContainText('1 private note of yours')
    await expect(dialog(page).getByRole('region', { name: 'This stays' })).toContainText(
      '1 session with others',
    )
  })

  await test.step('a wrong passphrase erases nothing', async () => {
    await givePassphrase(page, 'not it at all')
    await expect(dialog(page).getByText('That is not your passphrase. Nothing was erased.')).toBeVisible()
    expect((await getFromPage(page, 'roster.read', {})).members).toHaveLength(4)
  })

  await test.step('the author’s own erases it, and says so', async () => {
    await givePassphrase(page, author.passphrase)
    await page.getByRole('heading', { level: 1, name: 'Erased' }).waitFor()
    await expect(
      page.getByText(/^1 chart, 1 session, .* are erased\. 1 private note of 1 session is destroyed/),
    ).toBeVisible()
    await pressButton(page, 'Done')
    await expect(lines(page)).toHaveCount(2)
    await expect(account(page).getByRole('listitem')).toContainText([
      /1 chart, 1 session.*by Nora Field/,
      /1 private note of 1 session/,
    ])
  })

  await test.step('it is gone from members, sessions and search', async () => {
    const roster = await getFromPage(page, 'roster.read', {})
    expect(roster.members.map(({ preferredName }) => preferredName)).not.toContain(anouk)
    const sessions = await getFromPage(page, 'session.current', {})
    expect(sessions.map(({ sessionId }) => sessionId)).not.toContain(aloneId)
    await drive.goTo(page, 'Sessions')
    await expect(page.getByText('High-risk evenings')).toBeVisible()
    await expect(page.getByText('Letters never sent')).toHaveCount(0)
    await reach(page, page.getByRole('searchbox'))
    await page.keyboard.type('Anouk')
    await expect(page.getByText('No session like this')).toBeVisible()
    await page.keyboard.press('Escape')
  })

  await test.step('a session that others share tells that somebody was there', async () => {
    await reach(page, page.getByRole('grid', { name: 'Sessions' }))
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: 'High-risk evenings' }).waitFor()
    await expect(page.getByText('Erased member').first()).toBeVisible()
    await expect(page.getByText(anouk)).toHaveCount(0)
    await expect(page.getByText(/3 member notes/)).toBeVisible()
    expect((await getFromPage(page, 'session.open', { sessionId: sharedId })).log).toContain('chart.erased')
  })

  await test.step('and opens as before with the next passphrase', async () => {
    await drive.lock(page)
    await drive.unlock(page, author.passphrase)
    await goToKeeping(page)
    await expect(account(page).getByRole('listitem')).toHaveCount(2)
  })
})

test('while a session runs nothing is erased, and the session goes on', async ({ page, timepiece }) => {
  test.setTimeout(180_000)
  const { groupId } = await openKept(page, timepiece)
  const { facilitators } = await getFromPage(page, 'roster.read', {})
  const { sessionId } = await getFromPage(page, 'session.prepare', {
    groupId,
    topic: 'Tonight',
    leadId: facilitators[0]?.id ?? '',
    coLeadIds: [],
    plannedStartMs: null,
  })
  await getFromPage(page, 'session.act', { sessionId, command: { type: 'start', end: 'full-length' } })
  await reach(page, list(page))
  await page.keyboard.press('Control+a')
  await pressButton(page, /^Erase 3 charts/)
  if (await dialog(page).getByRole('textbox').isVisible()) await givePassphrase(page, author.passphrase)
  await expect(dialog(page).getByRole('alert')).toContainText(
    /A session is running.\s*Nothing was erased. The session goes on./,
  )
  await pressButton(page, 'Not now', dialog(page))
  await expect(lines(page)).toHaveCount(3)
  await expect(list(page)).toBeVisible()
})

test('private notes past their date are destroyed, and the others can still be read', async ({
  page,
  timepiece,
}) => {
  test.setTimeout(180_000)
  const { sharedId, aloneId } = await openKept(page, timepiece)
  await showList(page, /^Private notes 2/)
  await reach(page, list(page))
  await page.keyboard.press('Space')
  await pressButton(page, 'Destroy their notes …')
  await expect(dialog(page)).toContainText('This cannot be undone.')
  await givePassphrase(page, author.passphrase)
  await page.getByRole('heading', { level: 1, name: 'Destroyed' }).waitFor()
  await expect(page.getByText(/^1 private note of 1 session is destroyed/)).toBeVisible()
  await pressButton(page, 'Done')
  await showList(page, /^Private notes 1/)
  await expect(lines(page)).toHaveCount(1)
  await expect(account(page)).toContainText('1 private note of 1 session')
  const left = await Promise.all(
    [sharedId, aloneId].map((sessionId) => getFromPage(page, 'session.private-notes', { sessionId })),
  )
  expect(left.flat()).toHaveLength(1)
})
