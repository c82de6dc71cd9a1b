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
  'randomBytes',
  'randomUUID',
  'timingSafeEqual',
]
const algorithms = ['aes-256-gcm', 'sha256', 'sha512']

it('the program uses no cryptography but what Electron has too', () => {
  const folder = join(import.meta.dirname, '../../../src')
  const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .filter((source) => source.includes("from 'node:crypto'"))
  expect(sources.length).toBeGreaterThan(2)
  for (const source of sources) {
    const imported = /import (?:type )?\{([^}]*)\} from 'node:crypto'/.exec(source)?.[1] ?? 'everything'
    const names = imported.split(',').map((name) => name.trim().split(' as ')[0])
    expect(names.filter((name) => name !== '' && !functions.some((known) => known === name))).toEqual([])
    const named = [
      ...source.matchAll(/(?:createCipheriv|createDecipheriv|createHash|createHmac|hkdfSync)\(\s*'([^']*)'/g),
    ]
    expect(named.filter(([, name]) => !algorithms.some((known) => known === name))).toEqual([])
  }
})
