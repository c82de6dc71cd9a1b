/* oxlint-disable no-await-in-loop -- a person does one thing after the other */
import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import type { Place } from '../../src/renderer/app/navigation.tsx'
import type { CallName, InputOf } from '../../src/shared/ipc/contract.ts'
import { definitely } from '../core/support/drafts.ts'
import { paperCount } from '../faults/campaigns/leak/make-papers.ts'
import { stock } from '../faults/campaigns/leak/stock.ts'
import { passwordsOf, type Words } from '../faults/campaigns/leak/words.ts'
import { createAuditor } from '../support/audit.ts'
import { getFromPage } from '../support/call-page.ts'
import { author } from '../support/cast.ts'
import { backUpInto, plugIn } from '../support/drive-backups.ts'
import * as drive from '../support/drive.ts'
import { chooseInMenu, pressButton, reach } from '../support/keyboard.ts'
import { goToKeeping } from '../support/keep-clinic.ts'
import { readPdf } from '../support/read-pdf.ts'
import { expect, test } from './fixtures.ts'

/** Each does something wherever it is taken for markup, an address or a path; each is short enough for every field. */
const words: Words = {
  record: '<img src=//x.example/a onerror=hostile=1>',
  private: '<a href="javascript:hostile=1">H</a>',
  short: '<x-h>',
}
const path = '../../hostile-file'

/** What a page shows, also in its fields, and whether any of it was made of those words. */
async function look(page: Page) {
  return page.evaluate(() => {
    const fields = [...document.querySelectorAll<HTMLInputElement>('input, textarea')]
    return {
      text: [document.body.innerText, ...fields.map(({ value }) => value)].join('\n'),
      heading: document.querySelector('h1')?.innerText ?? '',
      made: document.querySelectorAll(
        '[src*="x.example"], [href*="x.example"], [onerror], a[href^="javascript:"], x-h, script:not([src])',
      ).length,
      ran: 'hostile' in globalThis,
      title: document.title,
    }
  })
}

/** Waits until the page has its title, and the words stand on it; on one that tells of nobody they do not. */
async function expectWordsAlone(page: Page, name: string, heading: RegExp, showsWords = true): Promise<void> {
  await expect(async () => {
    const seen = await look(page)
    expect(seen.heading, name).toMatch(heading)
    const isShown = Object.values(words).some((word) => seen.text.includes(word))
    expect(isShown, `${name} shows what was typed`).toBe(showsWords)
  }).toPass({ timeout: 20_000 })
  const { made, ran, title } = await look(page)
  expect.soft([name, made, ran, title]).toEqual([name, 0, false, 'Circlekeeper'])
}

type Name = Place['name']
/** Pages that tell of nobody. */
const withoutWords: ReadonlySet<string> = new Set<Name>(['keys', 'backup-trial'])

/** By what each is known to be there. */
const headings: Readonly<Record<Name, RegExp>> = {
  today: /^\w+day/,
  sessions: /^Sessions$/,
  session: /^Evenings </,
  debrief: /^Circle </,
  member: / 1$/,
  groups: /^Groups & members$/,
  import: /^Import members/,
  agendas: /^Agendas$/,
  vault: /^Vault & privacy$/,
  disclosures: /^Disclosures$/,
  access: /^Who looked$/,
  privacy: /^What has left/,
  keeping: /^Keeping and/,
  keys: /^Passphrase and/,
  'backup-trial': /^Try a backup out$/,
  'private-search': /^Your private notes$/,
  settings: /^Settings$/,
  paper: /^Circle </,
  live: /Circle </,
}

/** What lies over a place or beside it may have any. */
function headingOf(name: string): RegExp {
  return new Map<string, RegExp>(Object.entries(headings)).get(name) ?? /./
}

interface Visit {
  readonly page: Page
  readonly folder: string
}

async function goFromPalette(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+k')
  await page.getByRole('dialog').getByRole('textbox').and(page.locator(':focus')).waitFor()
  await page.keyboard.type(name)
  await page.keyboard.press('Enter')
}

const openSession = ({ page }: Visit) =>
  pressButton(page, /x\.example/, page.getByRole('region', { name: 'Last sessions' }))

