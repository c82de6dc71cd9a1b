import { FolderOpen } from 'lucide-react'
import { useMemo, useState } from 'react'
import type { ListedFile } from '../../shared/ipc/export-calls.ts'
import { useAct, useRead } from '../app/api.ts'
import { useNow } from '../app/core-clock.ts'
import { FailureNotice } from '../app/FailureNotice.tsx'
import { PagePart } from '../app/PagePart.tsx'
import { Button } from '../ui/Button.tsx'
import { DeletedNotice } from './DeletedNotice.tsx'
import { fileRows } from './file-rows.ts'
import { FilesTable } from './FilesTable.tsx'
import { FolderLine } from './FolderLine.tsx'
import { useDeleting } from './use-deleting.ts'
import { useFreshFiles } from './use-fresh-files.ts'
import { useFilesTable } from './use-files-table.tsx'
import { VerifyFile } from './VerifyFile.tsx'
import styles from './FilesPart.module.css'

/** So many lines at first: a page is not a file cabinet. */
const firstCount = 12

/** What has left the vault, where it went, and what a file is that somebody brings. */
export function FilesPart() {
  useFreshFiles()
  const listed = useRead('export.list-all', {})
  return (
    <PagePart title="Files that have left the vault">
      <div className={styles['part']}>
        <p className={styles['soft']}>
          The vault no longer protects them: whoever gets hold of one can read it, unless it has a password.
          What is deleted here stays on the list, so that a copy of it can still be told.
        </p>
        <FolderLine />
        {listed.status === 'failed' ? (
          <FailureNotice failure={listed.failure} onRetry={listed.retry} />
        ) : (
          <Files files={listed.status === 'ready' ? listed.value : noFiles} />
        )}
        <VerifyFile />
      </div>
    </PagePart>
  )
}

const noFiles: readonly ListedFile[] = []

function Files({ files }: { readonly files: readonly ListedFile[] }) {
  const zone = useNow(60_000)?.zone ?? 'UTC'
  const rows = useMemo(() => fileRows(files, zone), [files, zone])
  const table = useFilesTable(rows)
  const deleting = useDeleting()
  const { act, failure } = useAct()
  const [showsAll, setShowsAll] = useState(false)
  const isSomeOnDisk = files.some(({ isOnDisk }) => isOnDisk)
  return (
    <>
      <div className={styles['tools']}>
        <Button icon={FolderOpen} onPress={() => void act('export.show-folder', {})}>
          Show the folder
        </Button>
        {isSomeOnDisk ? (
          <Button look="plain" onPress={() => void deleting.removeAll(null)}>
            Delete all from the disk
          </Button>
        ) : null}
      </div>
      <FailureNotice failure={failure} />
      <DeletedNotice deleting={deleting} />
      {files.length === 0 ? (
        <p className={styles['soft']}>Nothing so far.</p>
      ) : (
        <FilesTable
          table={table}
          shownCount={showsAll ? files.length : firstCount}
          act={act}
          onDelete={(file) => void deleting.remove(file)}
        />
      )}
      {files.length <= firstCount || showsAll ? null : (
        <Button look="plain" onPress={() => setShowsAll(true)}>
          Show all {files.length}
        </Button>
      )}
    </>
  )
}
