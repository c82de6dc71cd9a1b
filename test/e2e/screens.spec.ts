import { cpSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { createAuditor, type Auditor } from '../support/audit.ts'
import * as live from '../support/drive-live.ts'
import * as drive from '../support/drive.ts'
import { launchConsole } from '../support/launch.ts'
import { pressButton } from '../support/keyboard.ts'
import { author, tenNames as names } from '../support/cast.ts'
import { expect, test } from './fixtures.ts'

const group = { name: 'Evening Circle', isOnTuesdays: true, part2: 'part2' } as const

test('the screens before a session are without fault, by day and in the evening', async ({ page }) => {
  test.slow()
  const auditor = await createAuditor(page)
  await auditFirstRun(page, auditor)
  await auditor.audit('today, without a group')
  for (const place of ['Sessions', 'Groups & members', 'Agendas', 'Vault & privacy'] as const) {
    await drive.goTo(page, place)
    await auditor.audit(`${place}, empty`)
  }
  await setUp(page)
  await auditor.audit('groups')
  await auditDialogs(page, auditor)
  await drive.openAgenda(page, group.name)
  await auditor.audit('agendas')
  await drive.goTo(page, 'Today')
  await auditor.audit('today')
  await drive.lock(page)
  await auditor.audit('unlock')
  await drive.typePassphrase(page, 'not the passphrase at all')
  await expect(page.getByText('That does not open the vault.')).toBeVisible()
  await auditor.audit('unlock, refused')
  expect(await auditor.violations()).toEqual([])
})

async function auditFirstRun(page: Page, { audit }: Auditor): Promise<void> {
  await expect(drive.title(page, 'About you')).toBeVisible()
  await audit('first run, about you')
  await drive.tellAboutYou(page, author)
  await drive.typeNewPassphrase(page, author.passphrase)
  await audit('first run, passphrase')
  await page.keyboard.press('Enter')
  const code = await drive.readRecoveryCode(page)
  await audit('first run, recovery code')
  await pressButton(page, /^It is on paper/)
  await audit('first run, confirmation')
  await pressButton(page, 'Show the code again')
  await drive.confirmKit(page, code, author.passphrase)
  await page.getByRole('navigation', { name: 'Console' }).waitFor()
}

async function setUp(page: Page): Promise<void> {
  await drive.createGroup(page, group)
  for (const name of names) await drive.addMember(page, { name, hasAgreed: name !== 'Jowita' })
  await drive.addFacilitator(page, { name: 'Maya Reed', credentials: 'LPC, CADC' })
}

async function auditDialogs(page: Page, { audit }: Auditor): Promise<void> {
  await pressButton(page, 'Edit group')
  await audit('the form of a group')
  await page.keyboard.press('Escape')
  await pressButton(page, 'Edit Maya Reed')
  await audit('the form of a facilitator')
  await page.keyboard.press('Escape')
  await drive.typeMember(page, { name: 'Kirsi' })
  await audit('a member in the line')
}

test('the screens of a session are without fault, by day and in the evening', async ({ page, timepiece }) => {
  test.slow()
  const auditor = await createAuditor(page)
  const { audit } = auditor
  await drive.createVault(page, author)
  await setUp(page)
  await drive.prepareSession(page, { group: group.name, topic: 'High-risk evenings', coLeads: ['Maya Reed'] })
  await live.arrive(page, '1')
  await live.setPresence(page, '2', 'on the way')
  await audit('pre-flight')
  await live.everyoneArrives(page)
  await live.start(page)
  await timepiece.pass(7)
  await live.giveFloor(page, '1')
  await live.giveFloor(page, '3')
  await live.mark(page, '4', 'R')
  await live.setPresence(page, '5', 'steps out')
  await live.recordNote(page, 'A note for the record.')
  await audit('live')
  await live.privateNote(page, 'A thought of my own.')
  await audit('live, private')
  await live.conceal(page)
  await audit('live, concealed')
  await live.reveal(page, author.passphrase)
  await page.keyboard.press('?')
  await audit('all keys')
  await page.keyboard.press('Escape')
  await live.pause(page)
  await audit('live, paused')
  await live.resume(page)
  await live.endNow(page)
  await audit('live, ended')
  await live.openDebrief(page)
  await audit('debrief')
  await live.writeMemberNote(page, '1', 'Named the hour before.')
  await audit('debrief, writing')
  await live.exportSummary(page)
  await audit('debrief, exported')
  await pressButton(page, 'Today')
  await audit('today, with notes to finish')
  await drive.goTo(page, 'Sessions')
  await page.getByRole('heading', { level: 1, name: 'Sessions' }).waitFor()
  await audit('sessions')
  expect(await auditor.violations()).toEqual([])
})

/** What can be wrong with a vault, and what the screen then says. */
const troubles: readonly { readonly says: string; readonly damage: (vault: string) => void }[] = [
  {
    says: 'The file that holds the vault’s lock is damaged',
    damage: (vault) => writeFileSync(join(vault, 'vault.json'), '{"half'),
  },
  {
    says: 'The lock of this vault has been made weaker than the console allows',
    damage: (vault) =>
      changeHeader(vault, (text) => text.replaceAll(/(?<key>"memory\w*":\s*)\d+/g, '$<key>1024')),
  },
  {
    says: 'This vault was last used with a newer version of the console',
    damage: (vault) => changeHeader(vault, (text) => text.replace(/(?<key>"version":\s*)\d+/, '$<key>99')),
  },
  {
    says: 'The file of the record is missing from the vault folder',
    damage: (vault) => renameSync(join(vault, 'record.db'), join(vault, 'elsewhere')),
  },
  {
    says: 'The file of the private notes is missing from the vault folder',
    damage: (vault) => renameSync(join(vault, 'private.db'), join(vault, 'elsewhere')),
  },
]

function changeHeader(vault: string, change: (text: string) => string): void {
  const path = join(vault, 'vault.json')
  writeFileSync(path, change(readFileSync(path, 'utf8')))
}

test('every whole-screen error is without fault, by day and in the evening', async ({
  console: first,
  userDataDir,
}) => {
  test.slow()
  await drive.createVault(first.page, author)
  await first.close()
  const vault = join(userDataDir, 'vault')
  const good = join(userDataDir, 'good')
  cpSync(vault, good, { recursive: true })
  for (const { says, damage } of troubles) {
    rmSync(vault, { recursive: true })
    mkdirSync(vault, { mode: 0o700 })
    cpSync(good, vault, { recursive: true })
    damage(vault)
    const launched = await launchConsole({ userDataDir })
    const { page } = launched
    const auditor = await createAuditor(page)
    if ((await drive.title(page, 'Unlock').or(drive.title(page, says)).first().innerText()) === 'Unlock') {
      await drive.typePassphrase(page, author.passphrase)
    }
    await expect(drive.title(page, says)).toBeVisible()
    await auditor.audit(says)
    expect(await auditor.violations()).toEqual([])
    await launched.close()
  }
})
