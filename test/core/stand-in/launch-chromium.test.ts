import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { findChromium } from '../../../src/stand-in/find-chromium.ts'
import { launchChromium } from '../../../src/stand-in/launch-chromium.ts'

const path = process.env['PATH'] ?? ''
const isPosix = process.platform !== 'win32' && process.platform !== 'darwin'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'circlekeeper-test-'))
})
afterEach(() => {
  process.env['PATH'] = path
  rmSync(folder, { recursive: true, force: true })
})

/** A browser that gets stuck the first time that it is started, and is the real one after that. */
function installStuckBrowser(): string {
  const stuck = join(folder, 'stuck')
  const script = `#!/bin/sh\nif mkdir '${stuck}' 2>/dev/null; then exec sleep 600; fi\nexec '${findChromium()}' "$@"\n`
  writeFileSync(join(folder, 'chromium'), script, { mode: 0o700 })
  process.env['PATH'] = `${folder}${delimiter}${path}`
  return stuck
}

it.skipIf(!isPosix)('starts another browser in place of one that is stuck', async () => {
  const stuck = installStuckBrowser()
  const options = { profile: join(folder, 'profile'), switches: [], window: 'hidden' } as const
  const context = await launchChromium(options, 1_000)
  expect(existsSync(stuck)).toBe(true)
  expect(context.pages().length).toBeGreaterThan(0)
  await context.close()
})
