import { basename, isAbsolute } from 'node:path'
import type { Answer, ParsedInputOf } from '../../../shared/ipc/contract.ts'
import type { OfferedBackup } from '../../../shared/ipc/backup-calls.ts'
import type { Failure } from '../../../shared/ipc/failure.ts'
import { fail, succeed, type Result } from '../../../shared/result.ts'
import type { Unlocked, VaultAccess } from '../access.ts'
import type { Clock } from '../clock.ts'
import type { Waiting } from '../waiting.ts'
import type { Random } from '../effects.ts'
import type { Handlers, TaskHandlers } from '../handler.ts'
import type { Push } from '../push.ts'
import { readHeaderOf } from '../vault/unlock-vault.ts'
import { diskFailureOf } from '../vault/vault-failure.ts'
import { databasePath, isNothing, statOf } from '../vault/vault-files.ts'
import type { Watch } from '../watch/watch.ts'
import { readBackup, type FoundBackup } from './backup-files.ts'
import type { Bench, Ended } from './bench.ts'
import { removeScratch } from './drill-backup.ts'
import { settleRestored } from './place-restored.ts'
import { restoreBackup } from './restore-backup.ts'

interface Sources {
  readonly vaultDir: string
  readonly access: VaultAccess<Unlocked>
  readonly bench: Bench
  readonly clock: Clock
  readonly random: Random
  readonly push: Push
  /** A session that goes on behind the lock, and what of one waits for the disk, belong to the vault that is here. */
  readonly watch: Pick<Watch, 'seen'>
  readonly waiting: Waiting
}

/** The folder that was chosen last, and what stands for it. */
export interface OfferedFolder {
  readonly token: string
  readonly folder: string
}

interface Context extends Sources {
  offered: OfferedFolder | null
}

/** Restoring, while no vault is open. What a crash has left of it is settled before anything else looks at the vault. */
export function restoreHandlers(
  sources: Sources,
  offered: OfferedFolder | null = null,
): {
  readonly calls: Handlers<'backups.cancel' | 'backups.restore'>
  readonly tasks: TaskHandlers<'backups.offer'>
  readonly offered: () => OfferedFolder | null
} {
  const { vaultDir, bench } = sources
  const context: Context = { ...sources, offered }
  settle(vaultDir)
  return {
    calls: {
      // It was heard before its turn, by `createCore`: what is to be ended may be what the others wait for.
      'backups.cancel': () => succeed(bench.state()),
      'backups.restore': (input) => restore(context, input),
    },
    tasks: { 'backups.offer': ({ path }) => offer(context, path) },
    offered: () => context.offered,
  }
}

// A disk that lets nobody settle it says so when the vault is opened.
function settle(vaultDir: string): void {
  try {
    settleRestored(vaultDir)
    removeScratch(vaultDir)
  } catch (error) {
    if (diskFailureOf(error) === null) throw error
  }
}

function offer(context: Context, path: string): Result<OfferedBackup, Failure> {
  const { access, random, vaultDir } = context
  if (access.inside() !== undefined) return fail({ code: 'not-allowed' })
  if (!isAbsolute(path)) return fail({ code: 'not-a-backup' })
  const found = readBackup(path)
  if (!found.ok) return found
  try {
    const described = describe(found.value, vaultDir)
    const token = random.uuid()
    context.offered = { token, folder: path }
    return succeed({ token, name: basename(path), ...described })
  } catch (error) {
    // Nobody can look at what stands in the vault's place, and nobody can put anything there.
    const code = diskFailureOf(error)
    if (code === null) throw error
    return fail({ code })
  }
}

function describe({ label }: FoundBackup, vaultDir: string): Omit<OfferedBackup, 'token' | 'name'> {
  const { madeAtMs, files, facts, vaultId } = label
  const isHere = (store: 'record' | 'private') => (statOf(databasePath(vaultDir, store))?.size ?? 0) > 0
  const about = { madeAtMs, bytes: files.record.bytes + files.header.bytes, facts }
  if (isNothing(vaultDir)) return { ...about, present: 'none', isSameVault: null, hasPrivateNotes: false }
  const header = readHeaderOf(vaultDir)
  return {
    ...about,
    present: header.ok && isHere('record') && isHere('private') ? 'whole' : 'damaged',
    isSameVault: header.ok ? header.value.vaultId === vaultId : null,
    hasPrivateNotes: isHere('private'),
  }
}

async function restore(
  context: Context,
  { token, kind, secret, maySetPrivateNotesAside }: ParsedInputOf<'backups.restore'>,
): Promise<Answer<'backups.restore'>> {
  const { access, bench, vaultDir, clock, random, push, watch, waiting, offered } = context
  if (access.inside() !== undefined) return fail({ code: 'not-allowed' })
  if (watch.seen() !== null || waiting.changes.read() !== null) return fail({ code: 'session-open' })
  if (offered?.token !== token) return fail({ code: 'not-found' })
  let answer: Answer<'backups.restore'> = succeed(null)
  const work = bench.run(
    'restoring',
    () => access.inside() !== undefined,
    async (task): Promise<Ended> => {
      const restored = await restoreBackup({
        vaultDir,
        backupDir: offered.folder,
        secret: { kind, secret },
        maySetPrivateNotesAside,
        clock,
        randomBytes: random.bytes,
        task,
      })
      answer = restored
      return restored.ok ? { backupId: null, found: null } : restored.error
    },
  )
  if (work === null) return fail({ code: 'in-use' })
  const ended = await work
  if (ended.stage === 'failed') return fail({ code: ended.code })
  if (ended.stage === 'done') {
    context.offered = null
    push('vault.access-changed', access.read())
  }
  return answer
}
