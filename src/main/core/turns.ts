import type { Failure } from '../../shared/ipc/failure.ts'
import { fail, type Result } from '../../shared/result.ts'
import { LogNotWhole, StoreError } from './vault/store-error.ts'

/** What is asked of the core is done one after the other. */
export interface Turns {
  /** Answers with the failure that a disk's error stands for. `done` still is in its turn. */
  readonly inTurn: <Value>(
    work: () => Result<Value, Failure> | Promise<Result<Value, Failure>>,
    done?: () => void,
  ) => Promise<Result<Value, Failure>>
  /** Lets the next ones in while what is at work goes on. It is answered when it has ended all the same. */
  readonly leaveTurn: () => void
}

export function createTurns(): Turns {
  let last: Promise<unknown> = Promise.resolve()
  let turn = Promise.withResolvers<void>()
  function inTurn<Value>(
    work: () => Result<Value, Failure> | Promise<Result<Value, Failure>>,
    done = () => {},
  ): Promise<Result<Value, Failure>> {
    const own = Promise.withResolvers<void>()
    const answer = last
      .then((): Result<Value, Failure> | Promise<Result<Value, Failure>> => {
        turn = own
        return work()
      })
      .finally(done)
      .catch((error: unknown) => {
        if (error instanceof LogNotWhole) return fail({ code: 'log-not-whole' } as const)
        if (error instanceof StoreError) return fail({ code: error.code })
        throw error
      })
    last = Promise.race([answer.catch(() => undefined), own.promise])
    return answer
  }
  return { inTurn, leaveTurn: () => turn.resolve() }
}
