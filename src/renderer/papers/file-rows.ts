import type { ListedFile } from '../../shared/ipc/export-calls.ts'
import { shortDay, timeOfDay } from '../app/time-words.ts'
import { fileWords } from './file-words.ts'

/** A file as one line of the table. */
export interface FileRow {
  readonly file: ListedFile
  readonly title: string
  readonly made: string
  readonly state: string
}

export function fileRows(files: readonly ListedFile[], zone: string): FileRow[] {
  const when = (wallMs: number) => `${shortDay(wallMs, zone)}, ${timeOfDay(wallMs, zone)}`
  return files.map((file) => ({
    file,
    // Whose a file is stands in the debrief of its session: this page is looked at with others in the room.
    title: fileWords(file, () => undefined),
    made: when(file.exportedAtMs),
    state: file.deletedAtMs === null ? stateNames[fileState(file)] : `deleted ${when(file.deletedAtMs)}`,
  }))
}

type FileState = 'there' | 'missing' | 'deleted'

const stateNames: Readonly<Record<FileState, string>> = {
  there: 'on the disk',
  missing: 'not in its folder',
  deleted: 'deleted',
}

export function fileState({ isOnDisk, deletedAtMs }: ListedFile): FileState {
  if (deletedAtMs !== null) return 'deleted'
  return isOnDisk ? 'there' : 'missing'
}
