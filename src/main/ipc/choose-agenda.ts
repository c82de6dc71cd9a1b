import type { GroupId } from '../../shared/ids.ts'
import type { BroughtAgenda } from '../../shared/ipc/agenda-file-calls.ts'
import type { Failure } from '../../shared/ipc/failure.ts'
import { succeed, type Result } from '../../shared/result.ts'
import type { CoreClient } from '../core-client.ts'

/** Lets somebody choose the file of an agenda, and has the core read it for a group. Null when nobody chose one. */
export async function chooseAgendaFor(
  core: Pick<CoreClient, 'run'>,
  groupId: GroupId,
  readChosenFile: () => Promise<Result<Uint8Array | null, Failure>>,
): Promise<Result<BroughtAgenda | null, Failure>> {
  const bytes = await readChosenFile()
  if (!bytes.ok) return bytes
  return bytes.value === null ? succeed(null) : core.run('agenda.read-file', { groupId, bytes: bytes.value })
}
