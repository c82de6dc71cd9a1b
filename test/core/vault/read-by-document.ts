import { createHash, createHmac } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { DatabaseSync } from 'node:sqlite'
import { canonical, fits, type Slot, type VaultHeader } from './said-members.ts'
import { formatDocument, takeFormat, type SaidFormat } from './said-format.ts'
import { derive, deriveSlotKey, fillContext, unwrap } from './said-keys.ts'
import { decryptDatabase, openDecrypted } from './sqlcipher-pages.ts'

// A reader that somebody else could have written: it knows docs/vault-format.md, a library for each primitive that the document names,
// and nothing of this program.

/** What opens a vault; the computer's secret in Base64. */
export interface Way {
  readonly kind: 'passphrase' | 'recovery' | 'computer'
  readonly secret: string
}

/** What a way leads to. A reviewer's leads to the record alone. */
export interface ReadKeys {
  readonly record: Buffer
  readonly private: Buffer | null
}

/** The header as it says that it is to be read. Throws at the first thing that the document does not allow. */
export function readHeaderText(text: string, said: SaidFormat): VaultHeader {
  const header: unknown = JSON.parse(text)
  if (!fits.header(header, said)) throw new Error('no header')
  const lineFeed = String.fromCodePoint(said.header.lineFeed[0] ?? 0)
  if (text !== `${canonical(header)}${lineFeed}`) throw new Error('not canonical')
  const { checksum, ...rest } = header
  if (digest(said.header.checksumHash, canonical(rest)) !== checksum) throw new Error('wrong checksum')
  return header
}

/** From a header and what somebody has to the keys of the databases. */
export function readKeys(text: string, way: Way, said: SaidFormat): ReadKeys {
  const header = readHeaderText(text, said)
  const root = way.kind === 'computer' ? rootOfComputer(header, way.secret, said) : null
  const keys = root === null ? keysOfSlots(header, way, said) : keysOfRoot(header, root, said)
  const { checksum: _, mac, ...body } = header
  const macKey = derive(keys.record, said.derivations.headerMac)
  const made = createHmac(said.header.macHash, macKey).update(canonical(body)).digest('base64')
  if (made !== mac) throw new Error('wrong MAC')
  return keys
}

function keysOfSlots(header: VaultHeader, way: Way, said: SaidFormat): ReadKeys {
  const kinds = way.kind === 'passphrase' ? ['passphrase', 'reviewer'] : [way.kind]
  for (const slot of kinds.flatMap((kind) => header.slots.filter((one) => one.kind === kind))) {
    const slotKey = deriveSlotKey(slot, way.secret, said)
    const keys =
      slot.kind === 'reviewer'
        ? keysOfReviewer(header, slot, slotKey, said)
        : keysOfAuthor(header, slot, slotKey, said)
    if (keys !== null) return keys
  }
  throw new Error('it opens nothing')
}

function keysOfAuthor(header: VaultHeader, slot: Slot, slotKey: Buffer, said: SaidFormat): ReadKeys | null {
  const [ofRecord = '', ofPrivate = ''] = said.contexts.authorKeys
  const contextOf = (key: string) =>
    fillContext(said.contexts.author, { ...header, version: said.contexts.slotVersion[0], ...slot, key })
  const root = unwrap(slotKey, slot.privateKey, contextOf(ofPrivate), said)
  if (root === null || header.recordKey !== undefined)
    return root === null ? null : keysOfRoot(header, root, said)
  const record = unwrap(slotKey, slot.recordKey, contextOf(ofRecord), said)
  return record === null ? null : { record, private: root }
}

function keysOfRoot(header: VaultHeader, root: Buffer, said: SaidFormat): ReadKeys {
  const authorKey = derive(root, said.derivations.authorKey)
  const record = unwrap(authorKey, header.recordKey, fillContext(said.contexts.recordKey, header), said)
  if (record === null) throw new Error('the record key hangs from another root')
  expectAuthorsOwn(header, authorKey, said)
  if (header.privateKey === undefined) return { record, private: root }
  const context = fillContext(said.contexts.privateKey, header)
  const privateKey = unwrap(authorKey, header.privateKey, context, said)
  if (privateKey === null) throw new Error('the key of private.db hangs from another root')
  return { record, private: privateKey }
}

