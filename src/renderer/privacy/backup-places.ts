import { counted } from '../../shared/count.ts'
import type { Backups } from '../../shared/ipc/backup-calls.ts'

interface BackupPlace {
  readonly folderName: string
  readonly lies: string
  readonly guard: string
}

/** The folders that backups are known to be in, and the one that was chosen: what stands there, and what nobody can tell. */
export function backupPlaces({
  folderName,
  isReachable,
  isSilent,
  backups,
}: Backups): readonly BackupPlace[] {
  const chosen = backups.filter(({ isInChosenFolder }) => isInChosenFolder)
  const others = backups.filter(({ isInChosenFolder }) => !isInChosenFolder)
  const names = [...new Set(others.map((one) => one.folderName))]
  return [
    ...(folderName === null
      ? []
      : [{ folderName, ...placeWords(chosen, isSilent ? 'silent' : isReachable ? 'there' : 'away') }]),
    ...names.map((name) => {
      const listed = others.filter((one) => one.folderName === name)
      // Of a folder that is not chosen any more only its backups are looked for.
      const isSeen = listed.some(({ isThere }) => isThere)
      return { folderName: name, ...placeWords(listed, isSeen ? 'there' : 'unseen') }
    }),
  ]
}

type Standing = 'there' | 'away' | 'silent' | 'unseen'

function placeWords(backups: Backups['backups'], standing: Standing): Pick<BackupPlace, 'lies' | 'guard'> {
  const known = counted(backups.length, 'backup')
  const count = backups.filter(({ isThere }) => isThere).length
  switch (standing) {
    case 'there':
      return {
        lies: `${count} of ${known} ${count === 1 ? 'stands' : 'stand'} where written`,
        guard:
          backups.length === 0
            ? 'Nothing there'
            : 'Proved page by page as written; their bytes now: not measured here',
      }
    case 'away':
      return { lies: `${known} written; the folder is not there now`, guard: 'Not measured here' }
    case 'silent':
      return { lies: `${known} written; the folder does not answer`, guard: 'Not measured here' }
    case 'unseen':
      return { lies: `${known} written; none can be reached now`, guard: 'Not measured here' }
  }
}
