import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { readBackup } from '../../../src/main/core/backup/backup-files.ts'
import { failureOf } from '../../../src/main/core/backup/bench.ts'
import { copyRecord, readLogs, withCopy } from '../../../src/main/core/backup/open-copy.ts'
import { listLoggedSessions, readSession } from '../../../src/main/core/session/event-repository.ts'
import { toReadableDb } from '../../../src/main/core/vault/database.ts'
import { withKeys } from '../../../src/main/core/vault/unlock-vault.ts'
import type { DrillFound } from '../../../src/shared/ipc/backup-calls.ts'
import type { SessionId } from '../../../src/shared/ids.ts'
import { fail, succeed, type Result } from '../../../src/shared/result.ts'
import type { SessionEvent } from '../../../src/shared/session/events.ts'
import { readLog } from '../../../src/shared/session/log-text.ts'
import { ended } from '../../core/backup/backup-world.ts'
import { createKeptWorld } from '../../core/retention/kept-world.ts'
import { definitely, valueOf, type World } from '../../core/support/world.ts'
import type { Dice } from '../../properties/dice.ts'
import type { Finding } from './campaign.ts'
import type { Harm } from './damage.ts'
import { bySecret } from './damaged-vault.ts'

const backupFiles = ['backup.json', 'vault.json', 'record.db'] as const
type BackupFile = (typeof backupFiles)[number]
type BackupBytes = ReadonlyMap<BackupFile, Buffer>

/** What a drill and a restore read of a backup. */
interface Contents {
  readonly found: DrillFound
  readonly logs: ReadonlyMap<SessionId, readonly SessionEvent[]>
}

/** A backup, and what the vault itself said at that moment of what is in it. */
interface KnownBackup {
  readonly files: BackupBytes
  readonly contents: Contents
}

/** A backup to damage, and an earlier one of the same vault, under the same keys. */
export interface MadeBackup {
  readonly newer: KnownBackup
  readonly older: KnownBackup
  /** As the passphrase unwraps it from the backup's own header. */
  readonly recordKey: Buffer
}

export async function makeBackupToDamage(): Promise<MadeBackup> {
  const { world, shared, alone } = await createKeptWorld()
  const drive = join(world.folder, 'drive')
  mkdirSync(drive)
  const backUp = async (): Promise<{ readonly folder: string; readonly known: KnownBackup }> => {
    world.pushed.length = 0
    const before = new Set(readdirSync(drive))
    await world.get('backups.make', {})
    await ended(world)
    const folder = join(drive, definitely(readdirSync(drive).find((name) => !before.has(name))))
    const files = new Map(backupFiles.map((name) => [name, readFileSync(join(folder, name))]))
    return { folder, known: { files, contents: await askVault(world, [shared.sessionId, alone.sessionId]) } }
  }
  try {
    await world.core.run('backups.set-folder', { path: drive })
    const older = await backUp()
    await world.get('session.record-note', { sessionId: shared.sessionId, text: 'later '.repeat(1_000) })
    const newer = await backUp()
    const recordKey = valueOf(
      await withKeys(newer.folder, bySecret, ({ record }) => succeed(Buffer.from(record))),
    )
    return { newer: newer.known, older: older.known, recordKey }
  } finally {
    await world.close()
  }
}

/** What a backup of this moment holds, by what the open vault answers about its sessions. */
async function askVault(world: World, sessionIds: readonly SessionId[]): Promise<Contents> {
  const logs = new Map<SessionId, readonly SessionEvent[]>()
  for (const sessionId of sessionIds)
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    logs.set(sessionId, readLog((await world.get('session.open', { sessionId })).log))
  const { members } = await world.get('roster.read', {})
  const events = [...logs.values()].flat()
  const startedAtMs = events.flatMap(({ body, stamp }) =>
    body.type === 'session.started' ? [stamp.wallMs] : [],
  )
  return {
    found: {
      sessionCount: startedAtMs.length,
      signedNoteCount: events.filter(({ body }) => body.type === 'note.signed').length,
      memberCount: members.length,
      newestSessionAtMs: Math.max(...startedAtMs),
      brokenCount: 0,
    },
    logs,
  }
}

/** What is said of a backup whose bytes are not those that were written. Each has a screen of its own. */
const named = new Set([
  'damaged-backup',
  'cut-backup',
  'not-a-backup',
  'newer-version',
  'weakened',
  'damaged-record',
])

/** A reader that refuses every backup finds all harm, and restores nothing: one in so many is as it was written. */
const unharmedOneIn = 16

/** Reads a backup as a drill and a restore do: mostly a harmed one, which has to be found, and some that have to be read. */
export function tryBackup(
  dice: Dice,
  harm: Harm,
  backup: MadeBackup,
): Promise<readonly [Finding, string] | null> {
  return dice.oneIn(unharmedOneIn)
    ? readUnharmed(dice.pick([backup.newer, backup.older]), backup.recordKey)
    : harmBackup(dice, harm, backup)
}

async function readUnharmed(
  { files, contents }: KnownBackup,
  recordKey: Buffer,
): Promise<readonly [Finding, string] | null> {
  const told = await readFiles(files, recordKey)
  if (!told.ok) return [told.error === 'threw' ? 'crashes' : 'wrongAnswers', `a whole backup: ${told.error}`]
  return isDeepStrictEqual(told.value, contents)
    ? null
    : ['wrongAnswers', 'a whole backup: other things than were in the vault']
}

/** Harms one file of a backup. It is found, whatever the byte, or it counts. */
async function harmBackup(
  dice: Dice,
  harm: Harm,
  { newer: { files }, older, recordKey }: MadeBackup,
): Promise<readonly [Finding, string] | null> {
  const file = dice.pick(backupFiles)
  const bytes = definitely(files.get(file))
  // A label has no pages, as a header has none.
  const kind = file === 'backup.json' ? 'vault.json' : file
  const { bytes: harmed, words } = harm(dice, bytes, older.files.get(file), kind)
  if (harmed.equals(bytes)) return null
  const read = await readFiles(new Map(files).set(file, harmed), recordKey)
  const told = read.ok ? 'taken for whole' : read.error
  if (named.has(told)) return null
  return [told === 'threw' ? 'crashes' : 'wrongAnswers', `a backup's ${file}: ${words}: ${told}`]
}

async function readFiles(files: BackupBytes, recordKey: Buffer): Promise<Result<Contents, string>> {
  const home = mkdtempSync(join(tmpdir(), 'circlekeeper-test-'))
  const [folder, scratch] = [join(home, 'backup'), join(home, 'scratch')]
  const task = { check: () => undefined, tell: () => undefined }
  try {
    for (const path of [folder, scratch]) mkdirSync(path)
    for (const [name, bytes] of files) writeFileSync(join(folder, name), bytes)
    const found = readBackup(folder)
    if (!found.ok) return fail(found.error.code)
    const copied = await copyRecord(found.value, scratch, task)
    if (!copied.ok) return fail(copied.error.code)
    const read = await withCopy(found.value, scratch, recordKey, task, async (database) => {
      const drill = await readLogs(found.value, database, task)
      if (!drill.ok) return drill
      const record = toReadableDb('record', database)
      const logs = new Map(listLoggedSessions(record).map((id) => [id, readSession(record, id)]))
      return succeed({ found: drill.value, logs })
    })
    return read.ok ? read : fail(read.error.code)
  } catch (error) {
    return fail(codeOrThrew(error))
  } finally {
    rmSync(home, { recursive: true, force: true })
  }
}

function codeOrThrew(error: unknown): string {
  try {
    return failureOf(error)
  } catch {
    return 'threw'
  }
}
