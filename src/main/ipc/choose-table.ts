import type { Failure } from '../../shared/ipc/failure.ts'
import type { ImportTable } from '../../shared/ipc/import-calls.ts'
import { succeed, type Result } from '../../shared/result.ts'
import type { CoreClient } from '../core-client.ts'

/** Lets somebody choose a table, and gives its bytes to the core. Null when nobody chose one. */
export async function chooseTableFor(
  core: Pick<CoreClient, 'run'>,
  readChosenFile: () => Promise<Result<Uint8Array | null, Failure>>,
): Promise<Result<ImportTable | null, Failure>> {
  const bytes = await readChosenFile()
  if (!bytes.ok) return bytes
  return bytes.value === null ? succeed(null) : core.run('import.take', { bytes: bytes.value })
}
