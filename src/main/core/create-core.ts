import { contract, type Answer, type ParsedInputOf } from '../../shared/ipc/contract.ts'
import type { Failure } from '../../shared/ipc/failure.ts'
import { fail, succeed, type Result } from '../../shared/result.ts'
import { createVaultAccess, vaultHandlers, type VaultAccess } from './access.ts'
import { createBench, type Bench } from './backup/bench.ts'
import { restoreHandlers } from './backup/restore-handlers.ts'
import type { Clock } from './clock.ts'
import { waitsForClock } from './clock-unset.ts'
import { enterVault, type Behind } from './dispatch.ts'
import type { Random } from './effects.ts'
import type { Handlers, TaskHandlers } from './handler.ts'
import { keyHandlers } from './keys/key-handlers.ts'
import { kitTasks } from './keys/kit-tasks.ts'
import { createProposedCode, type ProposedCode } from './keys/proposed-code.ts'
import {
  hadVault,
  preferenceHandlers,
  readPreferences,
  rememberVault,
} from './preferences/preference-handlers.ts'
import type { CoreCallName, CoreSettings, CoreTaskName, TaskInputOf, TaskOutputOf } from './protocol.ts'
import type { Push } from './push.ts'
import { mendHandlers } from './mend/mend-handlers.ts'
import { enterReview } from './reviewer/enter-review.ts'
import { reviewerHandlers } from './reviewer/reviewer-handlers.ts'
import type { Strength } from './vault/slot-key.ts'
import { watchHandlers } from './watch/watch-handlers.ts'
import { createWatch, type Watch } from './watch/watch.ts'
import { erasingHandlers } from './retention/erasing-handlers.ts'
import { StoreError } from './vault/store-error.ts'
import { createWaiting, type Waiting } from './waiting.ts'

/** Everything that touches the vault, without a thread or a window around it. */
export interface Core {
  /** Answers a call whose input was parsed. Calls and tasks are done one after the other. */
  readonly call: <Name extends CoreCallName>(name: Name, input: ParsedInputOf<Name>) => Promise<Answer<Name>>
  readonly run: <Name extends CoreTaskName>(
    name: Name,
    input: TaskInputOf<Name>,
  ) => Promise<Result<TaskOutputOf<Name>, Failure>>
  /**
   * Tells the windows the time, and notes in its turn that running sessions are alive. To be called every few seconds. A
   * disk that takes no note is met again by the next act of the facilitator, which says so.
   */
  readonly beat: () => Promise<void>
}

export interface CoreEffects {
  readonly clock: Clock
  readonly random: Random
  readonly paths: CoreSettings
  readonly push: Push
  /** What a slot that is made now is made with, on this computer. */
  readonly chooseStrength: () => Promise<Strength>
}

export function createCore(effects: CoreEffects): Core {
  const { clock, random, paths, push } = effects
  // What happened and is not on the disk, and what a locked console sees: nothing else outlives the lock.
  const waiting = createWaiting(push)
  const watch = createWatch({ clock, push, readTheme: () => readPreferences(paths.preferencesPath).theme })
  const bench = createBench(push)
  const access = createAccess(effects, bench, waiting, watch)
  const restores = restoreHandlers({ ...effects, vaultDir: paths.vaultDir, access, bench, waiting, watch })
  const mends = mendHandlers({ vaultDir: paths.vaultDir, access, clock, random, push })
  const proposed = createProposedCode(random)
  const free = freeHandlers(effects, { access, waiting, watch, restores, mends, proposed })
  const inTurn = createQueue()
  return {
    call(name, input) {
      // A restore is waited for by everything else, and is to hear this all the same.
      if (name === 'backups.cancel') bench.cancel()
      if (name === 'mend.cancel') mends.cancel()
      return inTurn(() => {
        const inside = access.inside()
        const refusal = refuseAside(name, access.isAside()) ?? refusalOf(name, inside)
        if (refusal !== null) return fail(refusal)
        if (waitsForClock(name, input, clock)) return fail({ code: 'clock-unset' })
        // A window asks this first: it is told the time with it, and counts on from there.
        if (name === 'vault.access') push('clock.read', clock.read())
        const handlers: Partial<Handlers<CoreCallName>> = { ...free, ...inside?.calls }
        return handlers[name]?.(input) ?? fail({ code: 'locked' })
      })
    },
    run: (name, input) =>
      inTurn(() => {
        if (name !== 'shut-down' && access.inside()?.role === 'reviewer') return fail({ code: 'not-allowed' })
        if (name !== 'shut-down' && access.inside()?.conceal.isConcealed() === true)
          return fail({ code: 'concealed' })
        const refusal = refuseAside(name, access.isAside())
        if (refusal !== null) return fail(refusal)
        const handlers: Partial<TaskHandlers<CoreTaskName>> = {
          'shut-down': () => lockUp(access),
          ...restores.tasks,
          ...kitTasks(paths, proposed),
          ...access.inside()?.tasks,
        }
        return handlers[name]?.(input) ?? fail({ code: 'locked' })
      }),
    async beat() {
      push('clock.read', clock.read())
      // A call that is at work may have the vault closed, to open it anew under another key.
      await inTurn(() => {
        access.inside()?.beat()
        watch.beat()
        return access.inside()?.mustLock() === true ? lockUp(access) : succeed(null)
      })
    },
  }
}

