import { contract, type Answer, type ParsedInputOf } from '../../shared/ipc/contract.ts'
import type { Failure } from '../../shared/ipc/failure.ts'
import { fail, succeed, type Result } from '../../shared/result.ts'
import { createVaultAccess, vaultHandlers, type VaultAccess } from './access.ts'
import { createBench, type Bench } from './backup/bench.ts'
import type { SeeFolder } from './backup/lookout.ts'
import { restoreHandlers } from './backup/restore-handlers.ts'
import type { Clock } from './clock.ts'
import { waitsForClock } from './clock-unset.ts'
import { enterVault, type Behind } from './dispatch.ts'
import type { Random } from './effects.ts'
import type { HandOver } from './hand-over.ts'
import type { AnyTaskHandlers, Handlers } from './handler.ts'
import { createDoorTries } from './keys/door-tries.ts'
import { keyHandlers } from './keys/key-handlers.ts'
import { kitTasks } from './keys/kit-tasks.ts'
import { computerKeyHandlers, computerKeyTasks, dropStrayKey } from './keys/computer-key.ts'
import { createRenewal } from './keys/renewal.ts'
import { createTries, type Tries } from './keys/tries.ts'
import { askAgainAfter, createTypedLately, type TypedLately } from './keys/typed-lately.ts'
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
import { followUse } from './spent.ts'
import { createTurns } from './turns.ts'
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
  /**
   * Whether it had a vault open, or was given a secret, and could be replaced now: nothing is open, at work, or waiting for
   * the disk.
   */
  readonly isSpent: () => boolean
  /** In its turn, what another core goes on with; null where this one is not spent. */
  readonly handOver: () => Promise<LeftByCore | null>
}

/** The clock is not the core's own. */
export type LeftByCore = Omit<HandOver, 'clock'>

export interface CoreEffects {
  readonly clock: Clock
  readonly random: Random
  readonly paths: CoreSettings
  readonly push: Push
  /** What a slot that is made now is made with, on this computer. */
  readonly chooseStrength: () => Promise<Strength>
  /** How folders for backups are seen; as this computer sees them, unless a test has a drive that hangs. */
  readonly seeFolder?: SeeFolder
}

/** `left`: what the core has left in whose place this one stands. */
export function createCore(effects: CoreEffects, left: LeftByCore | null = null): Core {
  const { clock, push } = effects
  const made = createParts(effects, left)
  const { access, watch, inTurn, tries, doorTries, use } = made
  return {
    call(name, input) {
      hearAtOnce(name, made)
      const done = () => use.note(name)
      return inTurn(() => {
        const inside = access.inside()
        const refusal = refuseAside(name, access.isAside()) ?? refusalOf(name, inside)
        if (refusal !== null) return fail(refusal)
        if (waitsForClock(name, input, clock)) return fail({ code: 'clock-unset' })
        // A window asks this first: it is told the time with it, and counts on from there.
        if (name === 'vault.access') push('clock.read', clock.read())
        const handlers: Partial<Handlers<CoreCallName>> = { ...made.calls, ...inside?.calls }
        const work = () => handlers[name]?.(input) ?? fail({ code: 'locked' })
        return tries.heed(name, () => doorTries.heed(name, work))
      }, done)
    },
    run(name, input) {
      hearAtOnce(name, made)
      return inTurn(
        () => {
          const inside = access.inside()
          if (name !== 'shut-down' && inside?.role === 'reviewer') return fail({ code: 'not-allowed' })
          if (name !== 'shut-down' && inside?.conceal.isConcealed() === true)
            return fail({ code: 'concealed' })
          const refusal = refuseAside(name, access.isAside())
          if (refusal !== null) return fail(refusal)
          const handlers: AnyTaskHandlers = { ...made.tasks, ...inside?.tasks }
          return tries.heed(name, () => handlers[name]?.(input) ?? fail({ code: 'locked' }))
        },
        () => use.note(name),
      )
    },
    async beat() {
      push('clock.read', clock.read())
      // A call that is at work may have the vault closed, to open it anew under another key.
      await inTurn(() => {
        access.inside()?.beat()
        watch.beat()
        return access.inside()?.mustLock() === true ? lockUp(access) : succeed(null)
      })
    },
    isSpent: () => use.isSpent(),
    async handOver() {
      const handed = await inTurn(() => succeed(use.isSpent() ? made.leave() : null))
      return handed.ok ? handed.value : null
    },
  }
}

