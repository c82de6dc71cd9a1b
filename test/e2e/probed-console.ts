import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base, expect } from '@playwright/test'
import { launchConsole, type LaunchedConsole } from '../support/launch.ts'
import { withPolicyProbe } from '../support/policies.ts'

interface Probed {
  readonly app: LaunchedConsole
  readonly userDataDir: string
  /** The arguments of every call of one of electron's methods, so far. */
  readonly argumentsOf: (what: string) => Promise<(readonly unknown[])[]>
  readonly firstArgumentsOf: (what: string) => Promise<unknown[]>
}

/** One console at its first run, whose policies can be tried: shared by the specs that only look. */
export const test = base.extend<object, { readonly probed: Probed }>({
  probed: [
    // oxlint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const userDataDir = mkdtempSync(join(tmpdir(), 'circlekeeper-policies-'))
      const app = await launchConsole({ userDataDir, env: withPolicyProbe })
      app.page.setDefaultTimeout(30_000)
      await app.page.getByRole('heading', { name: 'About you' }).waitFor()
      const argumentsOf: Probed['argumentsOf'] = async (what) =>
        (await app.asked()).filter((one) => one.what === what).map(({ args }) => args)
      const firstArgumentsOf = async (what: string) => (await argumentsOf(what)).map(([first]) => first)
      await use({ app, userDataDir, argumentsOf, firstArgumentsOf })
      await app.close()
      rmSync(userDataDir, { recursive: true, force: true })
    },
    { scope: 'worker' },
  ],
})

export { expect }
