import type { CallName } from '../../shared/ipc/contract.ts'
import type { Failure } from '../../shared/ipc/failure.ts'

/**
 * All that is ever logged. There is no field for a text: neither an input nor the message of an error, which may quote
 * one, can be passed in.
 */
export type LogEntry =
  | {
      readonly event: 'call-failed'
      readonly call: CallName | 'unknown'
      readonly code: Failure['code']
      readonly ms: number
    }
  | { readonly event: 'call-threw'; readonly call: CallName; readonly at: string; readonly ms: number }
  | { readonly event: 'core-gone' | 'start-failed' | 'main-threw'; readonly at: string }
  | { readonly event: 'page-gone'; readonly reason: string }

export type Log = (entry: LogEntry) => void

/** Standard error only: no file of ours holds who used what, and when. */
export const logToStderr: Log = (entry) => {
  process.stderr.write(`${JSON.stringify(entry)}\n`)
}
