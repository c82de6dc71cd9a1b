import type { ExportedFile, ListedFile } from '../../../shared/ipc/export-calls.ts'
import type { Failure } from '../../../shared/ipc/failure.ts'
import { fail, succeed, type Result } from '../../../shared/result.ts'
import type { Clock } from '../clock.ts'
import type { Handlers, TaskHandlers } from '../handler.ts'
import type { SessionLog } from '../session/session-log.ts'
import type { WritableDb } from '../vault/database.ts'
import { deleteFile, isOnDisk, restoreFile, type DeletedFile } from './delete-export.ts'
import { chooseFolder, describeFolder, pathOf, returnToOwnFolder } from './export-folder.ts'
import {
  findExport,
  listAllExports,
  listExports,
  listExportsOfGroup,
  listExportsOfPerson,
  readChosenFolder,
} from './export-repository.ts'
import { makeFolder, onDisk } from './write-export.ts'

interface Sources {
  readonly record: WritableDb<'record'>
  readonly log: SessionLog
  readonly clock: Clock
  readonly exportsDir: string
  readonly vaultDir: string
}

type FileCallName =
  | 'export.list'
  | 'export.list-about'
  | 'export.list-all'
  | 'export.delete'
  | 'export.delete-all'
  | 'export.undo-delete'
  | 'export.read-folder'
  | 'export.use-own-folder'

/** What becomes of files that have left the vault. */
export function fileHandlers(sources: Sources): Handlers<FileCallName> {
  const { record, log, exportsDir } = sources
  const undo = createUndo(sources)
  const list = (files: readonly ExportedFile[]): ListedFile[] =>
    files.map((file) => ({ ...file, isOnDisk: isOnDisk(file, exportsDir) }))
  return {
    'export.list': ({ sessionId }) =>
      log.state(sessionId) === undefined
        ? fail({ code: 'not-found' })
        : succeed(list(listExports(record, sessionId))),
    'export.list-about': (about) =>
      succeed(
        list(
          'groupId' in about
            ? listExportsOfGroup(record, about.groupId)
            : listExportsOfPerson(record, about.personId),
        ),
      ),
    'export.list-all': () => succeed(list(listAllExports(record))),
    'export.delete'({ exportId, evenIfChanged }) {
      const file = findExport(record, exportId)
      const deleted =
        file === undefined ? fail({ code: 'not-found' } as const) : deleteFile(sources, file, evenIfChanged)
      return deleted.ok ? succeed({ canUndo: undo.remember([deleted.value]) }) : deleted
    },
    'export.delete-all'({ sessionId }) {
      const files = sessionId === null ? listAllExports(record) : listExports(record, sessionId)
      const tried = files
        .filter((file) => isOnDisk(file, exportsDir))
        .map((file) => deleteFile(sources, file, false))
      const deleted = tried.flatMap((result) => (result.ok ? [result.value] : []))
      const changedCount = tried.filter((result) => !result.ok && result.error.code === 'file-changed').length
      return succeed({
        deletedCount: deleted.length,
        changedCount,
        keptCount: tried.length - deleted.length - changedCount,
        canUndo: undo.remember(deleted),
      })
    },
    'export.undo-delete': () => undo.putBack(),
    'export.read-folder': () => succeed(describeFolder(record, exportsDir)),
    'export.use-own-folder': () => succeed(returnToOwnFolder(sources)),
  }
}

/** More than this is not held in memory for somebody who may want it back. */
const maxHeldBytes = 256 * 1024 * 1024

/** Holds what the last deletion took, for as long as the vault is open. */
function createUndo(sources: Sources) {
  let held: readonly DeletedFile[] = []
  return {
    /** Whether it can be put back. */
    remember(deleted: readonly DeletedFile[]): boolean {
      const sizes = deleted.map(({ bytes }) => bytes?.length ?? Infinity)
      const canHold = deleted.length > 0 && sizes.reduce((sum, size) => sum + size, 0) <= maxHeldBytes
      held = canHold ? deleted : []
      return canHold
    },
    putBack(): Result<number, Failure> {
      const count = held.length
      while (held[0] !== undefined) {
        const restored = restoreFile(sources, held[0])
        // What could not be put back can be tried again.
        if (!restored.ok) return restored
        held = held.slice(1)
      }
      return succeed(count)
    },
  }
}

export type FileTaskName = 'export.path' | 'export.folder' | 'export.folder-of' | 'export.set-folder'

export function fileTasks(sources: Sources): TaskHandlers<FileTaskName> {
  const { record, exportsDir } = sources
  const find = (exportId: Parameters<typeof findExport>[1]) => {
    const file = findExport(record, exportId)
    return file !== undefined && isOnDisk(file, exportsDir) ? file : undefined
  }
  return {
    'export.path'({ exportId }) {
      const file = find(exportId)
      return file === undefined ? fail({ code: 'not-found' }) : succeed(pathOf(file, exportsDir))
    },
    'export.folder': () =>
      onDisk(() => {
        const chosen = readChosenFolder(record)
        if (chosen === null) makeFolder(exportsDir)
        return succeed(chosen ?? exportsDir)
      }),
    'export.folder-of'({ exportId }) {
      const file = find(exportId)
      return file === undefined ? fail({ code: 'not-found' }) : succeed(file.folder ?? exportsDir)
    },
    'export.set-folder': ({ path }) => chooseFolder(sources, path),
  }
}
