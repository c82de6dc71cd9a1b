import { KeyRound } from 'lucide-react'
import { usePlace } from '../app/navigation.tsx'
import { PagePart } from '../app/PagePart.tsx'
import { Button } from '../ui/Button.tsx'
import styles from './KeysPage.module.css'

/** The way to what opens the vault. */
export function KeysPart() {
  const { go } = usePlace()
  return (
    <PagePart title="Passphrase and recovery code">
      <p className={styles['soft']}>
        Change the passphrase, see whether the code on your paper is still good, or make a new one.
      </p>
      <Button icon={KeyRound} onPress={() => go({ name: 'keys' })}>
        Change or test them
      </Button>
    </PagePart>
  )
}
