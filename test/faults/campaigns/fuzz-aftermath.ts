import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { readRecordNotes } from '../../../src/main/core/notes/note-repository.ts'
import { readPrivateNotes } from '../../../src/main/core/private/private-note-repository.ts'
import { readSession } from '../../../src/main/core/session/event-repository.ts'
import { verifyAll } from '../../../src/main/core/session/verify.ts'
import { connect, isWhole } from '../../../src/main/core/vault/connect.ts'
import { openWithKeys } from '../../../src/main/core/vault/open-vault.ts'
import { withKeys } from '../../../src/main/core/vault/unlock-vault.ts'
import type { SessionId } from '../../../src/shared/ids.ts'
import { succeed } from '../../../src/shared/result.ts'
import type { Finding } from './campaign.ts'
import { besideName, longAgo, type House } from './fuzz-house.ts'
import { readHistory } from './fuzz-vault.ts'

/** What was answered as done, and has to be there in the end. */
export interface Promised {
  /** The passphrase that opens the vault; null where there is none. */
  passphrase: string | null
  /** By session: the last event that was told, and the notes. */
  readonly lastSeqs: Map<SessionId, number>
  readonly recordNotes: Map<SessionId, Set<string>>
  readonly privateNotes: Map<SessionId, Set<string>>
  /** Whether charts were erased or private notes destroyed: then what is gone is not looked for. */
  hasErased: boolean
}

export function promiseNothing(passphrase: string | null): Promised {
  return {
    passphrase,
    lastSeqs: new Map(),
    recordNotes: new Map(),
    privateNotes: new Map(),
    hasErased: false,
  }
}

type Tell = (finding: Finding, words: string) => void
type History = ReadonlyMap<string, readonly string[]>

/** Looks at the vault with the console gone, and at what lies around it. */
export async function checkAftermath(
  { paths, beside, strayPaths }: House,
  promised: Promised,
  before: History,
  tell: Tell,
): Promise<void> {
  checkFolders(paths.vaultDir, beside, tell)
  if (strayPaths().length > 0) tell('wrongAnswers', 'a path of somebody else was to be opened')
  if (promised.passphrase === null) return
  const secret = { kind: 'passphrase', secret: promised.passphrase } as const
  const opened = await withKeys(paths.vaultDir, secret, (keys) => {
    for (const store of ['record', 'private'] as const) {
      const database = connect(store, join(paths.vaultDir, `${store}.db`), keys[store])
      if (!database.ok || !isWhole(database.value)) tell('corrupted', `${store}.db is not whole`)
      if (database.ok) database.value.close()
    }
    const vault = openWithKeys(paths.vaultDir, keys, 'kept')
    if (!vault.ok) return vault
    try {
      checkRecord(vault.value, promised, before, tell)
    } finally {
      vault.value.close()
    }
    return succeed(null)
  })
  if (!opened.ok) tell('corrupted', `the vault does not open: ${opened.error.code}`)
}

type Vault = Extract<ReturnType<typeof openWithKeys>, { ok: true }>['value']

function checkRecord(vault: Vault, promised: Promised, before: History, tell: Tell): void {
  const { record } = vault
  for (const { firstBreak } of verifyAll(record))
    if (firstBreak !== null) tell('corrupted', `${firstBreak.what} at event ${firstBreak.seq} of a session`)
  if (promised.hasErased) return
  const after = readHistory(record)
  for (const [sessionId, lines] of before) {
    const kept = new Set(after.get(sessionId))
    if (!lines.every((line) => kept.has(line))) tell('corrupted', 'what was signed or logged has changed')
  }
  for (const [sessionId, seq] of promised.lastSeqs)
    if ((readSession(record, sessionId).at(-1)?.seq ?? 0) < seq) tell('acknowledgedLost', 'an event')
  const sources = [
    [promised.recordNotes, (id: SessionId) => readRecordNotes(record, id), 'a record note'],
    [promised.privateNotes, (id: SessionId) => readPrivateNotes(vault.private, id), 'a private note'],
  ] as const
  for (const [notes, read, what] of sources)
    for (const [sessionId, noteIds] of notes) {
      const kept = new Set<string>(read(sessionId).map(({ noteId }) => noteId))
      if (![...noteIds].every((noteId) => kept.has(noteId))) tell('acknowledgedLost', what)
    }
}

// A name that came from a call would stand in one of these folders.
function checkFolders(vaultDir: string, beside: string, tell: Tell): void {
  const own = join(vaultDir, '..')
  const known = /^(?:vault|exports|chosen|preferences\.json|computer-key\.json)$/
  const ofVault = /^(?:vault\.json|(?:record|private)\.db(?:-wal|-shm)?)$/
  for (const name of readdirSync(own).filter((one) => !known.test(one)))
    tell('wrongAnswers', `a file among the console’s own: ${spoken(name)}`)
  for (const name of listed(vaultDir).filter((one) => !ofVault.test(one)))
    tell('wrongAnswers', `a file in the vault’s folder: ${spoken(name)}`)
  if (readdirSync(join(beside, '..')).toSorted().join() !== 'beside,own')
    tell('wrongAnswers', 'a file outside')
  if (listed(beside).join() !== besideName) tell('wrongAnswers', 'a file beside the console’s own')
  // Where the file system keeps the time of reading.
  const { atimeMs, mtimeMs } = statSync(join(beside, besideName))
  if (atimeMs !== longAgo.getTime() || mtimeMs !== longAgo.getTime())
    tell('wrongAnswers', 'a file beside the console’s own was opened')
}

/** A name that the console may have given; of another one only its length, since a call may have brought it. */
function spoken(name: string): string {
  return /^[a-z0-9.-]{1,80}$/.test(name) ? name : `${name.length} letters`
}

function listed(folder: string): string[] {
  // There may be no vault yet.
  return existsSync(folder) ? readdirSync(folder) : []
}
