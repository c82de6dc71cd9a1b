import type { Answer, ParsedInputOf } from '../../shared/ipc/contract.ts'
import type { Failure } from '../../shared/ipc/failure.ts'
import type { Result } from '../../shared/result.ts'
import type { CoreCallName, CoreTaskName, TaskInputOf, TaskOutputOf } from './protocol.ts'

/**
 * What answers a call. Its input is parsed; an expected failure is its answer, and what it throws is either a
 * `StoreError` or a bug.
 */
type Handler<Name extends CoreCallName> = (input: ParsedInputOf<Name>) => Answer<Name> | Promise<Answer<Name>>

/** The handlers of one feature: one for each call that the contract gives it. */
export type Handlers<Names extends CoreCallName> = { readonly [Name in Names]: Handler<Name> }

/** What does one of main's tasks, under the same rules. */
type TaskHandler<Name extends CoreTaskName> = (
  input: TaskInputOf<Name>,
) => Result<TaskOutputOf<Name>, Failure>

/** What may do one of main's tasks, at once or not. */
export type AnyTaskHandlers = Partial<{
  readonly [Name in CoreTaskName]: (
    input: TaskInputOf<Name>,
  ) => Result<TaskOutputOf<Name>, Failure> | Promise<Result<TaskOutputOf<Name>, Failure>>
}>

/** The same of tasks that wait for something on the way. */
export type SlowTaskHandlers<Names extends CoreTaskName> = {
  readonly [Name in Names]: (input: TaskInputOf<Name>) => Promise<Result<TaskOutputOf<Name>, Failure>>
}

export type TaskHandlers<Names extends CoreTaskName> = { readonly [Name in Names]: TaskHandler<Name> }
