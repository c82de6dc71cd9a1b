import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { createAuditor } from '../support/audit.ts'
import { getFromPage } from '../support/call-page.ts'
import { lock, typePassphrase, unlock } from '../support/drive.ts'
import { launchConsole } from '../support/launch.ts'
import { stockVault } from '../support/vault-jobs.ts'

let userDataDir: string
test.beforeAll(() => {
  userDataDir = mkdtempSync(join(tmpdir(), 'circlekeeper-broken-log-'))
})
test.afterAll(() => rmSync(userDataDir, { recursive: true, force: true }))

test('newest changes that cannot be read are told, and the vault opens without them when its author says so', async () => {
  const vault = stockVault(userDataDir)
  const app = await launchConsole({ userDataDir })
  const { page } = app
  page.setDefaultTimeout(30_000)
  await unlock(page, vault.passphrase)
  const { members } = await getFromPage(page, 'roster.read', {})
  const [{ id: personId } = { id: '' }] = members
  for (const alias of ['One', 'Two', 'Three', 'Four'])
    // oxlint-disable-next-line no-await-in-loop -- one transaction after the other
    await getFromPage(page, 'roster.set-aliases', { personId, aliases: [alias] })
  // As a console leaves it that is killed.
  const killed = join(userDataDir, 'killed')
  cpSync(vault.folder, killed, { recursive: true })
  await lock(page)
  rmSync(vault.folder, { recursive: true })
  cpSync(killed, vault.folder, { recursive: true })
  const log = join(vault.folder, 'record.db-wal')
  const bytes = readFileSync(log)
  bytes.writeUInt8(bytes.readUInt8(100) ^ 1, 100)
  writeFileSync(log, bytes)

  const { audit, violations } = await createAuditor(page)
  await typePassphrase(page, vault.passphrase)
  const alert = page.getByRole('alert')
  await expect(
    alert.getByRole('heading', { name: /^The newest changes to the record are damaged/ }),
  ).toBeVisible()
  await expect(alert.getByText('Everything before them is whole')).toBeVisible()
  await audit('newest changes that are damaged')
  await page.screenshot({ path: test.info().outputPath('broken-log.png') })
  expect(readFileSync(log)).toEqual(bytes)
  await page.getByRole('button', { name: 'Open without them' }).click()
  await expect(page.getByText('The vault opens without the changes that cannot be read.')).toBeVisible()
  await unlock(page, vault.passphrase)
  expect(readFileSync(`${log}.broken`)).toEqual(bytes)
  await lock(page)
  await unlock(page, vault.passphrase)
  expect(await violations()).toEqual([])
  await app.close()
  expect(existsSync(log)).toBe(false)
})