function lockUp(access: VaultAccess<Behind>): Result<null, never> {
  access.lock()
  return succeed(null)
}

interface Freely {
  readonly access: VaultAccess<Behind>
  readonly waiting: Waiting
  readonly watch: Watch
  readonly restores: ReturnType<typeof restoreHandlers>
  readonly mends: ReturnType<typeof mendHandlers>
  readonly proposed: ProposedCode
}

/** What is answered past the rooms behind the door: with no vault open, or on the vault's own files. */
function freeHandlers(
  { clock, random, paths, push, chooseStrength }: CoreEffects,
  { access, waiting, watch, restores, mends, proposed }: Freely,
) {
  return {
    ...vaultHandlers({
      vaultDir: paths.vaultDir,
      random,
      chooseStrength,
      access,
      proposed,
      unwritten: waiting.changes,
      hadVault: () => hadVault(paths.preferencesPath),
    }),
    ...reviewerHandlers({ vaultDir: paths.vaultDir, access, clock, random, push, chooseStrength }),
    ...keyHandlers({ vaultDir: paths.vaultDir, access, random, push, chooseStrength, proposed }),
    ...erasingHandlers({ ...paths, access, clock, random, push }),
    ...preferenceHandlers(paths.preferencesPath, () => access.inside()?.tellRoom()),
    ...restores.calls,
    ...mends.calls,
    ...watchHandlers(watch),
  }
}

function createAccess(
  { clock, random, paths, push }: CoreEffects,
  bench: Bench,
  waiting: Waiting,
  watch: Watch,
) {
  const sources = {
    bench,
    waiting,
    watch,
    clock,
    random,
    push,
    paths,
    readPreferences: () => readPreferences(paths.preferencesPath),
  }
  return createVaultAccess<Behind>({
    vaultDir: paths.vaultDir,
    push,
    enter(vault, opener) {
      rememberVault(paths.preferencesPath)
      return vault.role === 'author'
        ? enterVault(vault, sources, opener)
        : enterReview(vault, sources, opener)
    },
  })
}

// Whoever waits may lock the vault, cancel, and choose how the screen looks: for all else there is no vault.
function refuseAside(name: CoreCallName | CoreTaskName, isAside: boolean): Failure | null {
  const isAnswered =
    name === 'vault.access' ||
    name === 'vault.lock' ||
    name === 'keys.renewal' ||
    name === 'keys.cancel-renewal' ||
    name === 'shut-down' ||
    name.startsWith('preferences.')
  return isAside && !isAnswered ? { code: 'keys-changing' } : null
}

/** What keeps a call from its handler; null when nothing does. */
function refusalOf(name: CoreCallName, inside: Behind | undefined): Failure | null {
  const { needs } = contract[name]
  if (needs === 'nothing') return null
  if (inside === undefined) return { code: 'locked' }
  if (needs === 'vault' && inside.role !== 'author') return { code: 'not-allowed' }
  return inside.conceal.refuses(name) ? { code: 'concealed' } : null
}

/** Does one thing after the other, and answers with the failure that a disk's error stands for. */
function createQueue() {
  let last: Promise<unknown> = Promise.resolve()
  return function inTurn<Value>(
    work: () => Result<Value, Failure> | Promise<Result<Value, Failure>>,
  ): Promise<Result<Value, Failure>> {
    const answer = last.then(work).catch((error: unknown) => {
      if (error instanceof StoreError) return fail({ code: error.code })
      throw error
    })
    last = answer.catch(() => undefined)
    return answer
  }
}
