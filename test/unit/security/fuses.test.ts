import { readdirSync, readFileSync } from 'node:fs'
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

const packed = ['out/**', 'package.json', 'resources/icons/icon.png', '!node_modules/**']
const packedModules = [
  'node_modules/better-sqlite3/{package.json,LICENSE,lib/**,prebuilds/${platform}-${arch}.node}',
  'node_modules/@cantoo/pdf-lib/{package.json,LICENSE.md,es/**}',
  'node_modules/{@node-rs/*,csv-parse,csv-stringify,culori,d3-path,d3-shape,fflate,html-entities,node-html-better-parser,react,react-dom,scheduler,tslib,zod}/**',
  '!**/*.{d.ts,d.cts,d.mts,map}',
]

/** The packages that a pattern lets in. */
function namesIn(pattern: string): readonly string[] {
  const [, several, one] =
    /^node_modules\/(?:\{([^}]+)\}\/\*\*|((?:@[^/]+\/)?[^/{]+)\/\{)/.exec(pattern) ?? []
  return several?.split(',') ?? (one === undefined ? [] : [one])
}

interface Locked {
  readonly dependencies?: Readonly<Record<string, string>>
}
const lock: { readonly packages: Readonly<Record<string, Locked | undefined>> } = JSON.parse(
  readFileSync(resolve(root, 'package-lock.json'), 'utf8'),
)
/** What its packages name and never load: it compiles what is prebuilt here. */
const compiles = new Set(['node-addon-api'])

/** The packages that the sources of the main process and the core import, and those that these need. */
function loadedByMain(): ReadonlySet<string> {
  const loaded = new Set<string>()
  const add = (name: string) => {
    // Of a native package, one for each system.
    const packedAs = name.startsWith('@node-rs/') ? '@node-rs/*' : name
    if (loaded.has(packedAs) || compiles.has(name)) return
    loaded.add(packedAs)
    for (const needed of Object.keys(lock.packages[`node_modules/${name}`]?.dependencies ?? {})) add(needed)
  }
  for (const folder of ['src/main', 'src/shared'])
    for (const file of readdirSync(resolve(root, folder), { recursive: true, encoding: 'utf8' }))
      if (/\.tsx?$/.test(file)) importedBy(resolve(root, folder, file)).forEach(add)
  return loaded
}

function importedBy(path: string): string[] {
  const imports = readFileSync(path, 'utf8').matchAll(
    /^(?:import|export) (?!type\b)[^;'"]*?from '([^'.][^']*)'|\bimport\('([^'.][^']*)'\)/gm,
  )
  return Array.from(imports, ([, fixed = '', late = '']) => fixed || late).flatMap((from) => {
    const [name] = /^(?:@[^/]+\/)?[^/]+/.exec(from) ?? ['']
    return name === 'electron' || name.startsWith('node:') ? [] : [name]
  })
}

it('a package will be made with every fuse set, so that nothing but the packaged app can run in it', () => {
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

it('a package is made just so: of the build and what it loads, in one archive, signed where it can be, and nothing updates itself', () => {
  const entitlements = 'resources/package/entitlements.mac.plist'
  // Whole: whatever else the tool could be told would change what people install.
  expect(builder).toEqual({
    appId: 'org.circlekeeper.console',
    productName: 'Circlekeeper',
    directories: { output: 'dist', buildResources: 'resources/package' },
    files: [...packed, ...packedModules],
    // Libraries that the system itself loads cannot be loaded out of an archive; nothing else lies beside it.
    asar: { smartUnpack: false },
    asarUnpack: ['**/*.node'],
    npmRebuild: false,
    afterPack: 'scripts/package/set-fuses.mjs',
    publish: null,
    electronLanguages: ['en-US'],
    icon: 'resources/icons/icon.png',
    linux: {
      target: ['AppImage', 'deb'],
      executableName: 'circlekeeper',
      category: 'Office;MedicalSoftware',
      synopsis: 'The console for a therapy group, offline',
      maintainer: 'Circlekeeper',
    },
    win: { target: ['nsis'], forceCodeSigning: true },
    // What somebody wrote does not go with the program.
    nsis: { oneClick: false, perMachine: false, deleteAppDataOnUninstall: false, differentialPackage: false },
    mac: {
      target: ['dmg'],
      category: 'public.app-category.medical',
      forceCodeSigning: true,
      hardenedRuntime: true,
      gatekeeperAssess: false,
      entitlements,
      entitlementsInherit: entitlements,
    },
    dmg: { writeUpdateInfo: false },
  })
  expect(readFileSync(resolve(root, 'package.json'), 'utf8')).not.toMatch(
    /electron-(?:updater|builder)|"build":\s*\{/,
  )
})

it('of all that is installed, what the core and its papers load is in a package, and nothing else', () => {
  const named = packedModules.flatMap((pattern) => [...namesIn(pattern)])
  expect(named.toSorted()).toEqual([...loadedByMain()].toSorted())
})

it('on macOS the program may make code as it runs, as every browser has to, and nothing else', () => {
  const path = 'resources/package/entitlements.mac.plist'
  const granted = readFileSync(resolve(root, path), 'utf8').matchAll(/<key>([^<]+)<\/key>\s*<(\w+)\/>/g)
  expect(Array.from(granted, ([, key, value]) => [key, value])).toEqual([
    ['com.apple.security.cs.allow-jit', 'true'],
  ])
})
