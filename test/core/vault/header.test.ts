import { createHash, randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { unwrapKeys } from '../../../src/main/core/vault/key-slots.ts'
import { changeComputerKey } from '../../../src/main/core/vault/change-computer-key.ts'
import { isAuthentic, readHeader } from '../../../src/main/core/vault/header.ts'
import { canonicalJson, type Json } from '../../../src/shared/canonical-json.ts'
import { z } from '../../../src/shared/zod.ts'
import { definitely, valueOf } from '../support/world.ts'
import { makeOlderVault } from './older-vault.ts'
import { byPassphrase, makeVault, passphrase, type MadeVault } from './temporary-vault.ts'

const looseHeader = z.record(z.string(), z.json()).and(
  z.looseObject({
    vaultId: z.string(),
    version: z.int(),
    mac: z.string(),
    computer: z.strictObject({ id: z.string(), root: z.json() }).optional(),
    recordKey: z.json().optional(),
    privateKey: z.json().optional(),
    slots: z.array(
      z.looseObject({
        id: z.string(),
        kind: z.string(),
        argon2id: z.record(z.string(), z.union([z.number(), z.string()])),
        recordKey: z.json().optional(),
        privateKey: z.json(),
      }),
    ),
  }),
)
type LooseHeader = z.infer<typeof looseHeader>
type Change = (header: LooseHeader) => void

const made = new Map<number, MadeVault>()
let text: string
beforeAll(async () => {
  made.set(1, await makeOlderVault())
  made.set(3, await makeVault())
  const ofComputer = await makeVault()
  const secret = randomBytes(32).toString('base64')
  const slot = { id: '4b7d0e9a-6f21-4c58-93a7-d2e10b8c5f64', secret }
  const change = { authorPassphrase: passphrase, slot, randomBytes, entering: (write: () => void) => write() }
  valueOf(await changeComputerKey(ofComputer.folder, change))
  made.set(4, ofComputer)
})
afterAll(() => made.forEach((vault) => vault.remove()))

/** A header changed by someone who knows the format, and puts its checksum right. */
function forged(change: Change): string {
  const header = looseHeader.parse(JSON.parse(text))
  change(header)
  const { checksum: _, ...rest } = header
  return sealed(z.json().parse(rest))
}

function sealed(rest: Json): string {
  const checksum = createHash('sha256').update(canonicalJson(rest)).digest('hex')
  return `${canonicalJson({ ...z.record(z.string(), z.json()).parse(rest), checksum })}\n`
}

function firstSlot(header: LooseHeader) {
  const [slot] = header.slots
  if (slot === undefined) throw new Error('no slot')
  return slot
}

function failureOf(read: ReturnType<typeof readHeader>): string {
  return read.ok ? 'none' : read.error.code
}

/** What a changed header is to be called: what it now says of itself comes before the checksum. */
function nameOf(changed: string): string {
  const saysVersion = Number(/"version":(\d+)\}\s*$/.exec(changed)?.[1] ?? 1)
  if (saysVersion > 4) return 'newer-version'
  const says = (name: string) =>
    [...changed.matchAll(new RegExp(`"${name}":(\\d+),`, 'g'))].map(([, n]) => Number(n))
  const isWeak = [
    ...says('memoryKiB').map((n) => n < 65_536),
    ...says('passes').map((n) => n < 3),
    ...says('lanes').map((n) => n < 1),
  ]
  return isWeak.includes(true) ? 'weakened' : 'damaged-header'
}

/** In version 1 the two stand in each slot, and later under the root. */
const swapInSlot: Change = (header) => {
  const slot = firstSlot(header)
  ;[slot.recordKey, slot.privateKey] = [slot.privateKey, definitely(slot.recordKey)]
}
const swapUnderRoot: Change = (header) => {
  ;[header.recordKey, header.privateKey] = [header.privateKey, header.recordKey]
}