/** The way to every place there is, from Today. Live comes last: nothing is prepared while a session runs. */
const places: { readonly [Each in Name]: (visit: Visit) => Promise<unknown> } = {
  today: ({ page }) => drive.goTo(page, 'Today'),
  sessions: ({ page }) => drive.goTo(page, 'Sessions'),
  session: openSession,
  async debrief(visit) {
    await openSession(visit)
    await pressButton(visit.page, /^Group note/)
    await visit.page.getByRole('heading', { name: /of 3 signed/ }).waitFor()
  },
  async member({ page }) {
    await drive.goTo(page, 'Groups & members')
    await pressButton(page, `${words.record} 1`, page.getByRole('table', { name: 'Members' }))
    await page.getByRole('complementary', { name: /^About/ }).waitFor()
  },
  groups: ({ page }) => drive.goTo(page, 'Groups & members'),
  async import({ page, folder }) {
    await drive.goTo(page, 'Groups & members')
    await pressButton(page, 'Import from a table')
    const table = join(folder, 'table.csv')
    const { record, short } = words
    writeFileSync(
      table,
      ['Name;Chart;Group', `${record};${short};${record}`, `${path};C9;${path}`].join('\n'),
    )
    const [asked] = await Promise.all([
      page.waitForEvent('filechooser'),
      pressButton(page, 'Choose a CSV file'),
    ])
    await asked.setFiles(table)
    await page.getByRole('table', { name: 'What becomes of each line' }).waitFor()
  },
  agendas: ({ page }) => drive.goTo(page, 'Agendas'),
  vault: ({ page }) => drive.goTo(page, 'Vault & privacy'),
  disclosures: ({ page }) => goFromPalette(page, 'Disclosures'),
  access: ({ page }) => goFromPalette(page, 'Who looked'),
  privacy: ({ page }) => goFromPalette(page, 'What has left'),
  keeping: ({ page }) => goToKeeping(page),
  keys: ({ page }) => goFromPalette(page, 'Passphrase and'),
  async 'backup-trial'({ page, folder }) {
    await backUpInto(page, plugIn(folder))
    await pressButton(page, /^Try it out/)
  },
  async 'private-search'({ page }) {
    await goFromPalette(page, 'Search your private')
    await page.getByRole('searchbox').fill('Worry')
  },
  settings: ({ page }) => drive.goTo(page, 'Settings'),
  async paper({ page }) {
    await chooseInMenu(page, page.getByRole('button', { name: 'Run on paper' }), /^Enter the sheet/)
  },
  live: ({ page }) => pressButton(page, /^Go on/),
}

/** What lies over a place or beside it. */
const besides: Readonly<Record<string, (visit: Visit) => Promise<unknown>>> = {
  'a search of sessions': async ({ page }) => {
    await drive.goTo(page, 'Sessions')
    await page.getByRole('searchbox').fill(words.record)
  },
  'the palette': async ({ page }) => {
    await page.keyboard.press('Control+k')
    await page.getByRole('dialog').getByRole('textbox').fill(words.record)
  },
  'a group over time': async ({ page }) => {
    await drive.goTo(page, 'Groups & members')
    await reach(page, page.getByRole('tab', { name: 'Members' }))
    await page.keyboard.press('ArrowRight')
    await page.getByRole('radiogroup', { name: 'Weeks shown' }).waitFor()
  },
  'papers of a session': async (visit) => {
    await openSession(visit)
    await visit.page.getByRole('heading', { level: 1 }).waitFor()
    await visit.page.keyboard.press('Control+p')
    await visit.page.getByRole('dialog', { name: 'Papers of this session' }).waitFor()
  },
}

async function goHome(page: Page): Promise<void> {
  await page.reload()
  await page.getByRole('navigation', { name: 'Console' }).waitFor()
}

