import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

// Electron's library (BoringSSL) has less than Node's: what a test under Node can do, the program may not be able to.
const functions = [
  'createCipheriv',
  'createDecipheriv',
  'createHash',
  'createHmac',
  'hkdfSync',
  // As SQLCipher derives the key of its pages' MACs: two rounds over a random key.
  'pbkdf2Sync',
  'randomBytes',
  'randomUUID',
  'timingSafeEqual',
]
const algorithms = ['aes-256-gcm', 'sha256', 'sha512']
// The pages of SQLCipher 4 are what they are, and have a MAC of their own.
const ofPages = { path: join('main', 'core', 'vault', 'page-cipher.ts'), algorithm: 'aes-256-cbc' }

it('the program uses no cryptography but what Electron has too', () => {
  const folder = join(import.meta.dirname, '../../../src')
  const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => ({ path, source: readFileSync(join(folder, path), 'utf8') }))
    .filter(({ source }) => source.includes("from 'node:crypto'"))
  expect(sources.length).toBeGreaterThan(2)
  for (const { path, source } of sources) {
    const chosen = path === ofPages.path ? [...algorithms, ofPages.algorithm] : algorithms
    const imported = /import (?:type )?\{([^}]*)\} from 'node:crypto'/.exec(source)?.[1] ?? 'everything'
    const names = imported.split(',').map((name) => name.trim().split(' as ')[0])
    expect(names.filter((name) => name !== '' && !functions.some((known) => known === name))).toEqual([])
    const named = [
      ...source.matchAll(/(?:createCipheriv|createDecipheriv|createHash|createHmac|hkdfSync)\(\s*'([^']*)'/g),
    ]
    expect(named.filter(([, name]) => !chosen.some((known) => known === name))).toEqual([])
  }
})