// Version 2 has the slots of the third, and one key less that hangs from the root.
describe.each([1, 3, 4])('of version %i', (version) => {
  beforeAll(() => {
    text = readFileSync(join(definitely(made.get(version)).folder, 'vault.json'), 'utf8')
  })

  describe('a header whose bytes were lost or changed', () => {
    it('is never read, whichever bit of it flipped, and is named for what it says', () => {
      const bytes = Buffer.from(text)
      const names = new Map<string, number>()
      for (let at = 0; at < bytes.length; at += 1) {
        for (const bit of [0, 1, 4, 5, 7]) {
          const flipped = Buffer.from(bytes)
          flipped[at] = bytes.readUInt8(at) ^ (1 << bit)
          const changed = flipped.toString('utf8')
          const name = failureOf(readHeader(changed))
          // Where the flip broke the JSON or a name in it, nothing that it says counts.
          if (name !== 'damaged-header') expect(name, `byte ${at}, bit ${bit}`).toBe(nameOf(changed))
          names.set(name, (names.get(name) ?? 0) + 1)
        }
      }
      expect(names.get('none')).toBeUndefined()
      expect(names.get('damaged-header')).toBeGreaterThan(bytes.length * 5 - 60)
    })

    it.each([
      [
        'of a later version',
        (whole: string) => whole.replace(`"version":${version}`, '"version":5'),
        'newer-version',
      ],
      ['with fewer passes', (whole: string) => whole.replace('"passes":3', '"passes":1'), 'weakened'],
      [
        'with less memory, laid out by an editor',
        (whole: string) =>
          JSON.stringify(JSON.parse(whole.replace('"memoryKiB":65536', '"memoryKiB":8')), null, 2),
        'weakened',
      ],
    ])('is named when it was edited by hand: %s', (_, change, name) => {
      expect(failureOf(readHeader(change(text)))).toBe(name)
    })

    it('is damaged, wherever it was cut', () => {
      for (let length = 0; length < text.length; length += 1) {
        expect(failureOf(readHeader(text.slice(0, length)))).toBe('damaged-header')
      }
    })

    it.each([
      ['a blank more', (whole: string) => `${whole} `],
      ['a line end of another system', (whole: string) => whole.replace('\n', '\r\n')],
      ['a member twice', (whole: string) => whole.replace('{', '{"version":1,')],
      [
        'another order',
        (whole: string) => JSON.stringify(Object.fromEntries(Object.entries(JSON.parse(whole)).toReversed())),
      ],
      ['brackets without end', () => '['.repeat(60_000)],
      ['deep brackets', () => '['.repeat(30_000) + ']'.repeat(30_000)],
      ['null', () => 'null\n'],
    ])('is damaged with %s', (_, change) => {
      expect(failureOf(readHeader(change(text)))).toBe('damaged-header')
    })
  })

  describe('a header that is whole', () => {
    it('is read', () => {
      expect(failureOf(readHeader(text))).toBe('none')
    })

    it('of a newer version is told as such, whatever else it holds', () => {
      const newer = sealed({ format: 'circlekeeper-vault', version: 5, something: ['new'] })
      expect(failureOf(readHeader(newer))).toBe('newer-version')
    })

    it('of another program is damaged', () => {
      expect(failureOf(readHeader(sealed({ format: 'other', version: 1 })))).toBe('damaged-header')
    })

    it.each([
      ['memoryKiB', 65_535],
      ['passes', 2],
      ['lanes', 0],
      ['memoryKiB', -1],
    ])('with %s at %d is refused before any derivation', (name, value) => {
      const weak = forged((header) => (firstSlot(header).argon2id[name] = value))
      expect(failureOf(readHeader(weak))).toBe('weakened')
    })

    it('is refused when only its other slot is weak', () => {
      const weak = forged((header) => {
        for (const slot of header.slots) if (slot.kind === 'recovery') slot.argon2id['memoryKiB'] = 8
      })
      expect(failureOf(readHeader(weak))).toBe('weakened')
    })

    it.each([
      ['memoryKiB', 100 * 1024 * 1024],
      ['passes', 65],
      ['lanes', 17],
      ['passes', 3.5],
      ['salt', 'AAAA'],
    ])('with %s at %s asks for absurd work, and is damaged', (name, value) => {
      const absurd = forged((header) => (firstSlot(header).argon2id[name] = value))
      expect(failureOf(readHeader(absurd))).toBe('damaged-header')
    })

    it('with a short authentication tag is damaged', () => {
      const short = forged((header) => {
        firstSlot(header).privateKey = { nonce: 'A'.repeat(16), sealed: `${'A'.repeat(62)}==` }
      })
      expect(failureOf(readHeader(short))).toBe('damaged-header')
    })

    it.each([
      ['none', (header: LooseHeader) => header.slots.splice(0)],
      [
        'nine',
        (header: LooseHeader) => header.slots.push(...Array.from({ length: 7 }, () => firstSlot(header))),
      ],
    ])('with %s slots is damaged', (_, change) => {
      expect(failureOf(readHeader(forged(change)))).toBe('damaged-header')
    })
  })

  describe('a header changed by someone who puts the checksum right', () => {
    /** What happens when the owner types the right passphrase. */
    async function outcome(change: Change): Promise<'opens' | 'wrong-secret' | 'damaged-header'> {
      const header = readHeader(forged(change))
      if (!header.ok) throw new Error(header.error.code)
      const keys = await unwrapKeys(header.value, byPassphrase)
      if (!keys.ok) return keys.error.code
      return isAuthentic(header.value, keys.value.record) ? 'opens' : 'damaged-header'
    }

    it('opens when nothing was changed', async () => {
      expect(await outcome(() => undefined)).toBe('opens')
    })

    it.each<[string, Change]>([
      ['a slot is removed', (header) => header.slots.pop()],
      ['a slot is added', (header) => header.slots.push(firstSlot(header))],
      ['the slots change places', (header) => (header.slots = header.slots.toReversed())],
      [
        'the computer’s slot is another, or there is one',
        (header) => {
          const root = { nonce: 'A'.repeat(16), sealed: 'A'.repeat(64) }
          header.computer = { id: '00000000-0000-4000-8000-000000000000', root }
          header.version = 4
          header.recordKey ??= root
          header.privateKey ??= root
          for (const slot of header.slots) delete slot.recordKey
        },
      ],
      ['the MAC is another', (header) => (header.mac = Buffer.alloc(32).toString('base64'))],
    ])('is damaged when %s', async (_, change) => {
      expect(await outcome(change)).toBe('damaged-header')
    })

    it.each<[string, Change]>([
      ['the vault has another id', (header) => (header.vaultId = '00000000-0000-4000-8000-000000000000')],
      [
        'the slot has another id',
        (header) => (firstSlot(header).id = '00000000-0000-4000-8000-000000000000'),
      ],
      ['the slot is of the other kind', (header) => (firstSlot(header).kind = 'recovery')],
      [
        'the salt is another',
        (header) => (firstSlot(header).argon2id['salt'] = Buffer.alloc(16).toString('base64')),
      ],
      ['the passes are more', (header) => (firstSlot(header).argon2id['passes'] = 4)],
    ])('does not open when %s', async (_, change) => {
      expect(await outcome(change)).toBe('wrong-secret')
    })

    it('does not open when the record key and the private key change places', async () => {
      expect(await outcome(version === 1 ? swapInSlot : swapUnderRoot)).toBe(
        version === 1 ? 'wrong-secret' : 'damaged-header',
      )
    })
  })
})
