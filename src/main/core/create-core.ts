import { contract, type Answer, type ParsedInputOf } from '../../shared/ipc/contract.ts'
import type { Failure } from '../../shared/ipc/failure.ts'
import { fail, succeed, type Result } from '../../shared/result.ts'
import { createVaultAccess, vaultHandlers } from './access.ts'
import type { Clock } from './clock.ts'
import { enterVault, type Inside } from './dispatch.ts'
import type { Random } from './effects.ts'
import type { Handlers, TaskHandlers } from './handler.ts'
import { preferenceHandlers } from './preferences/preference-handlers.ts'
import type { CoreCallName, CoreSettings, CoreTaskName, TaskInputOf, TaskOutputOf } from './protocol.ts'
import type { Push } from './push.ts'
import { StoreError } from './vault/store-error.ts'

/** Everything that touches the vault, without a thread or a window around it. */
export interface Core {
  /** Answers a call whose input was parsed. Calls and tasks are done one after the other. */
  readonly call: <Name extends CoreCallName>(name: Name, input: ParsedInputOf<Name>) => Promise<Answer<Name>>
  readonly run: <Name extends CoreTaskName>(
    name: Name,
    input: TaskInputOf<Name>,
  ) => Promise<Result<TaskOutputOf<Name>, Failure>>
  /** Tells the windows the time, and notes that running sessions are alive. To be called every few seconds. */
  readonly beat: () => void
}

export interface CoreEffects {
  readonly clock: Clock
  readonly random: Random
  readonly paths: CoreSettings
  readonly push: Push
}

export function createCore({ clock, random, paths, push }: CoreEffects): Core {
  const access = createVaultAccess<Inside>({
    vaultDir: paths.vaultDir,
    push,
    enter: (vault) => enterVault(vault, { clock, random, push, exportsDir: paths.exportsDir }),
  })
  const free = {
    ...vaultHandlers({ vaultDir: paths.vaultDir, random, access }),
    ...preferenceHandlers(paths.preferencesPath),
  }
  const shutDown: TaskHandlers<'shut-down'> = {
    'shut-down': () => {
      access.lock()
      return succeed(null)
    },
  }
  const inTurn = createQueue()

  return {
    call: (name, input) =>
      inTurn(() => {
        if (contract[name].needs === 'vault' && access.inside() === undefined) return fail({ code: 'locked' })
        // A window asks this first: it is told the time with it, and counts on from there.
        if (name === 'vault.access') push('clock.read', clock.read())
        const handlers: Partial<Handlers<CoreCallName>> = { ...free, ...access.inside()?.calls }
        return handlers[name]?.(input) ?? fail({ code: 'locked' })
      }),
    run: (name, input) =>
      inTurn(() => {
        const handlers: Partial<TaskHandlers<CoreTaskName>> = { ...shutDown, ...access.inside()?.tasks }
        return handlers[name]?.(input) ?? fail({ code: 'locked' })
      }),
    beat() {
      push('clock.read', clock.read())
      try {
        access.inside()?.beat()
      } catch (error) {
        // The next act of the facilitator meets the same disk, and says so.
        if (!(error instanceof StoreError)) throw error
      }
    },
  }
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
