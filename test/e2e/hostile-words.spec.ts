/* oxlint-disable no-await-in-loop -- a person does one thing after the other */
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { createAuditor } from '../support/audit.ts'
import { getFromPage, holdSignedSession } from '../support/call-page.ts'
import * as drive from '../support/drive.ts'
import { expect, test } from './fixtures.ts'

/** Does something wherever it is taken for markup, for an address or for a path. Short enough for every field. */
const hostile = '<img src=//x.example/a onerror=hostile=1><a href="javascript:hostile=1">H</a>'
const path = '../../hostile-file'

/** What a page shows, and whether any of it was made of those words. */
async function look(page: Page) {
  return page.evaluate(() => ({
    text: document.body.innerText,
    made: document.querySelectorAll('img[src*="x.example"], a[href^="javascript:"], script:not([src])')
      .length,
    ran: 'hostile' in globalThis,
  }))
}

test('words that are markup, addresses or paths stay words on every page, and in every name of a file', async ({
  page,
  userDataDir,
}) => {
  test.setTimeout(180_000)
  const requests: string[] = []
  page.on('request', (request) => requests.push(request.url()))
  const { sessionId, memberIds } = await holdSignedSession(page, [hostile, path])
  const personId = memberIds[0] ?? ''
  await getFromPage(page, 'goals.set', { personId, text: hostile })
  await getFromPage(page, 'safety.save', { text: hostile })
  await getFromPage(page, 'comments.write', { sessionId, noteId: null, text: hostile })
  const { facilitators, groups } = await getFromPage(page, 'roster.read', {})
  await getFromPage(page, 'session.prepare', {
    groupId: groups[0]?.id ?? '',
    topic: hostile,
    leadId: facilitators[0]?.id ?? '',
    coLeadIds: [],
    plannedStartMs: null,
  })
  const consent = { kind: 'disclosure', recipient: hostile, purpose: path, reference: path } as const
  for (const member of memberIds)
    await getFromPage(page, 'export.note-bundle', { sessionId, personId: member, consent })
  const { violations } = await createAuditor(page)

  let shown = 0
  for (const place of ['Today', 'Sessions', 'Groups & members', 'Vault & privacy', 'Settings'] as const) {
    await drive.goTo(page, place)
    await page.getByRole('heading', { level: 1 }).waitFor()
    const { text, made, ran } = await look(page)
    shown += text.split(hostile).length - 1
    expect([place, made, ran]).toEqual([place, 0, false])
  }
  // The words were there to be read, as they were typed.
  expect(shown).toBeGreaterThan(1)
  const origin = new URL(page.url()).origin
  expect(requests.filter((url) => new URL(url).origin !== origin && !url.startsWith('data:,'))).toEqual([])
  expect(await violations()).toEqual([])
  const files = readdirSync(join(userDataDir, 'exports'))
  expect(files).toHaveLength(2)
  expect(files.filter((name) => !/^\d{4}-\d\d-\d\d-[\w-]+\.json$/.test(name))).toEqual([])
  expect(existsSync(join(userDataDir, 'hostile-file'))).toBe(false)
})
