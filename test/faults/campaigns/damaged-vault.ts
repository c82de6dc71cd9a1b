import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connect } from '../../../src/main/core/vault/connect.ts'
import type { VaultKeys } from '../../../src/main/core/vault/key-slots.ts'
import type { Store } from '../../../src/main/core/vault/store-error.ts'
import { withKeys } from '../../../src/main/core/vault/unlock-vault.ts'
import { statOf } from '../../../src/main/core/vault/vault-files.ts'
import { succeed } from '../../../src/shared/result.ts'
import { createKeptWorld, type KeptWorld } from '../../core/retention/kept-world.ts'
import { memberDraft, passphrase, prepareSession, valueOf } from '../../core/support/world.ts'
import type { AskedAbout } from './vault-questions.ts'

const vaultFiles = ['vault.json', 'record.db', 'private.db', 'record.db-wal', 'private.db-wal'] as const
export type VaultFile = (typeof vaultFiles)[number]
/** The bytes of a vault's files; an empty or absent write-ahead log has none. */
export type Files = ReadonlyMap<VaultFile, Buffer>

/** A vault as it lay on the disk at one moment. */
export interface Image {
  readonly name: 'closed' | 'killed' | 'checkpointed'
  readonly files: Files
}

export interface MadeVault {
  readonly images: readonly [Image, ...Image[]]
  /** The same vault at an earlier time, under the same keys and with the same salts. */
  readonly older: Files
  readonly keys: VaultKeys
  readonly about: AskedAbout
}

export const bySecret = { kind: 'passphrase', secret: passphrase } as const
// Longer than a page, so that texts lie on pages of their own that no row's shape betrays.
const longText = (word: string) => `${word} `.repeat(Math.floor(9_000 / (word.length + 1)))

/**
 * Fills a vault of two people, three sessions and every kind of writing, and keeps it at three moments: locked; killed with
 * write-ahead logs of both databases; and killed between the moment when SQLite has copied a log into its database and the
 * next write, which begins the log anew.
 */
export async function makeVaultToDamage(): Promise<MadeVault> {
  const kept = await createKeptWorld()
  const { world, shared, stayingId, goneId } = kept
  const { vaultDir } = world.paths
  try {
    await writeLong(kept, 'early')
    await world.get('vault.lock', {})
    const older = filesOf(vaultDir)
    await world.get('vault.unlock', bySecret)
    await writeLong(kept, 'later')
    await world.get('vault.lock', {})
    const closed = filesOf(vaultDir)
    await world.get('vault.unlock', bySecret)
    const last = await workOn(kept)
    const killed = filesOf(vaultDir)
    const keys = valueOf(
      await withKeys(vaultDir, bySecret, ({ record, private: privateKey }) =>
        succeed({ record: Buffer.from(record), private: Buffer.from(privateKey) }),
      ),
    )
    return {
      images: [
        { name: 'closed', files: closed },
        { name: 'killed', files: killed },
        { name: 'checkpointed', files: checkpoint(killed, keys) },
      ],
      older,
      keys,
      about: {
        sessionIds: [shared.sessionId, kept.alone.sessionId, last.sessionId],
        personIds: [stayingId, goneId],
        groupIds: [shared.groupId, kept.alone.groupId, last.groupId],
        nowMs: world.clock.read().wallMs + 60_000,
      },
    }
  } finally {
    await world.close()
  }
}

async function writeLong({ world, shared, alone, stayingId }: KeptWorld, word: string): Promise<void> {
  const { sessionId } = shared
  await world.get('session.record-note', { sessionId, text: longText(word) })
  await world.get('session.keep-private-note', { sessionId, text: longText(`private${word}`) })
  await world.get('session.keep-private-note', { sessionId: alone.sessionId, text: `short${word}` })
  await world.get('roster.set-aliases', { personId: stayingId, aliases: [word] })
  await world.get('goals.set', { personId: stayingId, text: word })
  await world.get('roster.change-member', {
    personId: stayingId,
    draft: { ...memberDraft, preferredName: `Name ${word}`, chartId: word },
  })
}

/** An evening's work, of which each act is a transaction of its own in a write-ahead log. */
async function workOn(kept: KeptWorld) {
  const { world } = kept
  const last = await prepareSession(world, 2)
  const { act, sessionId } = last
  await act({ type: 'arrive-all' })
  await act({ type: 'start', end: 'full-length' })
  for (const personId of last.memberIds) {
    world.clock.pass(60_000)
    // oxlint-disable-next-line no-await-in-loop -- in the order of the evening
    await act({ type: 'give-floor', personId })
  }
  await writeLong({ ...kept, shared: last }, 'tonight')
  await act({ type: 'set-topic', topic: 'Evenings' })
  await act({ type: 'end' })
  await world.get('session.record-note', { sessionId, text: 'afterwards' })
  return last
}

function filesOf(folder: string): Files {
  const files = new Map<VaultFile, Buffer>()
  for (const name of vaultFiles) {
    const path = join(folder, name)
    if (statOf(path) !== null) files.set(name, readFileSync(path))
  }
  return files
}

/** Puts files into a folder of a vault, which is there and empty. */
export function putFiles(folder: string, files: Files): void {
  for (const [name, bytes] of files) writeFileSync(join(folder, name), bytes)
}

/** What SQLite leaves when it has copied the logs into the databases, and nothing was written since. */
function checkpoint(files: Files, keys: VaultKeys): Files {
  const folder = mkdtempSync(join(tmpdir(), 'circlekeeper-test-'))
  try {
    putFiles(folder, files)
    const open = (['record', 'private'] satisfies Store[]).map((store) => {
      const database = valueOf(connect(store, join(folder, `${store}.db`), keys[store]))
      database.pragma('wal_checkpoint(PASSIVE)')
      return database
    })
    const copied = filesOf(folder)
    for (const database of open) database.close()
    return copied
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
