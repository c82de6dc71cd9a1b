import type { PersonId } from '../../shared/ids.ts'
import type { ListedFile } from '../../shared/ipc/export-calls.ts'
import type { TimeWords } from '../../shared/record/member-facts.ts'
import { useAct, type Read } from '../app/api.ts'
import { FailureNotice } from '../app/FailureNotice.tsx'
import { Button } from '../ui/Button.tsx'
import { DeletedNotice } from './DeletedNotice.tsx'
import { FileLine } from './FileLine.tsx'
import { countFiles, fileWords } from './file-words.ts'
import styles from './Papers.module.css'
import { useDeleting, type Deleting } from './use-deleting.ts'

interface FileListProps {
  readonly title: string
  /** Newest first. */
  readonly listed: Read<readonly ListedFile[]>
  readonly nameOf: (personId: PersonId) => string | undefined
  readonly timeWords: TimeWords
  /** Deletes all of them; without it they go one by one. */
  readonly onRemoveAll?: (deleting: Deleting) => void
}

/** What was made and has left the vault, and what can be done with it. */
export function FileList({ title, listed, nameOf, timeWords, onRemoveAll }: FileListProps) {
  const deleting = useDeleting()
  const { act, failure } = useAct()
  if (listed.status === 'failed') return <FailureNotice failure={listed.failure} onRetry={listed.retry} />
  const all = listed.status === 'ready' ? listed.value : []
  const files = all.filter(({ deletedAtMs }) => deletedAtMs === null)
  return (
    <section aria-label={title} className={styles['made']}>
      <div className={styles['head']}>
        <h3 className={styles['title']}>{title}</h3>
        {onRemoveAll !== undefined && files.some(({ isOnDisk }) => isOnDisk) ? (
          <Button size="small" look="plain" onPress={() => onRemoveAll(deleting)}>
            Delete all
          </Button>
        ) : null}
      </div>
      <p className={styles['small']}>
        The vault no longer protects these files. Whoever gets hold of one can read it, unless it has a
        password.
      </p>
      <DeletedNotice deleting={deleting} />
      <FailureNotice failure={failure} />
      {files.length === 0 ? <p className={styles['soft']}>Nothing so far.</p> : null}
      <ul className={styles['files']}>
        {files.map((file) => (
          <FileLine
            key={file.exportId}
            file={file}
            title={fileWords(file, nameOf)}
            time={timeWords(file.exportedAtMs)}
            act={act}
            onDelete={() => void deleting.remove(file)}
          />
        ))}
      </ul>
      {all.length > files.length ? (
        <p className={styles['small']}>
          {countFiles(all.length - files.length)} more {all.length - files.length === 1 ? 'was' : 'were'}{' '}
          deleted.
        </p>
      ) : null}
    </section>
  )
}
