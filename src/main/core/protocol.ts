import type { CallName, OutputOf, ParsedInputOf } from '../../shared/ipc/contract.ts'
import type { Backups, OfferedBackup } from '../../shared/ipc/backup-calls.ts'
import type { ExportedFile, ExportFolder, FileVerdict } from '../../shared/ipc/export-calls.ts'
import type { Failure } from '../../shared/ipc/failure.ts'
import type { BroughtAgenda } from '../../shared/ipc/agenda-file-calls.ts'
import type { ImportTable } from '../../shared/ipc/import-calls.ts'
import type { KitFile, kitCalls } from '../../shared/ipc/kit-calls.ts'
import type { PrintCallName } from '../../shared/ipc/print-calls.ts'
import type { PushName, Pushes } from '../../shared/ipc/pushes.ts'
import type { computerKeyCalls } from '../../shared/ipc/computer-key-calls.ts'
import type { displayCalls } from '../../shared/ipc/room-calls.ts'
import type { sheetCalls } from '../../shared/ipc/sheet-calls.ts'
import type { agendaDraftCalls } from '../../shared/ipc/agenda-draft-calls.ts'
import type { systemCalls } from '../../shared/ipc/system-calls.ts'
import type { ExportId, GroupId, PersonId, SessionId } from '../../shared/ids.ts'
import type { AttendanceSheetFacts } from '../../shared/record/attendance-sheet.ts'
import type { DeIdentifiedSummary } from '../../shared/record/de-identified-summary.ts'
import type { DisclosureLedgerFacts } from '../../shared/record/disclosure-ledger.ts'
import type { DocumentStamp } from '../../shared/record/document-stamp.ts'
import type { Span } from '../../shared/member-review/member-window.ts'
import type { GroupOverTimeFacts } from '../../shared/record/group-over-time.ts'
import type { GroupSummaryFacts } from '../../shared/record/group-summary.ts'
import type { MemberProgressFacts } from '../../shared/record/member-progress.ts'
import type { Consent, NoteDocumentFacts } from '../../shared/record/note-document.ts'
import type { SupervisionSummary } from '../../shared/record/supervision-summary.ts'
import type { SheetNaming, TickSheetFacts } from '../../shared/record/tick-sheet.ts'
import type { Result } from '../../shared/result.ts'
import type { HandOver } from './hand-over.ts'

/** What the core needs to know before it can do anything. Absolute paths. */
export interface CoreSettings {
  readonly vaultDir: string
  readonly exportsDir: string
  readonly preferencesPath: string
  /** Where the thread was built to in which SQLite takes long over a copy; the one in the sources unless it is given. */
  readonly alteringThread?: string
  /** The process from which all of the console's were started; without it, the core's own. */
  readonly consolePid?: number
}

/** Calls that need a window's help (a printer, the computer's viewer): main answers them, with the core's tasks. */
export type MainCallName =
  | PrintCallName
  | 'export.notes'
  | 'export.cancel-notes'
  | 'export.verify'
  | 'export.open'
  | 'export.show-folder'
  | 'export.choose-folder'
  | 'import.choose'
  | 'agenda.choose-file'
  | 'backups.choose-folder'
  | 'backups.choose-to-restore'
  | keyof typeof displayCalls
  | keyof typeof systemCalls
  | keyof typeof sheetCalls
  | keyof typeof agendaDraftCalls
  | keyof typeof kitCalls
  | Exclude<keyof typeof computerKeyCalls, 'computer-key.turn-off'>
/** Calls that the core answers. */
export type CoreCallName = Exclude<CallName, MainCallName>

/** What a document shows, and how the document is to be stamped. */
export interface Stamped<Facts> {
  readonly facts: Facts
  readonly stamp: DocumentStamp
}

/** A secret as the computer has sealed it, and what it was sealed by. */
export interface SealedSecret {
  /** As Electron names it, or `system` where a system has one alone. */
  readonly keptBy: string
  readonly sealed: Uint8Array
}

