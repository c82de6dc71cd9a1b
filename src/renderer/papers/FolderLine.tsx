import { FolderInput } from 'lucide-react'
import { FailureNotice } from '../app/FailureNotice.tsx'
import { useAct, useRead } from '../app/api.ts'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import styles from './Papers.module.css'

/** Where the next file goes, and the way to have it go elsewhere. */
export function FolderLine() {
  const folder = useRead('export.read-folder', {})
  const { act, isBusy, failure } = useAct()
  if (folder.status === 'reading') return null
  if (folder.status === 'failed') return <FailureNotice failure={folder.failure} onRetry={folder.retry} />
  const { path, isOwn, isReady } = folder.value
  return (
    <div className={styles['folder']}>
      <p>
        <span className={styles['label']}>Goes to</span>{' '}
        <bdi className={styles['path']} title={path}>
          {isOwn ? 'the console’s own folder, closed to others' : path}
        </bdi>
      </p>
      <div className={styles['buttons']}>
        <Button
          size="small"
          icon={FolderInput}
          isDisabled={isBusy}
          onPress={() => void act('export.choose-folder', {})}
        >
          {isOwn ? 'Choose a folder' : 'Choose another'}
        </Button>
        {isOwn ? null : (
          <Button size="small" look="plain" onPress={() => void act('export.use-own-folder', {})}>
            Use the console’s own
          </Button>
        )}
      </div>
      {isReady ? null : (
        <Notice tone="amber" title="That folder is not there, or cannot be written to">
          <p>If it is on a drive, plug that in. Or choose another folder.</p>
        </Notice>
      )}
      <FailureNotice failure={failure} />
    </div>
  )
}
