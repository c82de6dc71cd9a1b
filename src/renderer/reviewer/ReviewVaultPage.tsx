import { Lock } from 'lucide-react'
import { useLock } from '../app/lock.ts'
import { PagePart } from '../app/PagePart.tsx'
import { ThemeChoice } from '../app/ThemeChoice.tsx'
import { Button } from '../ui/Button.tsx'
import { PrivacyPart } from '../privacy/PrivacyPart.tsx'
import { AccessPart } from './AccessPart.tsx'
import styles from './page.module.css'
import { WaysIn } from './WaysIn.tsx'

/** What a reviewer may know of this vault, and of what is kept about their own looking. */
export function ReviewVaultPage() {
  const lock = useLock()
  return (
    <div className={styles['page']}>
      <h1 className={styles['title']}>Vault & privacy</h1>
      <div className={styles['parts']}>
        <PagePart title="What your passphrase opens">
          <p className={styles['soft']}>
            The record: groups, members, sessions, what was signed. It has no key to the private notes, which
            are in another file; no screen here could show them. You can read, comment and co-sign. You cannot
            run or change a session, sign as somebody else or make documents. That you opened the vault and
            whom you looked at is noted.
          </p>
        </PagePart>
        <PagePart title="Who can open this vault">
          <WaysIn />
        </PagePart>
        <PrivacyPart />
        <AccessPart />
        <PagePart title="Colours">
          <ThemeChoice showsNames />
        </PagePart>
        <div>
          <Button look="primary" icon={Lock} keys="Ctrl L" aria-keyshortcuts="Control+L" onPress={lock}>
            Lock now
          </Button>
        </div>
      </div>
    </div>
  )
}
