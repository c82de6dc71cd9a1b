import type { Failure, VaultFailureCode } from '../../../shared/ipc/failure.ts'
import { fail, type Result } from '../../../shared/result.ts'

/** Why a vault was not created or opened: a part of the contract's failures. */
export type VaultFailure =
  | { readonly code: VaultFailureCode | 'disk-full' | 'not-writable' }
  | Extract<Failure, { code: 'bad-input' | 'damaged-record-log' | 'damaged-private-log' }>

/** `ENOSPC` and its like, and libuv's word for an error that Windows alone knows. Node's own begin with `ERR_`. */
const systemError = /^(?:E[A-Z0-9]+|UNKNOWN)$/u
const full: ReadonlySet<unknown> = new Set(['ENOSPC', 'EDQUOT'])
/** A descriptor or an address that is none: only a mistake of ours hands one over. */
const ours: ReadonlySet<unknown> = new Set(['EBADF', 'EFAULT'])

/**
 * The failure that an error of the system stands for, which is one of the disk: a drive or a server has more ways to fail than
 * any list knows. Null for every other error.
 */
export function diskFailureOf(error: unknown): 'disk-full' | 'not-writable' | null {
  const code = errorCode(error)
  if (typeof code !== 'string' || !systemError.test(code) || ours.has(code)) return null
  return full.has(code) ? 'disk-full' : 'not-writable'
}

/** Answers with what the disk did where `work` throws it. */
export async function onDisk<Value, Reason>(
  work: () => Promise<Result<Value, Reason>>,
): Promise<Result<Value, Reason | { readonly code: 'disk-full' | 'not-writable' }>> {
  try {
    return await work()
  } catch (error) {
    const code = diskFailureOf(error)
    if (code === null) throw error
    return fail({ code })
  }
}

/** `ENOENT`, `EEXIST` and the like; undefined for what is no error of the system. */
export function errorCode(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined
}
