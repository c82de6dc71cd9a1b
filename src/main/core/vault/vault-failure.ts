import type { Failure, VaultFailureCode } from '../../../shared/ipc/failure.ts'
import { fail, type Result } from '../../../shared/result.ts'

/** Why a vault was not created or opened: a part of the contract's failures. */
export type VaultFailure =
  | { readonly code: VaultFailureCode | 'disk-full' | 'not-writable' }
  | Extract<Failure, { code: 'bad-input' | 'damaged-record-log' | 'damaged-private-log' }>

/** The failure that an error of the file system stands for; null when it is none of a full or closed disk. */
export function diskFailureOf(error: unknown): 'disk-full' | 'not-writable' | null {
  switch (errorCode(error)) {
    case 'ENOSPC':
    case 'EDQUOT':
      return 'disk-full'
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
    case 'EIO':
    // What was there a moment ago is gone: the folder was taken away under us.
    case 'ENOENT':
    case 'ENOTDIR':
      return 'not-writable'
    default:
      return null
  }
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
