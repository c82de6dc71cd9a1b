import type { Failure } from '../../../shared/ipc/failure.ts'
import { fail, succeed, type Result } from '../../../shared/result.ts'
import { insertAccess } from '../access-log/access-repository.ts'
import type { Unlocked, VaultAccess } from '../access.ts'
import type { Clock } from '../clock.ts'
import { isClockUnset } from '../clock-unset.ts'
import type { Random } from '../effects.ts'
import type { Handlers, SlowTaskHandlers } from '../handler.ts'
import type { CoreSettings, TaskInputOf, TaskOutputOf } from '../protocol.ts'
import { changeComputerKey, type ComputerKeyChange } from '../vault/change-computer-key.ts'
import { computerSlotOf } from '../vault/computer-slot.ts'
import { transact } from '../vault/database.ts'
import { readHeaderOf, unlockVault } from '../vault/unlock-vault.ts'
import { diskFailureOf, onDisk } from '../vault/vault-failure.ts'
import { readKeptKey, removeKeptKey, writeKeptKey, type KeptKey } from './kept-key.ts'
import type { TypedLately } from './typed-lately.ts'

interface Sources {
  readonly paths: CoreSettings
  readonly access: VaultAccess<Unlocked>
  readonly clock: Clock
  readonly random: Random
  readonly typed: TypedLately
}

export type ComputerKeyTaskName =
  | 'computer-key.keep'
  | 'computer-key.read'
  | 'computer-key.seal-anew'
  | 'computer-key.open'

type Done = Result<null, Failure>

/** The core's part in the computer's way in: its slot, and the file that lies beside the vault. Main alone asks for it. */
export function computerKeyTasks(sources: Sources): SlowTaskHandlers<ComputerKeyTaskName> {
  const { paths } = sources
  return {
    'computer-key.keep': (input) => keep(sources, input),
    'computer-key.read': async () => succeed(read(sources)),
    'computer-key.seal-anew': (sealed) =>
      onDisk<null, Failure>(async () => {
        const kept = readKeptKey(paths)
        if (kept === null) return fail({ code: 'computer-key-lost' })
        writeKeptKey(paths, { ...kept, ...sealed })
        return succeed(null)
      }),
    'computer-key.open': (input) => open(sources, input),
  }
}

/** Ends it, also where the computer keeps no secrets any more. */
export function computerKeyHandlers(sources: Sources): Handlers<'computer-key.turn-off'> {
  return { 'computer-key.turn-off': ({ authorPassphrase }) => turnOff(sources, authorPassphrase) }
}

async function keep(
  sources: Sources,
  { authorPassphrase, secret, ...sealed }: TaskInputOf<'computer-key.keep'>,
): Promise<Done> {
  const slot = { id: sources.random.uuid(), secret }
  return change(sources, authorPassphrase, slot, 'computer-key-on', (writeHeaderNow) => {
    // The file comes first: one without its slot leads nowhere, and the next one takes its place.
    writeKeptKey(sources.paths, { ...sealed, slotId: slot.id })
    writeHeaderNow()
  })
}

async function turnOff(sources: Sources, authorPassphrase: string): Promise<Done> {
  return change(sources, authorPassphrase, null, 'computer-key-off', (writeHeaderNow) => {
    writeHeaderNow()
    removeKeptKey(sources.paths)
  })
}

async function change(
  { paths, access, clock, random }: Sources,
  authorPassphrase: string,
  slot: ComputerKeyChange['slot'],
  what: 'computer-key-on' | 'computer-key-off',
  enter: (writeHeaderNow: () => void) => void,
): Promise<Done> {
  const vault = access.vault()
  if (vault?.role !== 'author') return fail({ code: 'locked' })
  const { record, header } = vault
  return changeComputerKey(paths.vaultDir, {
    authorPassphrase,
    slot,
    randomBytes: random.bytes,
    // The account of it is on disk exactly when the way in is another one.
    entering: (writeHeaderNow) =>
      transact(record, () => {
        insertAccess(record, what, {}, clock.read().wallMs)
        enter(() => header.letChange(writeHeaderNow))
      }),
  })
}

/** Null also where nobody can say what the vault's slots are: unlocking tells what is wrong. */
function read({ paths, typed }: Sources): TaskOutputOf<'computer-key.read'> {
  const kept = readKeptKey(paths)
  if (kept === null || isForVault(paths, kept) !== true) return null
  return { keptBy: kept.keptBy, sealed: kept.sealed, mayOpen: typed.isSo() }
}

/** Whether the vault still has the slot that something is kept for; null where its header cannot be read. */
function isForVault({ vaultDir }: CoreSettings, { slotId }: KeptKey): boolean | null {
  const header = readHeaderOf(vaultDir)
  return header.ok ? computerSlotOf(header.value)?.id === slotId : null
}

/**
 * Deletes what is kept for a slot that the vault has no more: all keys were made new, or a backup was restored. A disk that
 * does not let it go is met again the next time.
 */
export function dropStrayKey(paths: CoreSettings): void {
  const kept = readKeptKey(paths)
  if (kept === null || isForVault(paths, kept) !== false) return
  try {
    removeKeptKey(paths)
  } catch (error) {
    if (diskFailureOf(error) === null) throw error
  }
}

async function open(
  { paths, access, clock, typed }: Sources,
  { secret }: TaskInputOf<'computer-key.open'>,
): Promise<Done> {
  if (access.inside() !== undefined) return succeed(null)
  if (isClockUnset(clock)) return fail({ code: 'clock-unset' })
  if (!typed.isSo()) return fail({ code: 'passphrase-first' })
  const unlocked = await unlockVault(paths.vaultDir, { kind: 'computer', secret })
  if (!unlocked.ok)
    return unlocked.error.code === 'wrong-secret' ? fail({ code: 'computer-key-lost' }) : unlocked
  access.open(unlocked.value, { openedBy: 'computer' })
  return succeed(null)
}
