import type { Failure } from '../../shared/ipc/failure.ts'
import type { ImportTable } from '../../shared/ipc/import-calls.ts'
import type { Abilities } from '../../shared/ipc/system-calls.ts'
import { succeed, type Result } from '../../shared/result.ts'
import type { CoreClient } from '../core-client.ts'
import type { BackupChoice } from './choose-backup.ts'
import type { Request } from './door.ts'
import type { Exports } from './exports.ts'

/** The second window. Both acts answer whether it is open afterwards. */
export interface Display {
  readonly isOpen: () => boolean
  readonly toggle: () => Promise<boolean>
  readonly close: () => Promise<boolean>
}

/** What the computer can do for the console. */
export interface System {
  readonly abilities: () => Abilities
  /** Something was copied in the console's window. */
  readonly copied: () => Promise<void>
}

/** Who answers what. */
interface Answering {
  readonly core: Pick<CoreClient, 'call'>
  readonly exports: Exports
  readonly display: Display
  readonly system: System
  readonly chooseBackup: BackupChoice
  readonly chooseTable: () => Promise<Result<ImportTable | null, Failure>>
}

/** The few calls that need a printer, another program or a window are main's; all others are the core's. */
export function handleRequest(
  request: Request,
  { core, exports, display, system, chooseBackup, chooseTable }: Answering,
): Promise<Result<unknown, Failure>> {
  switch (request.name) {
    case 'export.group-summary':
    case 'export.de-identified-summary':
    case 'export.tick-sheet':
    case 'export.attendance-sheet':
    case 'export.supervision-summary':
    case 'export.note':
    case 'export.disclosures':
    case 'export.member-progress':
    case 'export.group-over-time':
      return exports.print(request)
    case 'export.notes':
      return exports.printNotes(request.input.sessionId, request.input)
    case 'export.cancel-notes':
      return exports.cancelNotes()
    case 'export.verify':
      return exports.verify()
    case 'export.open':
      return exports.open(request.input.exportId)
    case 'export.show-folder':
      return exports.showFolder(request.input.exportId)
    case 'export.choose-folder':
      return exports.chooseFolder()
    case 'import.choose':
      return chooseTable()
    case 'kit.make':
      return exports.makeKit(request.input)
    case 'backups.choose-folder':
      return chooseBackup.folder()
    case 'backups.choose-to-restore':
      return chooseBackup.toRestore()
    case 'system.abilities':
      return Promise.resolve(succeed(system.abilities()))
    case 'system.copied':
      return system.copied().then(() => succeed(null))
    case 'display.read':
      return Promise.resolve(succeed(display.isOpen()))
    case 'display.toggle':
      return display.toggle().then(succeed)
    case 'display.close':
      return display.close().then(succeed)
    default:
      return core.call(request)
  }
}