function createParts(effects: CoreEffects, left: LeftByCore | null) {
  const { clock, random, paths, push } = effects
  // What happened and is not on the disk, and what a locked console sees: nothing else outlives the lock.
  const waiting = createWaiting(push)
  const readTheme = () => readPreferences(paths.preferencesPath).theme
  const watch = createWatch({ clock, push, readTheme }, left?.watching)
  const bench = createBench(push, effects.seeFolder)
  const typed = createTypedLately(clock, left?.typedAtMs)
  const onWrongSecret = () => tries.miss()
  const access = createAccess(effects, { bench, waiting, watch, typed, onWrongSecret })
  const tries = createTries(access, () => typed.forget())
  const { inTurn, leaveTurn } = createTurns()
  const doorTries = createDoorTries(clock, left?.missed)
  const aboutComputer = { paths, access, clock, random, typed }
  const aboutRestores = { ...effects, vaultDir: paths.vaultDir, access, bench, waiting, watch }
  const restores = restoreHandlers(aboutRestores, left?.offered)
  const mends = mendHandlers({ vaultDir: paths.vaultDir, access, clock, random, push })
  const proposed = createProposedCode(random)
  return {
    access,
    watch,
    bench,
    mends,
    inTurn,
    tries,
    doorTries,
    calls: {
      ...freeHandlers(effects, { access, waiting, watch, restores, mends, proposed, tries, leaveTurn }),
      ...computerKeyHandlers(aboutComputer),
    },
    tasks: {
      'shut-down': () => endAll(access, bench),
      ...restores.tasks,
      ...computerKeyTasks(aboutComputer),
      ...kitTasks(paths, proposed),
    } satisfies AnyTaskHandlers,
    use: followUse({ access, bench, waiting, isMending: () => mends.isWaiting() }),
    leave: (): LeftByCore => ({
      watching: watch.handOver(),
      offered: restores.offered(),
      typedAtMs: typed.atMs(),
      missed: doorTries.missed(),
    }),
  }
}

function lockUp(access: VaultAccess<Behind>): Result<null, never> {
  access.lock()
  return succeed(null)
}

/** A restore is waited for by everything else, and is to hear all the same that it is to end; so is what a quit would wait for. */
function hearAtOnce(
  name: CoreCallName | CoreTaskName,
  { bench, mends }: { readonly bench: Bench; readonly mends: ReturnType<typeof mendHandlers> },
): void {
  if (name === 'backups.cancel' || name === 'shut-down') bench.cancel()
  if (name === 'mend.cancel' || name === 'shut-down') mends.cancel()
}

/** Locks, and waits for what a lock ends and what then throws away what it was making. */
async function endAll(access: VaultAccess<Behind>, bench: Bench): Promise<Result<null, never>> {
  const locked = lockUp(access)
  await Promise.allSettled([bench.ended(), access.worked()])
  return locked
}

interface Freely {
  readonly access: VaultAccess<Behind>
  readonly waiting: Waiting
  readonly watch: Watch
  readonly restores: ReturnType<typeof restoreHandlers>
  readonly mends: ReturnType<typeof mendHandlers>
  readonly proposed: ProposedCode
  readonly tries: Tries
  readonly leaveTurn: () => void
}

/** What is answered past the rooms behind the door: with no vault open, or on the vault's own files. */
function freeHandlers(
  { clock, random, paths, push, chooseStrength }: CoreEffects,
  { access, waiting, watch, restores, mends, proposed, tries, leaveTurn }: Freely,
) {
  const aboutKeys = { vaultDir: paths.vaultDir, access, clock, random, chooseStrength, tries }
  const renewal = createRenewal({ ...aboutKeys, push, leaveTurn })
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
    ...reviewerHandlers({ ...aboutKeys, renewal }),
    ...keyHandlers({ ...aboutKeys, proposed, renewal }),
    ...erasingHandlers({ ...paths, access, clock, random, renewal }),
    ...preferenceHandlers(paths.preferencesPath, () => access.inside()?.tellRoom()),
    ...restores.calls,
    ...mends.calls,
    ...watchHandlers(watch),
  }
}

function createAccess({ clock, random, paths, push }: CoreEffects, { typed, ...lasting }: Lasting) {
  const sources = {
    ...lasting,
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
      const inside =
        vault.role === 'author' ? enterVault(vault, sources, opener) : enterReview(vault, sources, opener)
      typed.opened(opener)
      if (vault.role === 'author') dropStrayKey(paths)
      return askAgainAfter(inside, typed)
    },
  })
}

/** What outlives a lock. */
interface Lasting {
  readonly bench: Bench
  readonly waiting: Waiting
  readonly watch: Watch
  readonly typed: TypedLately
  readonly onWrongSecret: () => void
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
