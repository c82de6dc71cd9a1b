import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { rosterSchema } from '../../src/shared/ipc/roster-calls.ts'
import { z } from '../../src/shared/zod.ts'
import { createAuditor } from '../support/audit.ts'
import { author } from '../support/cast.ts'
import * as drive from '../support/drive.ts'
import { pressButton, typeInto } from '../support/keyboard.ts'
import { expect, test } from './fixtures.ts'

const group = 'Evening Circle'
const typed = 'What Anouk brings'
const unsaved = 'The next session still runs the agenda as it was.'

function firstName(page: Page) {
  return page.getByRole('textbox', { name: 'Name of the phase' }).first()
}

async function lockAndUnlock(page: Page): Promise<void> {
  await drive.lock(page)
  expect(await page.content()).not.toContain(typed)
  await drive.unlock(page, author.passphrase)
  await drive.openAgenda(page, group)
}

function invoke(page: Page, name: string, input: object): Promise<unknown> {
  return page.evaluate(
    ([call, value]) => Reflect.apply(Reflect.get(window.api, 'invoke'), null, [call, value]),
    [name, input] as const,
  )
}

test.use({ vaultOf: author })

test('an agenda that is not saved is there again after the lock, unsaved, until it is saved or discarded', async ({
  page,
}) => {
  test.slow()
  const { audit, violations } = await createAuditor(page)
  await drive.unlock(page, author.passphrase)
  await drive.createGroup(page, { name: group })
  await drive.openAgenda(page, group)
  const before = await firstName(page).inputValue()

  await test.step('nothing is saved, and nothing is lost', async () => {
    await firstName(page).fill(typed)
    await drive.goTo(page, 'Today')
    await drive.openAgenda(page, group)
    await expect(firstName(page)).toHaveValue(typed)
    await drive.removePhase(page, 'Check-in round')
    await typeInto(page, `Minutes of ${typed}`, '')
    await lockAndUnlock(page)
    await expect(firstName(page)).toHaveValue(typed)
    await expect(page.getByRole('textbox', { name: `Minutes of ${typed}` })).toHaveValue('0')
    await expect(page.getByRole('button', { name: 'More for Check-in round' })).toHaveCount(0)
    await expect(page.getByText(unsaved)).toBeVisible()
    await audit('an agenda that was left unsaved')
  })

  await test.step('what is discarded stays so', async () => {
    await pressButton(page, 'Discard changes')
    await expect(firstName(page)).toHaveValue(before)
    await lockAndUnlock(page)
    await expect(firstName(page)).toHaveValue(before)
    await expect(page.getByText(unsaved)).toHaveCount(0)
  })

  await test.step('and what is typed back is no change', async () => {
    await firstName(page).fill(typed)
    await firstName(page).fill(before)
    await lockAndUnlock(page)
    await expect(page.getByText(unsaved)).toHaveCount(0)
  })

  await test.step('saved, it is the group’s own, and nothing is unsaved', async () => {
    await firstName(page).fill(typed)
    await lockAndUnlock(page)
    await drive.saveAgenda(page)
    await lockAndUnlock(page)
    await expect(firstName(page)).toHaveValue(typed)
    await expect(page.getByText(unsaved)).toHaveCount(0)
  })
  expect(await violations()).toEqual([])
})

test('while the names are concealed, no page is given an agenda that is not saved', async ({ page }) => {
  await drive.unlock(page, author.passphrase)
  await drive.createGroup(page, { name: group })
  await drive.openAgenda(page, group)
  await firstName(page).fill(typed)
  const { value } = z.object({ value: rosterSchema }).parse(await invoke(page, 'roster.read', {}))
  const input = { groupId: value.groups[0]?.id }
  const kept = async () => JSON.stringify(await invoke(page, 'agenda.kept-draft', input))
  await expect.poll(kept).toContain(typed)
  await invoke(page, 'conceal.begin', {})
  expect(await invoke(page, 'agenda.kept-draft', input)).toEqual({ ok: false, error: { code: 'concealed' } })
  await invoke(page, 'conceal.reveal', { kind: 'passphrase', secret: author.passphrase })
  expect(await kept()).toContain(typed)
})

test('a file that was looked at and taken back leaves the agenda to become what it becomes', async ({
  page,
  userDataDir,
}) => {
  const path = join(userDataDir, 'brought.json')
  const phase = { name: typed, kind: 'plain', minutes: 60, minimumMinutes: 10, isProtected: false }
  const file = { format: 'circlekeeper-agenda', version: 1, groupType: 'skills', lengthMinutes: 60 }
  writeFileSync(path, JSON.stringify({ ...file, phases: [phase] }))
  await drive.unlock(page, author.passphrase)
  await drive.createGroup(page, { name: group })
  await drive.openAgenda(page, group)
  const [asked] = await Promise.all([page.waitForEvent('filechooser'), pressButton(page, 'Open a file')])
  await asked.setFiles(path)
  await expect(firstName(page)).toHaveValue(typed)
  await pressButton(page, 'Put back what stood here')
  await expect(page.getByText('90 of 90')).toBeVisible()
  await drive.goTo(page, 'Groups & members')
  await pressButton(page, 'Edit group')
  await typeInto(page, 'Length', '75', page.getByRole('dialog'))
  await pressButton(page, 'Save', page.getByRole('dialog'))
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await drive.openAgenda(page, group)
  await expect(page.getByText('75 of 75')).toBeVisible()
  await expect(page.getByText(unsaved)).toHaveCount(0)
})
