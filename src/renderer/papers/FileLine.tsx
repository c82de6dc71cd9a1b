import { Ellipsis, FolderOpen, Trash2 } from 'lucide-react'
import type { ListedFile } from '../../shared/ipc/export-calls.ts'
import type { Act } from '../app/api.ts'
import { Button } from '../ui/Button.tsx'
import { Menu } from '../ui/Menu.tsx'
import { folderName } from './file-words.ts'
import styles from './Papers.module.css'

interface FileLineProps {
  readonly file: ListedFile
  /** What it is. */
  readonly title: string
  /** When it was made, in words. */
  readonly time: string
  readonly act: Act['act']
  readonly onDelete: () => void
}

/** A file that was made, and what can be done with it. */
export function FileLine({ file, title, time, act, onDelete }: FileLineProps) {
  const { exportId, fileName, isOnDisk } = file
  return (
    <li className={styles['file']} data-missing={isOnDisk ? undefined : true}>
      <div>
        <p className={styles['fileTitle']}>
          <bdi>{title}</bdi>
        </p>
        <p className={styles['fileName']}>{fileName}</p>
        <p className={styles['fileMeta']}>{metaOf(file, time)}</p>
      </div>
      {isOnDisk ? (
        <div className={styles['acts']}>
          <Button
            size="small"
            aria-label={`Open ${fileName}`}
            onPress={() => void act('export.open', { exportId })}
          >
            Open
          </Button>
          <Menu
            label={`More for ${fileName}`}
            trigger={<Button size="small" look="plain" icon={Ellipsis} aria-label={`More for ${fileName}`} />}
            entries={[
              {
                id: 'folder',
                name: 'Show its folder',
                icon: FolderOpen,
                onChoose: () => void act('export.show-folder', { exportId }),
              },
              { id: 'delete', name: 'Delete from the disk', icon: Trash2, isRisk: true, onChoose: onDelete },
            ]}
          />
        </div>
      ) : null}
    </li>
  )
}

function metaOf({ folder, hasPassword, isOnDisk }: ListedFile, time: string): string {
  const parts = [
    time,
    folder === null ? '' : `in ${folderName(folder)}`,
    hasPassword ? 'with a password' : '',
    isOnDisk ? '' : 'not in its folder any more',
  ]
  return parts.filter((part) => part !== '').join(' · ')
}
