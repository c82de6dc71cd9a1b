import { existsSync, rmSync } from 'node:fs'
import type { Answer, ParsedInputOf } from '../../../shared/ipc/contract.ts'
import type { mendCalls, MendStep } from '../../../shared/ipc/mend-calls.ts'
import { fail, succeed } from '../../../shared/result.ts'
import type { Unlocked, VaultAccess } from '../access.ts'
import { placeRestored } from '../backup/place-restored.ts'
import { stampOf } from '../backup/restore-backup.ts'
import { Cancelled } from '../backup/task.ts'
import type { Clock } from '../clock.ts'
import type { Random } from '../effects.ts'
import type { Handlers } from '../handler.ts'
import type { Push } from '../push.ts'
import type { MendTask } from '../vault/mend/mend-task.ts'
import { diskFailureOf } from '../vault/vault-failure.ts'
import { databaseFiles, databasePath, headerPath, statOf } from '../vault/vault-files.ts'
import { lookAtDamaged } from './look.ts'

interface Sources {
  readonly vaultDir: string
  readonly access: VaultAccess<Unlocked>
  readonly clock: Clock
  readonly random: Random
  readonly push: Push
}

interface Context extends Sources {
  /** What was put together last, and how the vault's files stood then. */
  made: { readonly token: string; readonly making: string; readonly seen: string } | null
  isCancelled: boolean
}

const tellEveryMs = 100

/** Saving what can be read of a damaged vault, while none is open. */
export function mendHandlers(sources: Sources): {
  readonly calls: Handlers<keyof typeof mendCalls>
  /** Ends what is being read, at the next place where that can be done. */
  readonly cancel: () => void
  /** Whether what was put together waits to be taken. */
  readonly isWaiting: () => boolean
} {
  const context: Context = { ...sources, made: null, isCancelled: false }
  return {
    calls: {
      'mend.look': (input) => look(context, input),
      'mend.cancel': () => succeed(null),
      'mend.take': ({ token }) => take(context, token),
      'mend.leave'() {
        forget(context)
        return succeed(null)
      },
    },
    cancel() {
      context.isCancelled = true
    },
    // A vault that was opened since is another one than what was read.
    isWaiting: () => context.made !== null && context.made.seen === filesOf(sources.vaultDir),
  }
}

async function look(context: Context, secret: ParsedInputOf<'mend.look'>): Promise<Answer<'mend.look'>> {
  const { access, vaultDir, random } = context
  if (access.inside() !== undefined) return fail({ code: 'not-allowed' })
  forget(context)
  context.isCancelled = false
  try {
    const looked = await lookAtDamaged(vaultDir, secret, taskOf(context))
    if (!looked.ok) return looked
    const token = random.uuid()
    const { making, report } = looked.value
    if (making !== null) context.made = { token, making, seen: filesOf(vaultDir) }
    return succeed({ token, ...report })
  } catch (error) {
    if (error instanceof Cancelled) return succeed(null)
    const code = diskFailureOf(error)
    if (code === null) throw error
    return fail({ code })
  }
}

function take(context: Context, token: string): Answer<'mend.take'> {
  const { access, vaultDir, clock, made, push } = context
  if (access.inside() !== undefined) return fail({ code: 'not-allowed' })
  if (made?.token !== token || made.seen !== filesOf(vaultDir)) return fail({ code: 'not-found' })
  const { wallMs, zone } = clock.read()
  try {
    const setAsideAs = placeRestored(made.making, vaultDir, stampOf(wallMs, zone), 'damaged')
    context.made = null
    push('vault.access-changed', access.read())
    return setAsideAs === null ? fail({ code: 'not-found' }) : succeed({ setAsideAs })
  } catch (error) {
    const code = diskFailureOf(error)
    if (code === null) throw error
    return fail({ code })
  }
}

function forget(context: Context): void {
  const { made } = context
  context.made = null
  if (made !== null && existsSync(made.making)) rmSync(made.making, { recursive: true, force: true })
}

function taskOf(context: Context): MendTask {
  let told: { readonly step: MendStep; readonly atMs: number } | null = null
  return {
    tell(step, done, total) {
      const atMs = performance.now()
      if (told?.step === step && atMs - told.atMs < tellEveryMs) return
      told = { step, atMs }
      context.push('mend.changed', { step, done, total })
    },
    async pause() {
      await new Promise<void>((resolve) => void setImmediate(resolve))
      if (context.isCancelled) throw new Cancelled()
    },
  }
}

/** What tells that a file of the vault was written to since. */
function filesOf(vaultDir: string): string {
  return [
    headerPath(vaultDir),
    ...(['record', 'private'] as const).flatMap((store) => databaseFiles(databasePath(vaultDir, store))),
  ]
    .map((path) => {
      const stat = statOf(path)
      return stat === null ? 'nothing' : `${stat.ino} ${stat.size} ${stat.mtimeMs}`
    })
    .join('\n')
}