// Each reviewer's slot is one that the author made.
function expectAuthorsOwn(header: VaultHeader, authorKey: Buffer, said: SaidFormat): void {
  const member = `{${said.contexts.reviewersSlotKey}}`
  for (const slot of header.slots.filter(({ kind }) => kind === 'reviewer')) {
    const context = fillContext(said.contexts.reviewer, { ...header, ...slot })
    const own = canonical({ ...Object(JSON.parse(context)), ...Object(JSON.parse(member)) })
    if (unwrap(authorKey, slot.slotKey, own, said) === null)
      throw new Error('a slot that the author did not make')
  }
}

function keysOfReviewer(header: VaultHeader, slot: Slot, slotKey: Buffer, said: SaidFormat): ReadKeys | null {
  const context = fillContext(said.contexts.reviewer, { ...header, ...slot })
  const record = unwrap(slotKey, slot.recordKey, context, said)
  return record === null ? null : { record, private: null }
}

function rootOfComputer(header: VaultHeader, secret: string, said: SaidFormat): Buffer {
  const slotKey = derive(Buffer.from(secret, 'base64'), said.derivations.computerKey)
  const context = fillContext(said.contexts.computer, { ...header, ...header.computer })
  const root = unwrap(slotKey, header.computer?.root, context, said)
  if (root === null) throw new Error('it opens nothing')
  return root
}

/** A database of a vault's folder in plain text and in memory, with what is in its write-ahead log alone. */
function openStore(folder: string, name: string, key: Buffer, said: SaidFormat): DatabaseSync {
  const log = join(folder, `${name}-wal`)
  const wal = existsSync(log) ? readFileSync(log) : undefined
  return openDecrypted(decryptDatabase(readFileSync(join(folder, name)), key, wal, said), said)
}

/** A vault that was read: the caller closes its databases. */
export interface ReadVault {
  readonly record: DatabaseSync
  readonly private: DatabaseSync | null
}

/** Reads a vault's folder with what somebody has. */
export function readVault(folder: string, way: Way, said = takeFormat(formatDocument)): ReadVault {
  const keys = readKeys(readFileSync(join(folder, said.header.name), 'utf8'), way, said)
  const record = openStore(folder, 'record.db', keys.record, said)
  return {
    record,
    private: keys.private === null ? null : openStore(folder, 'private.db', keys.private, said),
  }
}

function digest(hash: string, bytes: Buffer | string): string {
  return createHash(hash).update(bytes).digest('hex')
}

/** A backup's label, and its record. Throws where the label says of a file what it is not. */
export function readBackup(folder: string, way: Way, said = takeFormat(formatDocument)) {
  const text = readFileSync(join(folder, said.backup.name), 'utf8')
  const label: unknown = JSON.parse(text)
  if (!fits.label(label, said) || text !== `${canonical(label)}\n`) throw new Error('no label')
  const { checksum, ...rest } = label
  const { mac, ...body } = rest
  const { checksumHash, digest: digestName, macHash } = said.backup
  if (digest(checksumHash, canonical(rest)) !== checksum) throw new Error('wrong checksum')
  const [header = '', headerName = '', record = '', recordName = ''] = said.backup.files
  for (const [file, name] of [
    [header, headerName],
    [record, recordName],
  ] as const) {
    const bytes = readFileSync(join(folder, name))
    const is = canonical({ bytes: bytes.length, [digestName]: digest(digestName, bytes) })
    if (canonical(label.files[file]) !== is) throw new Error(`${name} is another`)
  }
  const keys = readKeys(readFileSync(join(folder, headerName), 'utf8'), way, said)
  const macKey = derive(keys.record, said.derivations.backupMac)
  if (createHmac(macHash, macKey).update(canonical(body)).digest('base64') !== mac)
    throw new Error('wrong MAC')
  return { label, record: openStore(folder, recordName, keys.record, said) }
}
