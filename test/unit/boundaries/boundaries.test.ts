import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, copyFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const root = resolve(import.meta.dirname, '../../..')
let house = ''

// Each import that the house forbids, in a file of its own: the lint has to find every one of them, and no other.
const forbidden: readonly (readonly [file: string, source: string])[] = [
  ['src/shared/a.ts', "import '../main/ipc/door.ts'"],
  ['src/shared/b.ts', "import 'node:fs'"],
  ['src/shared/c.ts', "import 'zod'"],
  ['src/shared/d.ts', "import '../renderer/app/api.ts'"],
  ['src/renderer/live/a.ts', "import '../../main/core/clock.ts'"],
  ['src/renderer/live/b.ts', "import 'electron'"],
  ['src/renderer/live/c.ts', "import 'node:path'"],
  ['src/renderer/live/d.ts', "import '../../stand-in/app.ts'"],
  ['src/preload/a.ts', "import { contract } from '../shared/ipc/contract.ts'\nexport const x = contract"],
  ['src/preload/b.ts', "import 'node:fs'"],
  ['src/main/ipc/a.ts', "import { app } from 'electron'\nexport const x = app"],
  ['src/main/ipc/b.ts', "import '../core/vault/open-vault.ts'"],
  ['src/main/electron/a.ts', "import '../core/session/session-log.ts'"],
  ['src/main/electron/b.ts', "import '../../renderer/app/api.ts'"],
  ['src/main/core/session/a.ts', "import 'electron'"],
  ['src/main/core/session/b.ts', "import '../../ipc/door.ts'"],
  ['src/main/core/session/c.ts', "import Database from 'better-sqlite3'\nexport const x = Database"],
  ['src/main/core/vault/a.ts', "import '../session/session-log.ts'"],
  ['src/stand-in/a.ts', "import '../main/ipc/door.ts'"],
  ['src/stand-in/b.ts', "import { app } from 'electron'\nexport const x = app"],
]

const allowed: readonly (readonly [file: string, source: string])[] = [
  ['src/shared/ok.ts', "import './zod.ts'"],
  ['src/renderer/live/ok.ts', "import '../../shared/result.ts'"],
  [
    'src/preload/ok.ts',
    "import { ipcRenderer } from 'electron'\nimport type { Bridge } from '../shared/ipc/bridge.ts'\nexport const x: Bridge | typeof ipcRenderer = ipcRenderer",
  ],
  ['src/main/electron/ok.ts', "import { app } from 'electron'\nexport const x = app"],
  ['src/main/core/session/ok.ts', "import '../vault/sql.ts'\nimport '../../../shared/ipc/contract.ts'"],
  ['src/main/core/vault/ok.ts', "import Database from 'better-sqlite3'\nexport const x = Database"],
]

const restricted = new Set<string>()

function lint(): void {
  const { stdout } = spawnSync(
    process.execPath,
    [join(root, 'node_modules/oxlint/bin/oxlint'), '-c', '.oxlintrc.json', '--format', 'json', 'src'],
    { cwd: house, encoding: 'utf8' },
  )
  const report: { diagnostics: { code: string; filename: string }[] } = JSON.parse(stdout)
  for (const { code, filename } of report.diagnostics) {
    if (code.includes('no-restricted-imports')) restricted.add(filename)
  }
}

beforeAll(() => {
  house = mkdtempSync(join(tmpdir(), 'boundaries-'))
  copyFileSync(join(root, '.oxlintrc.json'), join(house, '.oxlintrc.json'))
  symlinkSync(join(root, 'node_modules'), join(house, 'node_modules'))
  for (const [file, source] of [...forbidden, ...allowed]) {
    mkdirSync(dirname(join(house, file)), { recursive: true })
    writeFileSync(join(house, file), `${source}\n`)
  }
  lint()
})

afterAll(() => {
  rmSync(house, { recursive: true })
})

describe('imports go downwards only: the lint', () => {
  it.each(forbidden)('fails on %s: %s', (file) => {
    expect(restricted.has(file)).toBe(true)
  })

  it.each(allowed)('lets %s pass', (file) => {
    expect(restricted.has(file)).toBe(false)
  })
})
