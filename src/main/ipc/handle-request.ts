import type { Failure } from '../../shared/ipc/failure.ts'
import type { GroupId } from '../../shared/ids.ts'
import type { agendaDraftCalls } from '../../shared/ipc/agenda-draft-calls.ts'
import type { BroughtAgenda } from '../../shared/ipc/agenda-file-calls.ts'
import { contract } from '../../shared/ipc/contract.ts'
import type { ImportTable } from '../../shared/ipc/import-calls.ts'
import type { displayCalls } from '../../shared/ipc/room-calls.ts'
import type { sheetCalls } from '../../shared/ipc/sheet-calls.ts'
import type { Abilities, systemCalls } from '../../shared/ipc/system-calls.ts'
import { fail, succeed, type Result } from '../../shared/result.ts'
import type { CoreClient } from '../core-client.ts'
import type { ComputerKey } from './computer-key.ts'
import type { BackupChoice } from './choose-backup.ts'
import type { Request } from './door.ts'
import type { Exports } from './exports.ts'
import type { KeptDrafts } from './kept-drafts.ts'

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
export interface Answering {
  readonly core: Pick<CoreClient, 'call'>
  readonly exports: Exports
  readonly display: Display
  readonly system: System
  readonly drafts: KeptDrafts
  readonly chooseBackup: BackupChoice
  readonly computerKey: ComputerKey
  readonly chooseTable: () => Promise<Result<ImportTable | null, Failure>>
  readonly chooseAgenda: (groupId: GroupId) => Promise<Result<BroughtAgenda | null, Failure>>
}

/** The few calls that need a printer, another program or a window are main's; all others are the core's. */
export function handleRequest(request: Request, answering: Answering): Promise<Result<unknown, Failure>> {
  const { core, exports } = answering
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
    case 'kit.make':
      return exports.makeKit(request.input)
    case 'computer-key.state':
    case 'computer-key.open':
    case 'computer-key.turn-on':
    case 'import.choose':
    case 'agenda.choose-file':
    case 'backups.choose-folder':
    case 'backups.choose-to-restore':
    case 'system.abilities':
    case 'system.copied':
    case 'sheet.keep':
    case 'sheet.kept':
    case 'agenda.keep-draft':
    case 'agenda.kept-draft':
    case 'display.read':
    case 'display.toggle':
    case 'display.close':
      return answerBeside(request, answering)
    default:
      return core.call(request)
  }
}

type BesideName =
  | 'computer-key.state'
  | 'computer-key.open'
  | 'computer-key.turn-on'
  | 'import.choose'
  | 'agenda.choose-file'
  | 'backups.choose-folder'
  | 'backups.choose-to-restore'
  | keyof typeof systemCalls
  | keyof typeof sheetCalls
  | keyof typeof agendaDraftCalls
  | keyof typeof displayCalls

/** What is chosen in the system's dialogs, what main keeps, and what needs neither the vault nor a document. */
function answerBeside(
  request: Extract<Request, { readonly name: BesideName }>,
  { core, computerKey, display, system, drafts, chooseBackup, chooseTable, chooseAgenda }: Answering,
): Promise<Result<unknown, Failure>> {
  switch (request.name) {
    case 'computer-key.state':
      return computerKey.state()
    case 'computer-key.open':
      return computerKey.open()
    case 'computer-key.turn-on':
      return computerKey.turnOn(request.input.authorPassphrase)
    case 'import.choose':
      return chooseTable()
    case 'agenda.choose-file':
      return chooseAgenda(request.input.groupId)
    case 'backups.choose-folder':
      return chooseBackup.folder()
    case 'backups.choose-to-restore':
      return chooseBackup.toRestore()
    case 'system.abilities':
      return Promise.resolve(succeed(system.abilities()))
    case 'system.copied':
      return system.copied().then(() => succeed(null))
    case 'sheet.keep':
      return Promise.resolve(succeed(drafts.sheets.keep(request.input.sessionId, request.input.sheet)))
    case 'sheet.kept':
      return Promise.resolve(succeed(drafts.sheets.read(request.input.sessionId)))
    case 'agenda.keep-draft':
      return Promise.resolve(succeed(drafts.agendas.keep(request.input.groupId, request.input.phases)))
    case 'agenda.kept-draft':
      return unlessConcealed(core, () => drafts.agendas.read(request.input.groupId))
    case 'display.read':
      return Promise.resolve(succeed(display.isOpen()))
    case 'display.toggle':
      return display.toggle().then(succeed)
    case 'display.close':
      return display.close().then(succeed)
  }
}

/** Answers with what may name somebody. Whether the names are concealed, the core knows. */
async function unlessConcealed<Value>(
  core: Answering['core'],
  read: () => Value,
): Promise<Result<Value, Failure>> {
  const answer = await core.call({ name: 'conceal.read', input: {} })
  if (!answer.ok) return answer
  const { isConcealed } = contract['conceal.read'].output.parse(answer.value)
  return isConcealed ? fail({ code: 'concealed' }) : succeed(read())
}
