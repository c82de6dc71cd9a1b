import type { CallName, OutputOf, ParsedInputOf } from '../../shared/ipc/contract.ts'
import type { ExportedFile } from '../../shared/ipc/debrief-calls.ts'
import type { Failure } from '../../shared/ipc/failure.ts'
import type { PushName, Pushes } from '../../shared/ipc/pushes.ts'
import type { displayCalls } from '../../shared/ipc/room-calls.ts'
import type { ExportId, SessionId } from '../../shared/ids.ts'
import type { GroupSummaryFacts } from '../../shared/record/group-summary.ts'
import type { SheetNaming, TickSheetFacts } from '../../shared/record/tick-sheet.ts'
import type { Result } from '../../shared/result.ts'

/** What the worker needs to know before it can do anything; handed over as `workerData`. Absolute paths. */
export interface CoreSettings {
  readonly vaultDir: string
  readonly exportsDir: string
  readonly preferencesPath: string
}

/** Calls that need a window's help (a printer, the computer's viewer): main answers them, with the core's tasks. */
export type MainCallName =
  | 'export.group-summary'
  | 'export.tick-sheet'
  | 'export.open'
  | 'export.show-folder'
  | keyof typeof displayCalls
/** Calls that the core answers. */
export type CoreCallName = Exclude<CallName, MainCallName>

/** What only main may ask. No window can: these names are not in the contract. */
export interface CoreTasks {
  'export.facts': { readonly input: { readonly sessionId: SessionId }; readonly output: GroupSummaryFacts }
  'export.sheet-facts': {
    readonly input: { readonly sessionId: SessionId; readonly naming: SheetNaming }
    readonly output: TickSheetFacts
  }
  /** Writes what was printed of a session into the exports folder, atomically and 0600, and lists it. */
  'export.write': {
    readonly input: {
      readonly sessionId: SessionId
      readonly kind: ExportedFile['kind']
      readonly bytes: Uint8Array
    }
    readonly output: ExportedFile
  }
  /** The path of a file that the core itself lists. */
  'export.path': { readonly input: { readonly exportId: ExportId }; readonly output: string }
  'export.folder': { readonly input: null; readonly output: string }
  /** Locks and closes everything; the worker ends by itself after its answer. */
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

/** From main to the core, which checks again that the vault is open. */
export type ToCore = CallMessage | TaskMessage

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
  | PushMessage
