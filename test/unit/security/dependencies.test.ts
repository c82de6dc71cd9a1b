import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '../../..')
const read = (name: string) => readFileSync(join(root, name), 'utf8')

interface Locked {
  readonly version?: string
  readonly resolved?: string
  readonly integrity?: string
  readonly license?: string
  readonly os?: readonly string[]
  readonly cpu?: readonly string[]
  readonly dev?: boolean
  readonly optional?: boolean
  readonly devOptional?: boolean
}

type Pins = Readonly<Record<string, string>>
const manifest: Readonly<Record<'dependencies' | 'devDependencies' | 'optionalDependencies', Pins>> =
  JSON.parse(read('package.json'))
const lock: { readonly packages: Readonly<Record<string, Locked>> } = JSON.parse(read('package-lock.json'))
const locked = Object.entries(lock.packages).filter(([path]) => path !== '')

test('every dependency is pinned to one version', () => {
  const { dependencies, devDependencies, optionalDependencies } = manifest
  const versions = Object.values({ ...dependencies, ...devDependencies, ...optionalDependencies })
  expect(versions.length).toBeGreaterThan(20)
  expect(versions.filter((version) => !/^(?:npm:[\w@/-]+@)?\d+\.\d+\.\d+$/.test(version))).toEqual([])
})

// Programs for other systems than the one on which the lock file was made stand in it by version alone; npm adds their
// hashes where they are installed.
test('every package that is installed here is known by its hash, and comes from no place of its own', () => {
  expect(locked.length).toBeGreaterThan(100)
  const hashless = locked.filter(([, { integrity }]) => integrity?.startsWith('sha512-') !== true)
  expect(hashless.filter(([path]) => existsSync(join(root, path))).map(([path]) => path)).toEqual([])
  expect(hashless.filter(([, { os, cpu }]) => os === undefined && cpu === undefined)).toEqual([])
  expect(hashless.filter(([, { dev }]) => dev !== true)).toEqual([])
  // None is named a place of its own to come from.
  expect(locked.filter(([, { resolved }]) => resolved !== undefined)).toEqual([])
})

test('no package runs a script of its own when it is installed', () => {
  expect(read('.npmrc').split('\n')).toEqual(
    expect.arrayContaining(['ignore-scripts=true', 'save-exact=true']),
  )
})

test('what runs with the console may be given away with it', () => {
  const allowed =
    /^(?:MIT|MIT-0|ISC|0BSD|Apache-2\.0|BSD-[23]-Clause|OFL-1\.1|CC0-1\.0|\(MIT AND Zlib\)|\(MIT OR [\w.-]+\)|Unlicense|BlueOak-1\.0\.0|Zlib)$/
  const shipped = locked.filter(
    ([, { dev, optional, devOptional }]) => dev !== true && optional !== true && devOptional !== true,
  )
  expect(shipped.length).toBeGreaterThan(20)
  expect(shipped.filter(([, { license = '' }]) => !allowed.test(license)).map(([path]) => path)).toEqual([])
})
