import type { PersonId, SessionId } from '../../shared/ids.ts'
import type { TimeWords } from '../../shared/record/member-facts.ts'
import { FailureNotice } from '../app/FailureNotice.tsx'
import { useAct, useRead } from '../app/api.ts'
import { Button } from '../ui/Button.tsx'
import { DeletedNotice } from './DeletedNotice.tsx'
import { FileLine } from './FileLine.tsx'
import { countFiles, fileWords } from './file-words.ts'
import styles from './Papers.module.css'
import { useDeleting } from './use-deleting.ts'

interface MadeFilesProps {
  readonly sessionId: SessionId
  readonly nameOf: (personId: PersonId) => string | undefined
  readonly timeWords: TimeWords
}

/** What was made of this session, the newest first. */
export function MadeFiles({ sessionId, nameOf, timeWords }: MadeFilesProps) {
  const listed = useRead('export.list', { sessionId })
  const deleting = useDeleting()
  const { act, failure } = useAct()
  if (listed.status === 'failed') return <FailureNotice failure={listed.failure} onRetry={listed.retry} />
  const all = listed.status === 'ready' ? listed.value : []
  const files = all.filter(({ deletedAtMs }) => deletedAtMs === null)
  return (
    <section aria-label="Made of this session" className={styles['made']}>
      <div className={styles['head']}>
        <h3 className={styles['title']}>Made of this session</h3>
        {files.some(({ isOnDisk }) => isOnDisk) ? (
          <Button size="small" look="plain" onPress={() => void deleting.removeAll(sessionId)}>
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
