import type { PersonId } from '../../shared/ids.ts'
import { useRead } from '../app/api.ts'
import { BackButton } from '../app/BackButton.tsx'
import { FailureNotice } from '../app/FailureNotice.tsx'
import styles from './DisclosuresScreen.module.css'
import { Ledger } from './Ledger.tsx'

/** To whom something was disclosed, of whose record, why, and by what consent. */
export function DisclosuresScreen({ personId }: { readonly personId: PersonId | null }) {
  const roster = useRead('roster.read', {})
  const entries = useRead('disclosures.list', { personId: null })
  const failed = [roster, entries].find((read) => read.status === 'failed')
  const isReady = roster.status === 'ready' && entries.status === 'ready'
  return (
    <div className={styles['page']} aria-busy={!isReady && failed === undefined}>
      <Back fromMember={personId !== null} />
      <h1 className={styles['title']}>Disclosures</h1>
      <p className={styles['soft']}>
        What left the clinic about somebody, and to whom. Documents for somebody else enter themselves; copies
        for a member’s own chart are no disclosures.
      </p>
      {failed?.status === 'failed' ? <FailureNotice failure={failed.failure} onRetry={failed.retry} /> : null}
      {isReady ? <Ledger entries={entries.value} roster={roster.value} personId={personId} /> : null}
    </div>
  )
}

function Back({ fromMember }: { readonly fromMember: boolean }) {
  return fromMember ? (
    <BackButton to={{ name: 'groups' }}>Groups & members</BackButton>
  ) : (
    <BackButton to={{ name: 'vault' }}>Vault & privacy</BackButton>
  )
}
