import { shell } from 'electron'
import type { Failure } from '../../shared/ipc/failure.ts'
import { fail, succeed, type Result } from '../../shared/result.ts'

/**
 * Opens a file or folder with the computer's own program. Takes only paths that the core itself has listed; nothing in
 * the console ever hands a URL to the system.
 * https://www.electronjs.org/docs/latest/tutorial/security#15-do-not-use-shellopenexternal-with-untrusted-content
 */
export async function openPath(path: string): Promise<Result<null, Failure>> {
  const complaint = await shell.openPath(path)
  return complaint === '' ? succeed(null) : fail({ code: 'no-viewer' })
}
