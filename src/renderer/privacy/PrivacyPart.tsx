import { Radar } from 'lucide-react'
import { usePlace } from '../app/navigation.tsx'
import { PagePart } from '../app/PagePart.tsx'
import { Button } from '../ui/Button.tsx'
import styles from './PrivacyScreen.module.css'

/** The way from Vault & privacy to what was measured. */
export function PrivacyPart() {
  const { go } = usePlace()
  return (
    <PagePart title="What has left this machine?">
      <p className={styles['soft']}>
        Connections, files, documents and openings: counted on this computer now, not claimed.
      </p>
      <div className={styles['below']}>
        <Button icon={Radar} onPress={() => go({ name: 'privacy' })}>
          Look now
        </Button>
      </div>
    </PagePart>
  )
}
