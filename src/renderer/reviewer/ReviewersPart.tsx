import { UserRoundPlus } from 'lucide-react'
import { useState } from 'react'
import type { PersonId } from '../../shared/ids.ts'
import { PagePart } from '../app/PagePart.tsx'
import { Button } from '../ui/Button.tsx'
import { LetInDialog } from './LetInDialog.tsx'
import styles from './page.module.css'
import { RevokeDialog } from './RevokeDialog.tsx'
import { WaysIn } from './WaysIn.tsx'

/** Who can open this vault, for its author, who lets people in and takes their way in away. */
export function ReviewersPart() {
  const [isLettingIn, setLettingIn] = useState(false)
  const [revoked, setRevoked] = useState<{ readonly personId: PersonId; readonly name: string } | null>(null)
  return (
    <PagePart title="Who can open this vault">
      <WaysIn
        renderAction={({ personId }, name) => (
          <Button size="small" aria-label={`Revoke ${name}`} onPress={() => setRevoked({ personId, name })}>
            Revoke
          </Button>
        )}
      />
      <p className={styles['below']}>
        A supervisor or reviewer gets a passphrase of their own. It opens the record and never the private
        notes. They read, comment and co-sign, and change nothing else.
      </p>
      <div className={styles['below']}>
        <Button icon={UserRoundPlus} onPress={() => setLettingIn(true)}>
          Let somebody review
        </Button>
      </div>
      {isLettingIn ? <LetInDialog onClose={() => setLettingIn(false)} /> : null}
      {revoked === null ? null : <RevokeDialog {...revoked} onClose={() => setRevoked(null)} />}
    </PagePart>
  )
}
