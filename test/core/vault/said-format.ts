import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** docs/vault-format.md: all that its readers in the tests know of the format. */
export const formatDocument = readFileSync(join(import.meta.dirname, '../../../docs/vault-format.md'), 'utf8')

/** A part of docs/vault-format.md: what stands fenced under a name. */
export function fenced(name: string): string {
  const start = formatDocument.indexOf(`\`\`\`text ${name}\n`)
  if (start === -1) throw new Error(`the document has no ${name}`)
  const from = formatDocument.indexOf('\n', start) + 1
  return formatDocument.slice(from, formatDocument.indexOf('```', from))
}

/** A row of a table that says what an object consists of. */
export interface Member {
  readonly name: string
  readonly type: string
  readonly meaning: string
}

/** A key that is derived: HKDF's hash, its info, and how many bytes it gives. */
export interface Derivation {
  readonly hash: string
  readonly info: string
  readonly bytes: number
}

/** What is needed to read a vault, each piece as the document's words have it. */
export type SaidFormat = ReturnType<typeof takeFormat>

/** Takes the format out of the document's words. Throws where they do not say something, or say it twice. */
export function takeFormat(document: string) {
  const words = wordsOf(document)
  return {
    versions: numbers(words, /# The vault's format, versions (\d) to (\d)/),
    header: { name: text(words, /## `(\S+)` The canonical JSON/), ...takeHeader(document) },
    secrets: takeSecrets(words),
    contexts: takeContexts(words),
    derivations: takeDerivations(words),
    wrapping: text(words, /\*\*Unwrapping\*\*: (\S+) under the slot key/).toLowerCase(),
    pages: takePages(words),
    writeAheadLog: takeWriteAheadLog(words),
    sessionLog: takeSessionLog(words),
    scaleClosing: takeScaleClosing(words),
    backup: takeBackup(document),
  }
}

/** The document's words without its lines: a sentence goes on from one to the next. */
export function wordsOf(document: string): string {
  return document.replaceAll(/\s+/g, ' ')
}

/** What the groups of a pattern stand for, in the one place where the document has it. */
export function all(words: string, pattern: RegExp): string[] {
  const found = [...words.matchAll(new RegExp(pattern, 'gu'))]
  if (found.length !== 1) throw new Error(`the document says ${found.length} times: ${pattern.source}`)
  return found.flatMap((match) => match.slice(1))
}

export function text(words: string, pattern: RegExp): string {
  return all(words, pattern)[0] ?? ''
}

/** The same as numbers, which may be written with commas or as 0x… */
export function numbers(words: string, pattern: RegExp): number[] {
  return all(words, pattern).map((digits) => Number(digits.replaceAll(',', '')))
}

/** The part of a document under a heading, as far as the next one that is not below it. */
export function chapter(document: string, heading: string): string {
  const [, below] = document.split(`\n${heading}\n`)
  if (below === undefined) throw new Error(`the document has no ${heading}`)
  const level = heading.split(' ')[0]?.length ?? 0
  return below.split(new RegExp(`\\n#{1,${level}} `))[0] ?? ''
}

function membersIn(part: string): Member[] {
  const rows = part.split('\n').filter((line) => line.startsWith('| '))
  // Below the titles and the line under them.
  return rows.slice(2).map((row) => {
    const [name = '', type = '', meaning = ''] = row.slice(1, -1).split('|')
    return { name: name.replaceAll(/[`…\s]/g, ''), type: type.trim(), meaning: meaning.trim() }
  })
}

/** As a library calls what the document calls SHA-256. */
export function hashName(written: string): string {
  return written.replace('-', '').toLowerCase()
}

function takeHeader(document: string) {
  const part = chapter(document, '## `vault.json`')
  const [members = '', slots = ''] = part.split('Each slot:')
  const words = wordsOf(part)
  const inSlot = membersIn(slots)
  return {
    members: membersIn(members),
    slot: inSlot.filter(({ name }) => !name.startsWith('.')),
    /** Of each key that is wrapped, wherever it stands. */
    wrapped: inSlot
      .filter(({ name }) => name.startsWith('.'))
      .map((one) => Object.assign(one, { name: one.name.slice(1) })),
    format: text(members, /`format` *\| string *\| `([^`]+)`/),
    kinds: all(words, /\| `(\w+)`, `(\w+)`; from version (\d) also `(\w+)`/),
    lineFeed: numbers(words, /followed by one line feed \((0x\w+)\)/),
    keyAndTagBytes: numbers(words, /\| (\d+) bytes of ciphertext, then the (\d+) bytes of the tag/),
    checksumHash: hashName(
      text(members, /`checksum`.*(SHA-\d+) of the canonical JSON of the object without `checksum`/),
    ),
    macHash: hashName(
      text(wordsOf(document), /- MAC: HMAC-(SHA-\d+) over the canonical JSON of the header without/),
    ),
    floor: numbers(words, /less than ([\d,]+) KiB, (\d+) passes or (\d+) lane/),
    ceiling: numbers(words, /more than ([\d,]+) KiB, (\d+) passes or (\d+) lanes/),
  }
}

function takeSecrets(words: string) {
  return {
    normalisation: text(words, /A passphrase: Unicode (\w+), then UTF-8/),
    symbolCount: numbers(words, /(\d+) symbols of Crockford's base 32/),
    alphabet: text(words, /Crockford's base 32 \(`(\w+)`\)/),
    polynomial: all(words, /GF\(2\)\[x\]\/\(x(.)\+x(.)\+1\)/).map(exponent),
    argon2: {
      name: text(words, /\*\*Slot key\*\*: (\w+), version/).toLowerCase(),
      version: numbers(words, /version (0x\d+), with the slot's parameters/),
      bytes: numbers(words, /no secret value, no associated data, (\d+) bytes/),
    },
  }
}

function exponent(sign: string): number {
  return '⁰¹²³⁴⁵⁶⁷⁸⁹'.indexOf(sign)
}

/** The additional data of each wrapped key, as templates: a member without a value has that of the header. */
function takeContexts(words: string) {
  return {
    slotVersion: numbers(words, /`version` is (\d) in every version/),
    author: text(words, /as additional data the canonical JSON of `([^`]+)`/),
    authorKeys: all(words, /where `key` is `(\w+)` or `(\w+)`/),
    recordKey: text(
      words,
      /`recordKey` is unwrapped, with the canonical JSON of `([^`]+)` as additional data/,
    ),
    privateKey: text(words, /the header's `privateKey`, with `([^`]+)`/),
    reviewer: text(words, /the slot's `recordKey` is unwrapped, with `([^`]+)`/),
    reviewersSlotKey: text(words, /under the author key, with `("key": "\w+")` and otherwise/),
    computer: text(words, /`computer.root` is unwrapped, with `([^`]+)`/),
  }
}

function takeDerivations(words: string) {
  const derivation = (before: string): Derivation => {
    const pattern = `${before}HKDF-(SHA-\\d+) of [^,;]+, with an empty salt, info \`([^\`]+)\`, (\\d+) bytes`
    const [hash = '', info = '', bytes = ''] = all(words, new RegExp(pattern))
    return { hash: hashName(hash), info, bytes: Number(bytes) }
  }
  return {
    authorKey: derivation('The _author key_ is '),
    computerKey: derivation('Its slot key is '),
    headerMac: derivation('- Key: '),
    backupMac: derivation('The key of the MAC is '),
  }
}

function takePages(words: string) {
  return {
    bytes: numbers(words, /sequence of pages of ([\d,]+) bytes, numbered from 1/),
    saltBytes: numbers(words, /The first (\d+) bytes of page 1 are a random salt/),
    cipher: numbers(words, /offsets 0 to ([\d,]+) \(in page 1: (\d+) to ([\d,]+)\) are ciphertext/),
    iv: numbers(words, /([\d,]+) to ([\d,]+) the initialisation vector/),
    mac: numbers(words, /and ([\d,]+) to ([\d,]+) the MAC/),
    cipherName: text(words, /Ciphertext: (\S+) without padding under the raw key/).toLowerCase(),
    macHash: text(words, /MAC: HMAC-SHA-(\d+) over ciphertext, initialisation vector and the page number/),
    numberBytes: numbers(words, /the page number \((\d) bytes, little-endian\)/),
    macKeyHash: text(words, /PBKDF2-HMAC-SHA-(\d+) with the raw key as password/),
    macKey: numbers(words, /each byte XORed with (0x\w+) as salt, ([\d,]+) rounds, (\d+) bytes/),
    reserved: numbers(words, /an ordinary SQLite page with (\d+) reserved bytes/),
    start: text(words, /follows the \d+ bytes `([^`]+)`, which the salt replaced/).replace(
      String.raw`\0`,
      '\0',
    ),
    neverWritten: numbers(words, /page ([\d,]+), whose bytes SQLite locks/),
    inMemory: numbers(
      words,
      /bytes (\d+) and (\d+) of page 1, which are (\d) for a write-ahead log, set to (\d)/,
    ),
  }
}

function takeWriteAheadLog(words: string) {
  return {
    headers: numbers(words, /plain headers \((\d+) bytes, then (\d+) before each frame\)/),
    magic: numbers(words, /begins with (0x\w+) or (0x\w+)/),
    salts: numbers(words, /bytes (\d+) to (\d+) of the log's header and (\d+) to (\d+) of the frame's/),
    sums: numbers(words, /bytes (\d+) to (\d+) of the header, (\d+) to (\d+) of a frame's/),
    summed: numbers(
      words,
      /over the first (\d+) bytes of the header, and the first (\d+) of a frame's header/,
    ),
  }
}

function takeSessionLog(words: string) {
  return {
    table: text(words, /`(\w+)` in `record.db` holds every session's log/),
    columns: all(words, /session's log: `(\w+)`, `(\w+)` \(1, 2, 3 … without gaps\), `(\w+)`, `(\w+)`/),
    event: all(words, /canonical JSON of the event: `(\w+)`, `(\w+)` \(the/),
    stamp: all(
      words,
      /`stamp` \(`(\w+)`, milliseconds[^;]+; `(\w+)`, a clock[^;]+; `(\w+)`, .{4,60}; `(\w+)`/,
    ),
    hash: hashName(text(words, /`hash` is (SHA-\d+) over the/)),
    before: text(words, /of the UTF-8 text `([^`]+)` followed by the session's id/),
    closing: text(words, /kept the same way, under `([\w.-]+)`/),
    erased: all(words, /`([\w.-]+)` names somebody whose chart was erased, and in `(\w+)`/),
    person: all(words, /its `(\w+)` is that of the row, `(\w+)`/),
    notes: all(
      words,
      /record note's text is `(\w+)` in `(\w+)`, with a random `(\w+)`; the event `([\w.]+)`/,
    ),
    signed: all(words, /signed text is `(\w+)` in `(\w+)`, with a `(\w+)` too; the event is `([\w.]+)`/),
    committed: all(words, /holds its `(\w+)` \(`note_id` there\), and as `(\w+)` (SHA-\d+) over the salt/),
    privateNotes: all(
      words,
      /private note's text is `(\w+)` in `(\w+)`, in `private.db`. The event `([\w.-]+)`/,
    ),
  }
}

/** What a closing of a scale's follow-up commits to. */
function takeScaleClosing(words: string) {
  const names = text(
    words,
    /over its salt followed by the canonical JSON of ((?:`\w+`,? (?:and )?)+`\w+`): the columns/,
  )
  return {
    table: text(words, /and `(\w+)` only grow. A closing's/),
    opened: text(words, /of the closing or of the `(\w+)` that it closes/),
    commitment: text(words, /only grow. A closing's `(\w+)` is/),
    hash: hashName(text(words, /only grow. A closing's `\w+` is (SHA-\d+) over its salt/)),
    members: [...names.matchAll(/\w+(?=`)/g)].map(([name]) => name),
    column: text(words, /`closedAtMs`: the columns `(\w+)` and so on/),
  }
}

function takeBackup(document: string) {
  const part = chapter(document, '## Backups')
  const [, members = ''] = part.split('`backup.json` is the canonical JSON')
  return {
    name: text(part, /\n`(\w+\.json)` is the canonical JSON/),
    members: membersIn(members),
    format: text(members, /`format` *\| string *\| `([^`]+)`/),
    version: numbers(members, /`version` *\| integer *\| (\d)/),
    checksumHash: hashName(
      text(members, /`checksum`.*(SHA-\d+) of the canonical JSON of the object without `checksum`/),
    ),
    macHash: hashName(text(members, /`mac`.*HMAC-(SHA-\d+) of the canonical JSON of the object without/)),
    digest: text(members, /its length, and `(\w+)`, in hex/),
    facts: all(members, /`facts`.* `(\w+)`, `(\w+)` \(sessions that began\), `(\w+)`, `(\w+)` \(or null\)/),
    files: all(wordsOf(members), /of `(\w+)` \(`([\w.]+)`\) and `(\w+)` \(`([\w.]+)`\)/),
  }
}
