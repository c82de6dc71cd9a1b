import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { defaultPreferences } from '../../src/shared/ipc/preference-calls.ts'
import type { Page } from 'playwright-core'
import { addMember, createGroup, createVault, lock, prepareSession, unlock } from '../support/drive.ts'
import * as live from '../support/drive-live.ts'
import { countBytes, findText, findTextInOpenFiles, profilesOf } from '../support/find-text.ts'
import { field } from '../support/keyboard.ts'
import { familyOf, launchConsole } from '../support/launch.ts'
import { readPdf } from '../support/read-pdf.ts'
import { readLogs } from '../support/vault-jobs.ts'

const passphrase = 'quiet harbour winter lantern'

/** Private: on Live, kept and not yet kept. */
const privateTexts = { kept: 'heron under the seventh bridge', unsaved: 'otter behind the third weir' }

/** Of the record: encrypted at rest as well, and in documents only where they belong. */
const recordTexts = {
  note: 'kingfisher above the second lock',
  unsavedNote: 'plover beside the ninth stile',
  topic: 'Curlew on the fourth marsh',
  member: 'Wigeon Sandpiper',
  group: 'Lapwing evening circle',
  author: 'Dana Goldcrest',
}

const allTexts = [passphrase, ...Object.values(privateTexts), ...Object.values(recordTexts)]

let home: string

test.beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'circlekeeper-canary-'))
})
test.afterAll(() => rmSync(home, { recursive: true, force: true }))

async function typeWithoutSaving(page: Page, key: string, label: string, text: string): Promise<void> {
  await page.keyboard.press(key)
  const target = field(page, label)
  await target.and(page.locator(':focus')).waitFor()
  await page.keyboard.insertText(text)
  await expect(target).toHaveValue(text)
  await page.keyboard.press('Shift+Tab')
}

test('the search finds what is there, in every spelling', () => {
  const folder = join(home, 'control')
  mkdirSync(folder)
  const text = privateTexts.kept
  const files = {
    'UTF-8': Buffer.from(`before ${text} after`),
    'UTF-16LE': Buffer.from(`before ${text} after`, 'utf16le'),
    'UTF-16BE': Buffer.from(`before ${text} after`, 'utf16le').swap16(),
    Base64: Buffer.from(Buffer.from(`before ${text} after`).toString('base64')),
    hexadecimal: Buffer.from(Buffer.from(text).toString('hex')),
  }
  for (const [name, bytes] of Object.entries(files)) writeFileSync(join(folder, name), bytes)
  const found = findText([text], [folder])
  for (const spelling of Object.keys(files))
    expect(found).toContainEqual({ path: join(folder, spelling), spelling })
  expect(findText(['a text that is nowhere'], [folder])).toEqual([])
})

test('nothing that was typed is in any file: while the session runs, after lock and after quit', async () => {
  const userDataDir = join(home, 'data')
  const temp = join(home, 'temp')
  mkdirSync(temp)
  const app = await launchConsole({ userDataDir, env: { TMPDIR: temp } })
  const { page, process: child } = app
  page.setDefaultTimeout(30_000)
  const profiles = new Set<string>()
  const findAnywhere = () => {
    const family = familyOf(child.pid ?? 0)
    for (const profile of profilesOf(family)) profiles.add(profile)
    return [...findText(allTexts, [userDataDir, temp, ...profiles]), ...findTextInOpenFiles(allTexts, family)]
  }

  await createVault(page, { name: recordTexts.author, passphrase })
  await createGroup(page, { name: recordTexts.group, part2: 'part2' })
  await addMember(page, { name: recordTexts.member })
  await prepareSession(page, { group: recordTexts.group, topic: recordTexts.topic })
  await live.everyoneArrives(page)
  await live.start(page)
  await live.recordNote(page, recordTexts.note)
  await live.privateNote(page, privateTexts.kept)
  await typeWithoutSaving(page, 'Alt+KeyP', 'Record note', recordTexts.unsavedNote)
  await typeWithoutSaving(page, 'Alt+KeyP', 'Private note', privateTexts.unsaved)
  await test.step('while the session runs', () => {
    expect(findAnywhere()).toEqual([])
    // On Linux every open file is known, so there is a profile to look into.
    if (process.platform === 'linux') expect(profiles.size).toBe(1)
    expect(countBytes([userDataDir])).toBeGreaterThan(100_000)
    expect(countBytes([...profiles])).toBeGreaterThan(10_000)
  })

  await live.conceal(page)
  await lock(page)
  await test.step('after lock', async () => {
    expect(findAnywhere()).toEqual([])
    expect(await page.content()).not.toMatch(new RegExp(allTexts.join('|')))
  })

  await unlock(page, passphrase)
  await live.endNow(page)
  await live.openDebrief(page)
  const fileName = await live.exportSummary(page)
  const exported = join(userDataDir, 'exports', fileName)
  await test.step('after the export, in all but the document', async () => {
    const traces = findAnywhere().filter(({ path }) => path !== exported)
    expect(traces).toEqual([])
    const { text, metadata } = await readPdf(exported)
    const document = text + metadata + fileName
    // The group's own words are in it, or this would prove nothing.
    expect(document).toContain(recordTexts.topic)
    for (const absent of [...Object.values(privateTexts), recordTexts.member, recordTexts.unsavedNote]) {
      expect(document).not.toContain(absent)
    }
    expect(findText(Object.values(privateTexts), [join(userDataDir, 'exports')])).toEqual([])
  })

  expect(await app.close()).toBe(0)
  await test.step('after quit', async () => {
    expect(
      findText(allTexts, [userDataDir, temp, ...profiles]).filter(({ path }) => path !== exported),
    ).toEqual([])
    for (const profile of profiles) expect(existsSync(profile)).toBe(false)
    // The test's own line to the window has left its empty folder.
    expect(countBytes([temp])).toBe(0)
    const ours = ['browser', 'exports', 'instance-key', 'preferences.json', 'vault']
    expect(readdirSync(userDataDir).toSorted()).toEqual(ours)
    // Nothing was set: it says that there is a vault, should its folder be gone one day.
    expect(JSON.parse(readFileSync(join(userDataDir, 'preferences.json'), 'utf8'))).toEqual({
      ...defaultPreferences,
      hadVault: true,
    })
    expect(readdirSync(join(userDataDir, 'browser'))).toEqual([])
    expect(readdirSync(join(userDataDir, 'vault')).toSorted()).toEqual([
      'private.db',
      'record.db',
      'vault.json',
    ])
    for (const store of ['record.db', 'private.db']) {
      expect(
        readFileSync(join(userDataDir, 'vault', store))
          .subarray(0, 6)
          .toString(),
      ).not.toBe('SQLite')
    }
    expect(await app.stderr).toBe('')
  })
  await test.step('in the log', () => {
    const { events, breaks } = readLogs(userDataDir, passphrase)
    expect(breaks).toEqual([])
    const log = JSON.stringify(events)
    expect(log).toContain(recordTexts.topic)
    expect(events.some(({ body }) => body.type === 'private-note.kept')).toBe(true)
    const neverInTheLog = [
      ...Object.values(privateTexts),
      recordTexts.note,
      recordTexts.member,
      recordTexts.group,
    ]
    for (const text of neverInTheLog) expect(log).not.toContain(text)
  })
})
