import { ArrowLeft } from 'lucide-react'
import { usePlace } from '../app/navigation.tsx'
import { Button } from '../ui/Button.tsx'
import { AccessLog } from './AccessLog.tsx'
import styles from './page.module.css'

/** Who opened this vault and looked at whom: for the author and for every reviewer. */
export function AccessScreen() {
  const { go } = usePlace()
  return (
    <div className={styles['page']}>
      <Button
        look="plain"
        size="small"
        icon={ArrowLeft}
        className={styles['back'] ?? ''}
        onPress={() => go({ name: 'vault' })}
      >
        Vault & privacy
      </Button>
      <h1 className={styles['title']}>Who looked</h1>
      <p className={styles['soft']}>
        Every opening, every look at a member and every document that was made. Nothing of it can be changed
        or taken away here. A wrong passphrase is not in it: without the right one there is nothing to write
        into.
      </p>
      <AccessLog />
    </div>
  )
}
