import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import type { Page } from 'playwright-core'
import { prepareSession, unlock } from '../support/drive.ts'
import * as live from '../support/drive-live.ts'
import { launchConsole, type LaunchedConsole } from '../support/launch.ts'
import { createTimepiece } from '../support/timepiece.ts'
import { stockedGroup, stockVault } from '../support/vault-jobs.ts'
import { startWallMs } from './fixtures.ts'

const env = { TZ: 'America/Chicago', LC_ALL: 'C', LANGUAGE: 'en_US' }

let userDataDir: string
let app: LaunchedConsole | null = null

test.beforeEach(() => {
  userDataDir = mkdtempSync(join(tmpdir(), 'circlekeeper-chime-'))
})
test.afterEach(async () => {
  await app?.kill()
  app = null
  rmSync(userDataDir, { recursive: true, force: true })
})

// Runs in the page: every sound that begins, whether it can be heard, and what the page's policy refused.
function listen(): void {
  const heard: string[] = []
  Object.defineProperty(globalThis, 'heard', { value: heard })
  const proto = AudioBufferSourceNode.prototype
  const start = Reflect.get(proto, 'start')
  proto.start = function startAndTell(...times) {
    heard.push(`${this.context.state}, ${this.buffer?.duration.toFixed(1)} s`)
    Reflect.apply(start, this, times)
  }
  document.addEventListener('securitypolicyviolation', ({ violatedDirective }) => {
    heard.push(violatedDirective)
  })
}

function heardIn(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => Reflect.get(globalThis, 'heard'))
}

/** Runs the first phase, of five minutes, over its end; answers what was heard. */
async function runOver(): Promise<readonly string[]> {
  const { passphrase } = stockVault(userDataDir)
  const timepiece = createTimepiece(startWallMs, async (reading) => app?.setClock(reading))
  app = await launchConsole({ userDataDir, clock: timepiece.startsAt, env })
  const { page } = app
  page.setDefaultTimeout(30_000)
  await unlock(page, passphrase)
  await prepareSession(page, { group: stockedGroup, topic: '' })
  await live.everyoneArrives(page)
  await live.start(page)
  await page.evaluate(listen)
  await timepiece.pass(4)
  await expect(live.phaseClock(page)).toContainText('1:00')
  await timepiece.pass(1)
  await expect(live.phaseClock(page)).toHaveAttribute('data-tone', 'over')
  await timepiece.pass(1)
  await expect(live.phaseClock(page)).toHaveText(/^1\s?min over/)
  return heardIn(page)
}

test('no sound is made by default', async () => {
  expect(await runOver()).toEqual([])
})

test('switched on, a phase that has used its minutes rings once, and the policy lets it', async () => {
  writeFileSync(join(userDataDir, 'preferences.json'), JSON.stringify({ theme: 'day', hasChime: true }))
  expect(await runOver()).toEqual(['running, 1.6 s'])
})
