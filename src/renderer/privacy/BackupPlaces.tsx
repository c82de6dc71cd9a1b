import { Archive } from 'lucide-react'
import { useRead } from '../app/api.ts'
import { backupPlaces } from './backup-places.ts'
import styles from './PrivacyScreen.module.css'

/** Each folder that backups were written to, as far as it can be reached now. A reviewer is not told of them. */
export function BackupPlaces() {
  const read = useRead('backups.read', {})
  if (read.status !== 'ready') return null
  return backupPlaces(read.value).map(({ folderName, lies, guard }, index) => (
    // Two folders may have one name, and keep their order.
    // oxlint-disable-next-line react/no-array-index-key
    <li key={index} className={styles['place']}>
      <Archive aria-hidden size={20} strokeWidth={1.5} />
      <h3>
        Backups in <bdi>“{folderName}”</bdi>
      </h3>
      <p className={styles['guard']}>{guard}</p>
      <p className={styles['lies']}>{lies}</p>
    </li>
  ))
}
