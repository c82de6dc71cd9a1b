import { join } from 'node:path'
import type { UtilityProcess } from 'electron'
import { expect, onTestFinished, test } from 'vitest'
import { connectCore } from '../../../src/main/core-client.ts'
import { coreProcesses } from '../../../src/main/electron/core-process.ts'
import { createUtilityProcess } from '../../../src/stand-in/utility-process.ts'

const settings = { vaultDir: '/none', exportsDir: '/none', preferencesPath: '/none' }

test('a core whose engine cannot go on is gone like any other: main hears its report out and keeps none of it', async () => {
  const started: UtilityProcess[] = []
  const processes = createUtilityProcess()
  const start = coreProcesses(
    {
      fork: (...args) => {
        const core = processes.fork(...args)
        started.push(core)
        return core
      },
    },
    join(import.meta.dirname, 'answering-core.mjs'),
    process.env,
  )
  const told: unknown[] = []
  const core = connectCore(
    { start, settings },
    { onPush: (push) => told.push(push), onGone: (at) => told.push(at) },
  )
  onTestFinished(() => core.close(0))
  const waiting = core.call({ name: 'session.current', input: {} })
  // As Electron tells it, before the exit.
  started[0]?.emit('error', 'FatalError', 'v8::Heap', 'a report with somebody’s words')
  expect(await core.run('export.folder', null)).toMatchObject({ error: { code: 'core-gone' } })
  expect(await waiting).toMatchObject({ error: { code: 'core-gone' } })
  expect(told).toEqual(['unknown'])
})
