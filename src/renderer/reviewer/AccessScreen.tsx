import { BackButton } from '../app/BackButton.tsx'
import { AccessLog } from './AccessLog.tsx'
import styles from './page.module.css'

/** Who opened this vault and looked at whom: for the author and for every reviewer. */
export function AccessScreen() {
  return (
    <div className={styles['page']}>
      <BackButton to={{ name: 'vault' }}>Vault & privacy</BackButton>
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
