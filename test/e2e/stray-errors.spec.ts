import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { getFromPage } from '../support/call-page.ts'
import { title } from '../support/drive.ts'
import { launchConsole, type LaunchedConsole } from '../support/launch.ts'
import { stockVault } from '../support/vault-jobs.ts'

// A bug of ours that throws past every answer, as nobody has found it yet: the signal throws it.

const words = 'Group of Thursday'
const faulty = `process.on('SIGUSR2', () => {
  void Promise.reject(new Error('${words}, unheard'))
  throw new Error('${words}')
})`

let folder: string
let app: LaunchedConsole

test.beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'circlekeeper-stray-'))
  stockVault(folder)
  const env = { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(faulty)}` }
  app = await launchConsole({ userDataDir: folder, env })
})
test.afterEach(async () => {
  await app.kill()
  rmSync(folder, { recursive: true, force: true })
})

test('what main throws unheard ends nothing, and not a word of it is said', async () => {
  await title(app.page, 'Unlock').waitFor()
  app.process.kill('SIGUSR2')
  expect(await getFromPage(app.page, 'vault.access', {})).toBe('locked')
  expect(await app.close()).toBe(0)
  const said = await app.stderr
  expect(said.match(/"event":"main-threw"/g)).toHaveLength(2)
  expect(said).not.toContain(words)
})
