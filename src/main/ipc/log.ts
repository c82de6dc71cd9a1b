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
  | { readonly event: 'core-gone' | 'start-failed'; readonly at: string }
  | { readonly event: 'page-gone'; readonly reason: string }

export type Log = (entry: LogEntry) => void

/** Standard error only: no file of ours holds who used what, and when. */
export const logToStderr: Log = (entry) => {
  process.stderr.write(`${JSON.stringify(entry)}\n`)
}

const stackFrame = /([\w.-]+\.(?:[cm]?[jt]sx?)):(\d+):(\d+)\)?$/

/** Where in our code an error was thrown, as `worker.js:120:7`: its own message is never read. */
export function placeOf(error: unknown): string {
  if (!(error instanceof Error) || error.stack === undefined) return 'unknown'
  // The message comes first in a stack and may have lines that look like frames.
  const trace = error.stack.startsWith(String(error)) ? error.stack.slice(String(error).length) : ''
  for (const line of trace.split('\n')) {
    const match = stackFrame.exec(line.trim())
    if (match !== null) return match.slice(1, 4).join(':')
  }
  return 'unknown'
}
