import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { canonicalJson } from '../../../../src/shared/canonical-json.ts'
import { succeed, type Result } from '../../../../src/shared/result.ts'
import { readAmendmentDrafts } from '../../../../src/main/core/debrief/amendment-draft-repository.ts'
import { readResponses, readSharedPart } from '../../../../src/main/core/debrief/debrief-repository.ts'
import { readRecordNotes } from '../../../../src/main/core/notes/note-repository.ts'
import { listDestructions } from '../../../../src/main/core/private/destroyed-repository.ts'
import { readPrivateNotes } from '../../../../src/main/core/private/private-note-repository.ts'
import { listErasures } from '../../../../src/main/core/retention/retention-repository.ts'
import { listMembers } from '../../../../src/main/core/roster/roster-repository.ts'
import { listLoggedSessions, readStoredEvents } from '../../../../src/main/core/session/event-repository.ts'
import { verifyAll } from '../../../../src/main/core/session/verify.ts'
import { readSignedTexts } from '../../../../src/main/core/signing/signed-note-repository.ts'
import { connect } from '../../../../src/main/core/vault/connect.ts'
import type { AuthorKeys } from '../../../../src/main/core/vault/key-slots.ts'
import { openWithKeys, type OpenVault } from '../../../../src/main/core/vault/open-vault.ts'
import { settleDatabase } from '../../../../src/main/core/vault/settle-database.ts'
import { StoreError } from '../../../../src/main/core/vault/store-error.ts'
import { unlockVault, withKeys } from '../../../../src/main/core/vault/unlock-vault.ts'
import type { VaultFailure } from '../../../../src/main/core/vault/vault-failure.ts'
import { databasePath, headerPath } from '../../../../src/main/core/vault/vault-files.ts'
import { passphrase } from '../../../core/support/world.ts'
import type { Facts } from './ledger.ts'
import { eventPlace } from './lines.ts'

const secret = { kind: 'passphrase', secret: passphrase } as const

/** Everything that a vault holds, or why it is not whole. */
export type Look = { readonly facts: Facts } | { readonly broken: string }

/** Deriving keys takes longer than everything else: it is done once for each header, or wholly when it is asked for. */
export function createLooker(): (home: string, isThorough: boolean) => Promise<Look> {
  const keysOf = new Map<string, AuthorKeys>()
  return async (home, isThorough) => {
    const folder = join(home, 'vault')
    try {
      const keys = await deriveOnce(keysOf, folder)
      if (!keys.ok) return { broken: `no keys: ${keys.error.code}` }
      const opened = isThorough ? await unlockVault(folder, secret) : open(folder, keys.value)
      if (!opened.ok) return { broken: `does not open: ${opened.error.code}` }
      const look = read(opened.value)
      return findBrokenPage(folder, keys.value) ?? look
    } catch (error) {
      const { code } = error instanceof StoreError ? error : { code: undefined }
      if (code !== undefined) return { broken: code }
      if (error instanceof Error && 'code' in error) return { broken: String(error.code) }
      throw error
    }
  }
}

async function deriveOnce(
  known: Map<string, AuthorKeys>,
  folder: string,
): Promise<Result<AuthorKeys, VaultFailure>> {
  const header = readFileSync(headerPath(folder), 'utf8')
  const keys = known.get(header)
  if (keys !== undefined) return succeed(keys)
  // The vault zeroes its own.
  const copied = await withKeys<AuthorKeys, never>(folder, secret, ({ record, private: privateKey, root }) =>
    succeed({ record: Buffer.from(record), private: Buffer.from(privateKey), root: Buffer.from(root) }),
  )
  if (copied.ok) known.set(header, copied.value)
  return copied
}

// As unlocking does, once it has the keys.
function open(folder: string, keys: AuthorKeys): Result<OpenVault, VaultFailure> {
  settleDatabase(folder, 'record', keys.record)
  settleDatabase(folder, 'private', keys.private)
  return openWithKeys(folder, keys, 'kept')
}

function read(vault: OpenVault): Look {
  try {
    const broken = verifyAll(vault.record).find(({ firstBreak }) => firstBreak !== null)?.firstBreak
    if (broken !== undefined && broken !== null) return { broken: `${broken.what} at ${broken.seq}` }
    return { facts: readFacts(vault) }
  } finally {
    vault.close()
  }
}

/** Every event, note, draft, signed text and member as it lies there. */
function readFacts({ record, private: privateStore }: OpenVault): Facts {
  const facts = new Map<string, string>()
  for (const id of listLoggedSessions(record)) {
    for (const { seq, body } of readStoredEvents(record, id)) facts.set(eventPlace(id, seq), body)
    for (const { noteId, text } of readRecordNotes(record, id)) facts.set(`note/${id}/${noteId}`, text)
    for (const { noteId, text } of readPrivateNotes(privateStore, id))
      facts.set(`private/${id}/${noteId}`, text)
    for (const { noteId, body } of readSignedTexts(record, id)) facts.set(`signed/${id}/${noteId}`, body)
    for (const draft of readResponses(record, id))
      facts.set(`draft/${id}/${draft.personId}`, canonicalJson(draft))
    const shared = readSharedPart(record, id)
    if (shared.groupProcess !== '') facts.set(`shared/${id}`, canonicalJson(shared))
    for (const { amends, text } of readAmendmentDrafts(record, id)) facts.set(`begun/${id}/${amends}`, text)
  }
  for (const { preferredName } of listMembers(record)) facts.set(`member/${preferredName}`, '')
  facts.set('destroyed', String(listDestructions(privateStore).length))
  facts.set('erased', String(listErasures(record).length))
  return facts
}

function findBrokenPage(folder: string, keys: AuthorKeys): Look | null {
  for (const store of ['record', 'private'] as const) {
    const connected = connect(store, databasePath(folder, store), keys[store])
    if (!connected.ok) return { broken: `does not open again: ${connected.error.code}` }
    try {
      if (connected.value.pragma('integrity_check', { simple: true }) !== 'ok')
        return { broken: `${store}.db fails its integrity check` }
      const strays = connected.value.pragma('foreign_key_check')
      if (!Array.isArray(strays) || strays.length > 0) return { broken: `${store}.db has strays` }
    } finally {
      connected.value.close()
    }
  }
  return null
}
