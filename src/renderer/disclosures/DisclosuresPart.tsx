import { ScrollText } from 'lucide-react'
import { usePlace } from '../app/navigation.tsx'
import { PagePart } from '../app/PagePart.tsx'
import { Button } from '../ui/Button.tsx'
import styles from './DisclosuresScreen.module.css'

/** The way from Vault & privacy to the ledger. */
export function DisclosuresPart() {
  const { go } = usePlace()
  return (
    <PagePart title="Disclosures">
      <p className={styles['soft']}>
        What was given to somebody outside about a member, why, and by what consent. A member may ask to see
        theirs.
      </p>
      <Button icon={ScrollText} onPress={() => go({ name: 'disclosures' })}>
        Open the ledger
      </Button>
    </PagePart>
  )
}
