import { contract, type Answer, type ParsedInputOf } from '../../shared/ipc/contract.ts'
import type { Failure } from '../../shared/ipc/failure.ts'
import { fail, succeed, type Result } from '../../shared/result.ts'
import { createVaultAccess, vaultHandlers } from './access.ts'
import type { Clock } from './clock.ts'
import { enterVault, type Behind } from './dispatch.ts'
import type { Random } from './effects.ts'
import type { Handlers, TaskHandlers } from './handler.ts'
import { keyHandlers } from './keys/key-handlers.ts'
import { preferenceHandlers, readPreferences } from './preferences/preference-handlers.ts'
import type { CoreCallName, CoreSettings, CoreTaskName, TaskInputOf, TaskOutputOf } from './protocol.ts'
import type { Push } from './push.ts'
import { enterReview } from './reviewer/enter-review.ts'
import { reviewerHandlers } from './reviewer/reviewer-handlers.ts'
import type { Strength } from './vault/slot-key.ts'
import { erasingHandlers } from './retention/erasing-handlers.ts'
import { StoreError } from './vault/store-error.ts'

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
  const { clock, random, paths, push, chooseStrength } = effects
  const access = createAccess(effects)
  const free = {
    ...vaultHandlers({ vaultDir: paths.vaultDir, random, chooseStrength, access }),
    ...reviewerHandlers({ vaultDir: paths.vaultDir, access, clock, random, push, chooseStrength }),
    ...keyHandlers({ vaultDir: paths.vaultDir, access, random, chooseStrength }),
    ...erasingHandlers({ ...paths, access, clock, random, push }),
    ...preferenceHandlers(paths.preferencesPath, () => access.inside()?.tellRoom()),
  }
  const lockUp = () => {
    access.lock()
    return succeed(null)
  }
  const inTurn = createQueue()

  return {
    call: (name, input) =>
      inTurn(() => {
        const inside = access.inside()
        const refusal = refusalOf(name, inside)
        if (refusal !== null) return fail(refusal)
        // A window asks this first: it is told the time with it, and counts on from there.
        if (name === 'vault.access') push('clock.read', clock.read())
        const handlers: Partial<Handlers<CoreCallName>> = { ...free, ...inside?.calls }
        return handlers[name]?.(input) ?? fail({ code: 'locked' })
      }),
    run: (name, input) =>
      inTurn(() => {
        if (name !== 'shut-down' && access.inside()?.role === 'reviewer') return fail({ code: 'not-allowed' })
        if (name !== 'shut-down' && access.inside()?.conceal.isConcealed() === true)
          return fail({ code: 'concealed' })
        const handlers: Partial<TaskHandlers<CoreTaskName>> = {
          'shut-down': lockUp,
          ...access.inside()?.tasks,
        }
        return handlers[name]?.(input) ?? fail({ code: 'locked' })
      }),
    async beat() {
      push('clock.read', clock.read())
      // A call that is at work may have the vault closed, to open it anew under another key.
      await inTurn(() => {
        access.inside()?.beat()
        return access.inside()?.mustLock() === true ? lockUp() : succeed(null)
      })
    },
  }
}

function createAccess({ clock, random, paths, push }: CoreEffects) {
  const sources = {
    clock,
    random,
    push,
    paths,
    readPreferences: () => readPreferences(paths.preferencesPath),
  }
  return createVaultAccess<Behind>({
    vaultDir: paths.vaultDir,
    push,
    enter: (vault, opener) =>
      vault.role === 'author' ? enterVault(vault, sources, opener) : enterReview(vault, sources, opener),
  })
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