/** A vault in which every text is one of the words, and a session to come. Answers the session. */
async function fillVault(page: Page) {
  const { record, short } = words
  const recoveryCode = await getFromPage(page, 'vault.propose-recovery-code', {})
  const keeper = { name: `Dana ${record}`, initials: short, credentials: record }
  const { passphrase } = author
  await getFromPage(page, 'vault.create', { passphrase, recoveryCode, author: keeper, clinic: record })
  const get = <Each extends CallName>(name: Each, input: InputOf<Each>) => getFromPage(page, name, input)
  const { sessionId, memberIds } = await stock(get, words, passphrase)
  const consent = { kind: 'disclosure', recipient: path, purpose: record, reference: path } as const
  await get('export.note-bundle', { sessionId, personId: definitely(memberIds[0]), consent })
  const { facilitators, groups } = await get('roster.read', {})
  return get('session.prepare', {
    groupId: definitely(groups[0]).id,
    topic: `Next ${record}`,
    leadId: definitely(facilitators[0]).id,
    coLeadIds: [],
    plannedStartMs: null,
  })
}

/** Papers that were made of the words say them, lead nowhere and run nothing; their names have nothing of them. */
async function expectPapersOfWords(folder: string): Promise<void> {
  const files = readdirSync(folder)
  expect(files.filter((name) => !/^\d{4}-[\w-]+\.(?:pdf|csv|json)$/.test(name))).toEqual([])
  let said = 0
  for (const name of files.filter((file) => file.endsWith('.pdf'))) {
    const { text, actions } = await readPdf(join(folder, name)).catch(() =>
      readPdf(join(folder, name), definitely(passwordsOf(words)[0])),
    )
    expect(actions, name).toEqual([])
    if (text.includes(words.record)) said += 1
  }
  expect(said).toBeGreaterThan(paperCount / 2)
}

test('words that are markup, addresses or paths stay words in every place, and in every name of a file', async ({
  page,
  userDataDir,
}) => {
  test.setTimeout(300_000)
  const requests: string[] = []
  page.context().on('request', (request) => requests.push(request.url()))
  const { sessionId } = await fillVault(page)
  const { violations } = await createAuditor(page)
  const visit = { page, folder: userDataDir }
  const { paper, live, ...others } = places

  for (const [name, go] of Object.entries({ ...others, ...besides, paper })) {
    await goHome(page)
    await go(visit)
    await expectWordsAlone(page, name, headingOf(name), !withoutWords.has(name))
  }

  const act = (command: InputOf<'session.act'>['command']) =>
    getFromPage(page, 'session.act', { sessionId, command })
  await act({ type: 'arrive-all' })
  await act({ type: 'start', end: 'full-length' })
  await getFromPage(page, 'session.record-note', { sessionId, text: words.record })
  await getFromPage(page, 'session.keep-private-note', { sessionId, text: words.private })
  await goHome(page)
  await live(visit)
  await page.getByRole('main', { name: 'Circle' }).waitFor()
  await expectWordsAlone(page, 'live', headings.live)
  await page.keyboard.press('Alt+KeyP')
  await expectWordsAlone(page, 'the private side of live', headings.live)
  await expectWordsAlone(await openRoom(page), 'the room display', /./, false)

  const origin = new URL(page.url()).origin
  expect
    .soft(requests.filter((url) => new URL(url).origin !== origin && !url.startsWith('data:,')))
    .toEqual([])
  expect.soft(await violations()).toEqual([])
  await expectPapersOfWords(join(userDataDir, 'exports'))
  expect(existsSync(join(userDataDir, 'hostile-file'))).toBe(false)
})

test('the same words stay words for a reviewer', async ({ page }) => {
  test.setTimeout(180_000)
  await fillVault(page)
  const { violations } = await createAuditor(page)
  await goHome(page)
  await drive.lock(page)
  // Whom the vault was stocked with.
  await drive.unlock(page, definitely(passwordsOf(words)[0]))
  const visit = { page, folder: '' }
  const { sessions, groups, vault, access, privacy } = places
  for (const [name, go] of Object.entries({ sessions, groups, vault, access, privacy })) {
    await goHome(page)
    await go(visit)
    // Their own name stands over each.
    await expectWordsAlone(page, name, headingOf(name))
  }
  expect(await violations()).toEqual([])
})

/** The window beside the console's own. */
async function openRoom(page: Page): Promise<Page> {
  const opened = page.context().waitForEvent('page')
  await page.keyboard.press('Alt+KeyO')
  const room = await opened
  await room.waitForURL((url) => url.pathname === '/room.html')
  return room
}
