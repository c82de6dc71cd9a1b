import type { ExportedFile } from '../../shared/ipc/export-calls.ts'
import styles from './MadeFile.module.css'
import { OpenExported } from './OpenExported.tsx'

/** The file that a dialog has made, and what can be done with it; nothing before there is one. */
export function MadeFile({ file }: { readonly file: ExportedFile | null }) {
  if (file === null) return null
  return (
    <div className={styles['file']}>
      <output>{file.fileName}</output>
      <OpenExported file={file} words="Open" className={styles['actions']} />
    </div>
  )
}