/** What only main may ask. No window can: these names are not in the contract. */
export interface CoreTasks {
  'export.facts': {
    readonly input: { readonly sessionId: SessionId }
    readonly output: Stamped<GroupSummaryFacts>
  }
  'export.de-identified-facts': {
    readonly input: { readonly sessionId: SessionId }
    readonly output: Stamped<DeIdentifiedSummary>
  }
  'export.sheet-facts': {
    readonly input: { readonly sessionId: SessionId; readonly naming: SheetNaming }
    readonly output: Stamped<TickSheetFacts>
  }
  'export.attendance-facts': {
    readonly input: { readonly sessionId: SessionId; readonly naming: SheetNaming }
    readonly output: Stamped<AttendanceSheetFacts>
  }
  'export.supervision-facts': {
    readonly input: { readonly sessionId: SessionId }
    readonly output: Stamped<SupervisionSummary>
  }
  'export.note-facts': {
    readonly input: { readonly sessionId: SessionId; readonly personId: PersonId; readonly consent: Consent }
    readonly output: NoteDocumentFacts
  }
  'export.disclosure-facts': {
    readonly input: { readonly personId: PersonId | null }
    readonly output: Stamped<DisclosureLedgerFacts>
  }
  'export.progress-facts': {
    readonly input: { readonly personId: PersonId; readonly span: Span; readonly consent: Consent }
    readonly output: Stamped<MemberProgressFacts>
  }
  'export.group-over-time-facts': {
    readonly input: { readonly groupId: GroupId; readonly weeks: number | null }
    readonly output: Stamped<GroupOverTimeFacts>
  }
  /** Whose notes of a session are signed. */
  'export.note-people': { readonly input: { readonly sessionId: SessionId }; readonly output: PersonId[] }
  /** Writes what was printed under a stamp into the folder for exports, atomically and 0600, and lists it. */
  'export.write': {
    readonly input: {
      readonly stamp: DocumentStamp
      readonly bytes: Uint8Array
      readonly hasPassword?: boolean
      /** By what consent it was made; a disclosure is entered with it. */
      readonly consent?: Consent | null
    }
    readonly output: ExportedFile
  }
  /** Says what the bytes of a file are. */
  'export.identify': { readonly input: { readonly bytes: Uint8Array }; readonly output: FileVerdict }
  /** Reads the bytes of a file as a table of members and groups, and holds it for the calls that follow. */
  'import.take': { readonly input: { readonly bytes: Uint8Array }; readonly output: ImportTable }
  /** Reads the bytes of a file as an agenda for a group. */
  'agenda.read-file': {
    readonly input: { readonly groupId: GroupId; readonly bytes: Uint8Array }
    readonly output: BroughtAgenda
  }
  /** The path of a file that the core itself lists. */
  'export.path': { readonly input: { readonly exportId: ExportId }; readonly output: string }
  /** The folder that the next file goes to. */
  'export.folder': { readonly input: null; readonly output: string }
  /** The folder that a file stands in. */
  'export.folder-of': { readonly input: { readonly exportId: ExportId }; readonly output: string }
  'export.set-folder': { readonly input: { readonly path: string }; readonly output: ExportFolder }
  /** The groups of the recovery code that was proposed last; `not-found` for any other. */
  'kit.groups': { readonly input: { readonly recoveryCode: string }; readonly output: readonly string[] }
  /** Writes the printed kit into a folder that was chosen, for its owner alone, and lists it nowhere. */
  'kit.write': {
    readonly input: { readonly folder: string; readonly bytes: Uint8Array }
    readonly output: KitFile
  }
  /** Chooses the folder that backups go to. */
  'backups.set-folder': { readonly input: { readonly path: string }; readonly output: Backups }
  /** Says what is in the folder of a backup, and holds it for a restore. Done while no vault is open alone. */
  'backups.offer': { readonly input: { readonly path: string }; readonly output: OfferedBackup }
  /** Makes the slot that a secret opens, 32 random bytes in Base64, and keeps the secret beside the vault as it was sealed. */
  'computer-key.keep': {
    readonly input: SealedSecret & { readonly authorPassphrase: string; readonly secret: string }
    readonly output: null
  }
  /** What is kept for a slot of this vault, and whether it would open it now; null where there is none. */
  'computer-key.read': {
    readonly input: null
    readonly output: (SealedSecret & { readonly mayOpen: boolean }) | null
  }
  /** Keeps the same secret as it was sealed anew. */
  'computer-key.seal-anew': { readonly input: SealedSecret; readonly output: null }
  /** Opens the vault for its author with the secret, unsealed. */
  'computer-key.open': { readonly input: { readonly secret: string }; readonly output: null }
  /** Locks and closes everything; after its answer the process can be ended. */
  'shut-down': { readonly input: null; readonly output: null }
}
export type CoreTaskName = keyof CoreTasks
export type TaskInputOf<Name extends CoreTaskName> = CoreTasks[Name]['input']
export type TaskOutputOf<Name extends CoreTaskName> = CoreTasks[Name]['output']

/** A call whose input was parsed at the door. */
export type CoreRequest = {
  [Name in CoreCallName]: { readonly name: Name; readonly input: ParsedInputOf<Name> }
}[CoreCallName]

export type CallMessage = CoreRequest & { readonly kind: 'call'; readonly seq: number }

export type TaskMessage = {
  [Name in CoreTaskName]: {
    readonly kind: 'task'
    readonly seq: number
    readonly name: Name
    readonly input: TaskInputOf<Name>
  }
}[CoreTaskName]

/** What a process of the core is told first. `handOver`: from the one in whose place it stands. */
export interface BeginMessage {
  readonly kind: 'begin'
  readonly settings: CoreSettings
  readonly handOver: HandOver | null
}

/** Asks a core that said it is spent for what the next one goes on with. Answered once, after all that was asked before. */
interface HandOverMessage {
  readonly kind: 'hand-over'
}

/** From main to the core, which checks again that the vault is open. */
export type ToCore = BeginMessage | HandOverMessage | CallMessage | TaskMessage

/** Any output of a call or a task; the client knows by `seq` which. */
export type CoreOutput = OutputOf<CoreCallName> | TaskOutputOf<CoreTaskName>

export type PushMessage = {
  [Name in PushName]: { readonly kind: 'push'; readonly name: Name; readonly push: Pushes[Name] }
}[PushName]

/**
 * From the core to main. Every `seq` is answered exactly once. When a call changes who may come in, the core pushes
 * `vault.access-changed` before it answers that call, so that the next call finds the door as it should be.
 */
export type FromCore =
  | { readonly kind: 'answer'; readonly seq: number; readonly result: Result<CoreOutput, Failure> }
  /** It held keys or secrets, and nothing that it holds now is needed: another process may stand in its place. */
  | { readonly kind: 'spent' }
  /** What that process goes on with; this one is not needed any more. Null where it is, since something was asked meanwhile. */
  | { readonly kind: 'handed-over'; readonly handOver: HandOver | null }
  /** It has thrown, `at` that place of our code, and answers nothing any more. */
  | { readonly kind: 'failed'; readonly at: string }
  | PushMessage
