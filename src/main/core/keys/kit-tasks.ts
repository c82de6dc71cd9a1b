import { basename, isAbsolute, join } from 'node:path'
import type { Failure } from '../../../shared/ipc/failure.ts'
import type { KitFile } from '../../../shared/ipc/kit-calls.ts'
import { fail, succeed, type Result } from '../../../shared/result.ts'
import { isUsable, isWithin } from '../export/export-folder.ts'
import { inChosenFolder } from '../export/write-export.ts'
import type { TaskHandlers } from '../handler.ts'
import type { CoreSettings } from '../protocol.ts'
import { statOf } from '../vault/vault-files.ts'
import { writeFileWhole } from '../write-file.ts'
import type { ProposedCode } from './proposed-code.ts'

const symbolsPerGroup = /.{4}/g

type Folders = Pick<CoreSettings, 'vaultDir' | 'exportsDir'>

/** The page with the recovery code: what may stand on it, and its file. No list knows of it, and no log. */
export function kitTasks(folders: Folders, proposed: ProposedCode): TaskHandlers<'kit.groups' | 'kit.write'> {
  return {
    'kit.groups': ({ recoveryCode }) => {
      const code = proposed.recognise(recoveryCode)
      return code === null ? fail({ code: 'not-found' }) : succeed(code.match(symbolsPerGroup) ?? [])
    },
    'kit.write': ({ folder, bytes }) => inChosenFolder(() => writeKit(folders, folder, bytes)),
  }
}

function writeKit(folders: Folders, folder: string, bytes: Uint8Array): Result<KitFile, Failure> {
  // Beside the vault it would be the key in the lock; among the exports a list would know of it.
  const isOwn = isWithin(folder, folders.vaultDir) || isWithin(folder, folders.exportsDir)
  if (!isAbsolute(folder) || isOwn || !isUsable(folder)) return fail({ code: 'folder-unfit' })
  const fileName = freeName(folder)
  writeFileWhole(join(folder, fileName), bytes)
  return succeed({ fileName, folderName: basename(folder) })
}

// One that stands there may be the paper that still counts.
function freeName(folder: string): string {
  let name = 'circlekeeper-recovery-kit.pdf'
  for (let copy = 2; statOf(join(folder, name)) !== null; copy += 1)
    name = `circlekeeper-recovery-kit-${copy}.pdf`
  return name
}
