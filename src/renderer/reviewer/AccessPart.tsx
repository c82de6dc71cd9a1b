import { Eye } from 'lucide-react'
import { usePlace } from '../app/navigation.tsx'
import { PagePart } from '../app/PagePart.tsx'
import { Button } from '../ui/Button.tsx'
import styles from './page.module.css'

/** The way from Vault & privacy to the access log. */
export function AccessPart() {
  const { go } = usePlace()
  return (
    <PagePart title="Who looked">
      <p className={styles['soft']}>
        Every opening, every look at a member and every document, by whom and when.
      </p>
      <div className={styles['below']}>
        <Button icon={Eye} onPress={() => go({ name: 'access' })}>
          Open the access log
        </Button>
      </div>
    </PagePart>
  )
}
