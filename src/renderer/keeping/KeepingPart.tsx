import { Archive } from 'lucide-react'
import { usePlace } from '../app/navigation.tsx'
import { PagePart } from '../app/PagePart.tsx'
import { Button } from '../ui/Button.tsx'
import styles from './KeepingScreen.module.css'

/** The way to what has to be kept and what may go. */
export function KeepingPart() {
  const { go } = usePlace()
  return (
    <PagePart title="Keeping and erasing">
      <p className={styles['soft']}>
        How long charts and private notes are kept, which are past their date, and what is on legal hold.
        Nothing goes by itself.
      </p>
      <Button icon={Archive} onPress={() => go({ name: 'keeping' })}>
        Look at what is kept
      </Button>
    </PagePart>
  )
}
