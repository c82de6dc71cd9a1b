import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createHash } from 'node:crypto'
import { readHeader } from '../../../src/main/core/vault/header.ts'
import { createKeptWorld, eraseGone, letYearsPass, type KeptWorld } from '../retention/kept-world.ts'
import { reviewerPassphrase } from '../reviewer/reviewed-world.ts'
import { definitely, passphrase, recoveryCode, valueOf } from '../support/world.ts'
import { readBackup, readHeaderText, readKeys, readVault, type Way } from './read-by-document.ts'
import { fenced, formatDocument, takeFormat, type SaidFormat } from './said-format.ts'
import { readCommitted, readLog, readPrivateNotes, readScaleClosings } from './said-log.ts'
import { canonical } from './said-members.ts'
import { makeVaultToRead, type VaultToRead } from './vault-to-read.ts'

const said = takeFormat(formatDocument)
const [oldest = 0, newest = 0] = said.versions

let made: VaultToRead
/** Another, in which somebody's chart was erased, and follow-ups were closed. */
let kept: KeptWorld
/** What is read by the document as it is. */
let texts: readonly string[]
beforeAll(async () => {
  made = await makeVaultToRead()
  kept = await createKeptWorld()
  letYearsPass(kept.world, 12)
  valueOf(await eraseGone(kept))
  await kept.world.get('vault.lock', {})
  texts = readEverything(said)
})
afterAll(async () => {
  await made.world.close()
  await kept.world.close()
})

const example = (name: string): Record<string, string> => JSON.parse(fenced(name))
const byPassphrase = (secret = ''): Way => ({ kind: 'passphrase', secret })

/**
 * Reads each version's header by each of its ways, two vaults with their logs, and a backup. Answers the texts that it has come
 * to, and throws at what is not as it is said.
 */
function readEverything(by: SaidFormat): string[] {
  const { passphrase: own, recoveryCode: code = '' } = example('example')
  const authors = [byPassphrase(own), { kind: 'recovery', secret: code } as const]
  const reviewer = byPassphrase(example('reviewed-example')['passphrase'])
  const ofComputer = Buffer.from(example('computer-example')['computerSecret'] ?? '', 'hex').toString(
    'base64',
  )
  for (const way of authors) readKeys(fenced('vault.json'), way, by)
  for (const way of [...authors, reviewer]) readKeys(fenced('reviewed-vault.json'), way, by)
  for (const way of [...authors, reviewer, { kind: 'computer', secret: ofComputer } as const])
    readKeys(fenced('computer-vault.json'), way, by)
  const reviewed = readVault(made.lockedFolder, byPassphrase(reviewerPassphrase), by)
  reviewed.record.close()
  const backup = readBackup(made.backupFolder, { kind: 'recovery', secret: recoveryCode }, by)
  backup.record.close()
  return [
    ...textsOf(made.openFolder, made.session.sessionId, by),
    ...textsOf(kept.world.paths.vaultDir, kept.shared.sessionId, by),
  ]
}

function textsOf(folder: string, sessionId: string, by: SaidFormat): string[] {
  const vault = readVault(folder, byPassphrase(passphrase), by)
  const privateStore = definitely(vault.private)
  const events = readLog(vault.record, sessionId, by)
  const found = [
    ...readCommitted(vault.record, events, by).values(),
    readScaleClosings(vault.record, by),
    readPrivateNotes(privateStore, events, by),
  ]
  vault.record.close()
  privateStore.close()
  return found.flat()
}

type Path = readonly string[]
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

function constantsIn(value: unknown, path: Path = []): Path[] {
  if (!isObject(value)) return [path]
  return Object.entries(value).flatMap(([name, inside]) => constantsIn(inside, [...path, name]))
}

/** The format with one constant that is another; null where it is words about a member that say not when it is there. */
function withAnother(path: Path): SaidFormat | null {
  const format = structuredClone(said)
  const [name = ''] = path.slice(-1)
  const place: unknown = path.slice(0, -1).reduce((at: unknown, step) => Object(at)[step], format)
  if (!isObject(place)) throw new Error('no such place')
  const value = place[name]
  const another = name === 'meaning' ? atAnotherTime(String(value)) : otherThan(value)
  place[name] = another
  return another === null ? null : format
}

function otherThan(value: unknown): unknown {
  if (typeof value === 'number') return value + 1
  const text = String(value)
  return /\d/.test(text) ? text.replace(/\d+/, (digits) => String(Number(digits) + 1)) : `${text}x`
}

function atAnotherTime(meaning: string): string | null {
  const when = /^(?:from|in) version \d|^of a\S* \S+'s slot|in version \d of every slot, from version \d/
  return when.test(meaning) ? meaning.replace(when, '') : null
}

function isReadBy(format: () => SaidFormat): boolean {
  try {
    return canonical(readEverything(format())) === canonical(texts)
  } catch {
    return false
  }
}

