import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, it } from 'vitest'
import { afterPack, fuseConfig, fuses } from '../../../scripts/package/set-fuses.mjs'

const root = resolve(import.meta.dirname, '../../..')
const builder: Readonly<Record<string, unknown>> = JSON.parse(
  readFileSync(resolve(root, 'electron-builder.json'), 'utf8'),
)

/** The fuses of Electron 45 by their numbers, as `@electron/fuses` 2.1 has them. */
const known = {
  FuseVersion: { V1: '1' },
  FuseV1Options: {
    RunAsNode: 0,
    EnableCookieEncryption: 1,
    EnableNodeOptionsEnvironmentVariable: 2,
    EnableNodeCliInspectArguments: 3,
    EnableEmbeddedAsarIntegrityValidation: 4,
    OnlyLoadAppFromAsar: 5,
    LoadBrowserProcessSpecificV8Snapshot: 6,
    GrantFileProtocolExtraPrivileges: 7,
    WasmTrapHandlers: 8,
  },
}

it('a package will be made with every fuse set, so that nothing but the packaged app can run in it', () => {
  expect(builder['afterPack']).toBe('scripts/package/set-fuses.mjs')
  expect(afterPack).toBeTypeOf('function')
  // https://www.electronjs.org/docs/latest/tutorial/fuses
  expect(fuses).toEqual({
    runAsNode: false,
    enableCookieEncryption: true,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    loadBrowserProcessSpecificV8Snapshot: false,
    grantFileProtocolExtraPrivileges: false,
    wasmTrapHandlers: true,
  })
})

it('a fuse that is not named, or that nobody knows, ends the build', () => {
  expect(fuseConfig(known)).toEqual({
    version: '1',
    strictlyRequireAllFuses: true,
    0: false,
    1: true,
    2: false,
    3: false,
    4: true,
    5: true,
    6: false,
    7: false,
    8: true,
  })
  const { WasmTrapHandlers: _, ...older } = known.FuseV1Options
  expect(() => fuseConfig({ ...known, FuseV1Options: older })).toThrow(/does not know/)
})

it('the program is packed into one archive whose content is checked, and no more than the build goes into it', () => {
  expect(builder).toMatchObject({ asar: true, files: ['out/**', 'package.json'] })
  // Libraries that the system itself loads cannot be loaded out of an archive; nothing else lies beside it.
  expect(builder['asarUnpack']).toEqual(['**/*.node'])
  expect(builder['npmRebuild']).toBe(false)
  expect(Object.keys(builder)).not.toContain('disableAsarIntegrity')
})

it('nothing updates itself, and nothing is published', () => {
  expect(builder['publish']).toBeNull()
  expect(builder).toMatchObject({ nsis: { differentialPackage: false }, dmg: { writeUpdateInfo: false } })
  const text = ['electron-builder.json', 'package.json'].map((name) =>
    readFileSync(resolve(root, name), 'utf8'),
  )
  expect(text.join('\n')).not.toMatch(/electron-updater|autoUpdater|"provider"/)
})

it('there is a package for each system, and none that should be signed is made without', () => {
  expect(builder).toMatchObject({
    linux: { target: ['AppImage', 'deb'] },
    win: { target: ['nsis'], forceCodeSigning: true },
    mac: { target: ['dmg'], forceCodeSigning: true, hardenedRuntime: true },
    // What somebody wrote does not go with the program.
    nsis: { deleteAppDataOnUninstall: false },
  })
})

it('on macOS the program may make code as it runs, as every browser has to, and nothing else', () => {
  const { mac } = builder
  const path = 'resources/package/entitlements.mac.plist'
  expect(mac).toMatchObject({ entitlements: path, entitlementsInherit: path })
  expect(existsSync(resolve(root, path))).toBe(true)
  const granted = readFileSync(resolve(root, path), 'utf8').matchAll(/<key>([^<]+)<\/key>\s*<(\w+)\/>/g)
  expect(Array.from(granted, ([, key, value]) => [key, value])).toEqual([
    ['com.apple.security.cs.allow-jit', 'true'],
  ])
})
