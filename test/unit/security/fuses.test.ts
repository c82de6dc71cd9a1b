import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, it } from 'vitest'

it('a package will be made with every fuse set, so that nothing but the packaged app can run in it', () => {
  const path = resolve(import.meta.dirname, '../../../electron-builder.json')
  const { asar, electronFuses }: { asar: unknown; electronFuses: unknown } = JSON.parse(
    readFileSync(path, 'utf8'),
  )
  expect(asar).toBe(true)
  // https://www.electronjs.org/docs/latest/tutorial/fuses
  expect(electronFuses).toEqual({
    runAsNode: false,
    enableCookieEncryption: true,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    loadBrowserProcessSpecificV8Snapshot: false,
    grantFileProtocolExtraPrivileges: false,
  })
})
