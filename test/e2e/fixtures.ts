import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { test as base, expect, type TestInfo } from '@playwright/test'
import type { Page } from 'playwright-core'
import type { Author } from '../support/drive.ts'
import {
  electronBinaryPath,
  launchConsole,
  launchInElectron,
  type LaunchedConsole,
} from '../support/launch.ts'
import { createTimepiece, type Timepiece } from '../support/timepiece.ts'
import { foundVault } from '../support/vault-jobs.ts'

/**
 * Every spec runs the built console on the stand-in. Tests that need no simulated clock are tagged `@electron`, and run
 * in Electron itself as well, in a project of their own: skipped, with the reason, where its binary is not at hand.
 */
export interface Settings {
  readonly runtime: 'stand-in' | 'electron'
}

/** What a file of specs sets for all of its tests. */
interface Options {
  /** Whose vault is there, and locked, when the console starts; null for a first run. */
  readonly vaultOf: Author | null
}

interface WorkerFixtures {
  /** The folder of a new vault of this author, to be copied: each is made once. */
  readonly newVaultOf: (author: Author) => string
}

interface Running {
  readonly page: Page
  /** Null in Electron, which has no simulated clock. */
  readonly console: LaunchedConsole | null
  readonly timepiece: Timepiece
  close(): Promise<unknown>
}

interface Fixtures {
  /** A private folder of this test's own, removed with all that is in it. */
  readonly userDataDir: string
  readonly running: Running
  /** The console's window. */
  readonly page: Page
  readonly console: LaunchedConsole
  /** The core's time, which stands still unless it is moved. */
  readonly timepiece: Timepiece
}

/** Tuesday 17 November 2026, 18:05 where the group meets: five minutes after its time. */
export const startWallMs = Date.UTC(2026, 10, 18, 0, 5)
const env = { TZ: 'America/Chicago', LC_ALL: 'C', LANGUAGE: 'en_US' }

export const test = base.extend<Fixtures & Settings & Options, WorkerFixtures>({
  runtime: ['stand-in', { option: true }],
  vaultOf: [null, { option: true }],
  newVaultOf: [
    // oxlint-disable-next-line no-empty-pattern
    async ({}, provide) => {
      const home = mkdtempSync(join(tmpdir(), 'circlekeeper-e2e-'))
      const made = new Map<string, string>()
      await provide((author) => {
        const key = JSON.stringify(author)
        const folder = made.get(key) ?? join(home, String(made.size))
        if (!made.has(key)) foundVault(folder, author)
        made.set(key, folder)
        return join(folder, 'vault')
      })
      rmSync(home, { recursive: true, force: true })
    },
    { scope: 'worker' },
  ],
  // oxlint-disable-next-line no-empty-pattern
  userDataDir: async ({}, provide) => {
    const folder = mkdtempSync(join(tmpdir(), 'circlekeeper-e2e-'))
    await provide(folder)
    rmSync(folder, { recursive: true, force: true })
  },
  running: async ({ runtime, userDataDir, vaultOf, newVaultOf }, provide) => {
    const isMissing = runtime === 'electron' && electronBinaryPath() === undefined
    test.skip(isMissing, "Electron's binary is not on this computer")
    if (vaultOf !== null) cpSync(newVaultOf(vaultOf), join(userDataDir, 'vault'), { recursive: true })
    const running = runtime === 'electron' ? await runElectron(userDataDir) : await runStandIn(userDataDir)
    await provide(running)
    await running.close()
  },
  page: async ({ running }, provide, testInfo) => {
    await provide(running.page)
    if (testInfo.status !== testInfo.expectedStatus) await attachScreen(running.page, testInfo)
  },
  console: async ({ running }, provide) => {
    if (running.console === null) throw new Error('Only the stand-in can be asked for this')
    await provide(running.console)
  },
  timepiece: async ({ running }, provide) => provide(running.timepiece),
})

/** What was on the screen when a test failed, in words: most of what is needed to tell a wait too short from a fault. */
async function attachScreen(page: Page, testInfo: TestInfo): Promise<void> {
  try {
    const body = await page.locator('body').ariaSnapshot({ timeout: 5_000 })
    await testInfo.attach('screen', { body, contentType: 'text/plain' })
  } catch (error) {
    // A window that is gone has nothing to show; the test's own error is told anyway.
    await testInfo.attach('screen', { body: String(error), contentType: 'text/plain' })
  }
}

async function runStandIn(userDataDir: string): Promise<Running> {
  let launched: LaunchedConsole | null = null
  const timepiece = createTimepiece(startWallMs, async (reading) => launched?.setClock(reading))
  const path = `${installViewer(userDataDir)}${delimiter}${process.env['PATH'] ?? ''}`
  launched = await launchConsole({ userDataDir, clock: timepiece.startsAt, env: { ...env, PATH: path } })
  launched.page.setDefaultTimeout(30_000)
  const { page } = launched
  return { page, console: launched, timepiece, close: () => launched?.close() ?? Promise.resolve() }
}

// The computer's own way to open a file, as Linux and macOS call it, only writes down what it was to open.
function installViewer(userDataDir: string): string {
  const folder = join(userDataDir, 'viewer')
  mkdirSync(folder)
  for (const name of ['xdg-open', 'open']) {
    writeFileSync(join(folder, name), '#!/bin/sh\nprintf %s "$1" > "$(dirname "$0")/opened"\n', {
      mode: 0o700,
    })
  }
  return folder
}

/** The path that the console asked the computer to open last; null when it has asked for none. */
export function readOpened(userDataDir: string): string | null {
  const path = join(userDataDir, 'viewer/opened')
  return existsSync(path) ? readFileSync(path, 'utf8') : null
}

async function runElectron(userDataDir: string): Promise<Running> {
  const { app, page } = await launchInElectron({ userDataDir })
  const timepiece = createTimepiece(startWallMs, () => Promise.reject(new Error('The time is real here')))
  return { page, console: null, timepiece, close: () => app.close() }
}

export { expect }
