import { Dialog } from '../ui/Dialog.tsx'
import { Kbd } from '../ui/Kbd.tsx'
import { keySheet } from './key-sheet.ts'
import styles from './KeySheet.module.css'

interface KeySheetProps {
  readonly isOpen: boolean
  readonly onClose: () => void
}

export function KeySheet({ isOpen, onClose }: KeySheetProps) {
  return (
    <Dialog title="All keys" isOpen={isOpen} onClose={onClose} width="full">
      <div className={styles['groups']}>
        {keySheet().map(({ title, rows }) => (
          <section key={title} className={styles['group']}>
            <h3 className={styles['title']}>{title}</h3>
            <dl className={styles['keys']}>
              {rows.map(({ keys, does }) => (
                <div key={does} className={styles['row']}>
                  <dt>
                    <Kbd keys={keys} />
                    <span className={styles['spoken']}>
                      {typeof keys === 'string' ? keys : keys.join(' ')}
                    </span>
                  </dt>
                  <dd>{does}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  )
}