/** Held in the tests below, since nothing that is written reaches them. */
const limits = [
  'versions.1',
  'header.members.6.type',
  'header.ceiling.0',
  'header.ceiling.1',
  'header.ceiling.2',
  'pages.neverWritten.0',
]

it('what is written is read with each constant that is stated, and with no other in its place', () => {
  expect(texts.length).toBeGreaterThan(6)
  const paths = constantsIn(said)
  expect(paths.length).toBeGreaterThan(150)
  const unread = paths.filter((path) => {
    const format = withAnother(path)
    return format !== null && isReadBy(() => format)
  })
  expect(unread.map((path) => path.join('.'))).toEqual(limits)
})

it('a word of the document that is another is found, wherever a constant stands', () => {
  for (const [word, other] of [
    ['circlekeeper-vault 2 author key', 'circlekeeper-vault 3 author key'],
    ['offsets 0 to 4,015', 'offsets 0 to 4,031'],
    ['XORed with 0x3A', 'XORed with 0x5C'],
    ['2 rounds', '256,000 rounds'],
    ['`circlekeeper session `', '`circlekeeper-session `'],
    ['"key": "private", "vaultId", "version": 3', '"key": "private", "vaultId", "version": 2'],
    ['x⁵+x²+1', 'x⁵+x³+1'],
    ['circlekeeper-backup 1 mac', 'circlekeeper-backup 2 mac'],
  ] as const) {
    const changed = formatDocument.replace(word, other)
    expect(changed, word).not.toBe(formatDocument)
    expect(
      isReadBy(() => takeFormat(changed)),
      word,
    ).toBe(false)
  }
  const silent = formatDocument.replace('numbered from 1', '')
  expect(() => takeFormat(silent)).toThrow('the document says 0 times')
})

interface AnyHeader {
  [name: string]: unknown
  slots: { [name: string]: unknown; argon2id: Record<string, unknown> }[]
}

/** The last example with something about it that is another, and the checksum that belongs to that. */
function headerWith(change: (header: AnyHeader, slot: AnyHeader['slots'][number]) => void): string {
  const { checksum: _, ...header }: AnyHeader = JSON.parse(fenced('computer-vault.json'))
  change(header, definitely(header.slots[0]))
  const checksum = createHash('sha256').update(canonical(header)).digest('hex')
  return `${canonical({ ...header, checksum })}\n`
}

function isTaken(text: string): boolean {
  try {
    readHeaderText(text, said)
    return true
  } catch {
    return false
  }
}

describe('at each limit that the document states, the program takes and refuses the same headers', () => {
  const work = ['memoryKiB', 'passes', 'lanes'].flatMap((name, index) => {
    const [least = 0, most = 0] = [said.header.floor[index], said.header.ceiling[index]]
    return [least - 1, least, most, most + 1].map((value) => ({
      what: `${name} ${value}`,
      text: headerWith((_, { argon2id }) => (argon2id[name] = value)),
      taken: value >= least && value <= most,
    }))
  })
  const versions = [oldest - 1, newest + 1].map((version) => ({
    what: `version ${version}`,
    text: headerWith((header) => (header['version'] = version)),
    taken: false,
  }))
  const [least = 0, most = 0] = (
    /of (\d+) to (\d+)/.exec(said.header.members.find(({ name }) => name === 'slots')?.type ?? '') ?? []
  )
    .slice(1)
    .map(Number)
  const slots = [least - 1, least, most, most + 1].map((count) => ({
    what: `${count} slots`,
    text: headerWith((header, slot) => (header.slots = Array.from({ length: count }, () => slot))),
    taken: count >= least && count <= most,
  }))
  const bytes = said.header.wrapped.flatMap(({ name, type }) =>
    [-1, 0, 1].map((more) => ({
      what: `${name} of ${more} bytes more`,
      text: headerWith((header) => {
        const length = Number(/\d+ bytes/.exec(type)?.[0].split(' ')[0]) + more
        Object(header['recordKey'])[name] = Buffer.alloc(length).toString('base64')
      }),
      taken: more === 0,
    })),
  )
  const others = [
    { what: 'a member more', text: headerWith((header) => (header['more'] = 1)), taken: false },
    { what: 'a line feed more', text: `${headerWith(() => undefined)}\n`, taken: false },
    { what: 'nothing else', text: headerWith(() => undefined), taken: true },
  ]

  it.each([...work, ...versions, ...slots, ...bytes, ...others])('$what', ({ text, taken }) => {
    expect(isTaken(text)).toBe(taken)
    expect(readHeader(text).ok).toBe(taken)
  })
})

it('the page that is never written is the one after the first gibibyte', () => {
  expect(said.pages.neverWritten).toEqual([2 ** 30 / (said.pages.bytes[0] ?? 0) + 1])
})
