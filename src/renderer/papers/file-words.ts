import type { PersonId } from '../../shared/ids.ts'
import type { ExportedFile } from '../../shared/ipc/export-calls.ts'

const kindNames: Readonly<Record<ExportedFile['kind'], string>> = {
  'group-summary': 'Group summary',
  'de-identified-summary': 'De-identified summary',
  'tick-sheet': 'Tick sheet',
  'progress-note': 'Progress note',
  'attendance-sheet': 'Attendance and sign-in',
  'attendance-table': 'Attendance as a table',
  'session-table': 'Sessions as a table',
  'supervision-summary': 'Supervision summary',
  'note-bundle': 'Note as a FHIR document',
  'disclosure-ledger': 'Ledger of disclosures',
  'disclosure-table': 'Ledger as a table',
  'member-progress': 'Progress over time',
  'group-over-time': 'Group over time',
  agenda: 'Agenda as a file',
}

/** What a file is, and whose it is where that is known. */
export function fileWords(
  { kind, personId }: Pick<ExportedFile, 'kind' | 'personId'>,
  nameOf: (personId: PersonId) => string | undefined,
): string {
  const name = personId === null ? undefined : nameOf(personId)
  return name === undefined ? kindNames[kind] : `${kindNames[kind]} of ${name}`
}

export function countFiles(count: number): string {
  return count === 1 ? 'One file' : `${count} files`
}

/** The last part of a path, of whichever system. */
export function folderName(path: string): string {
  return path.split(/[\\/]/).findLast((part) => part !== '') ?? path
}
