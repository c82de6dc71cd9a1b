import { Button } from '../ui/Button.tsx'
import { classNames } from '../ui/class-names.ts'
import { useAdvanced, useLive } from './live-context.ts'
import { openProposal, trimCommand, trimWords } from './propose-trim.ts'
import styles from './AgendaCard.module.css'

interface TrimCardProps {
  readonly dismissedAt: number | null
  readonly onDismiss: (behindMinutes: number) => void
}

/** The one proposal when the session runs late. */
export function TrimCard({ dismissedAt, onDismiss }: TrimCardProps) {
  const { act } = useLive()
  const proposal = openProposal(useAdvanced(5_000), dismissedAt)
  if (proposal === null) return null
  return (
    <section className={styles['card']} aria-label="Proposal to end on time">
      <output className={styles['words']}>
        <strong>{proposal.behindMinutes} min behind.</strong> {trimWords(proposal)}
      </output>
      <div className={styles['actions']}>
        <Button
          look="amber"
          keys={['Alt', 'Enter']}
          aria-keyshortcuts="Alt+Enter"
          className={styles['action'] ?? ''}
          onPress={() => act(trimCommand(proposal))}
        >
          Accept
        </Button>
        <Button
          look="plain"
          className={classNames(styles['action'], styles['later'])}
          onPress={() => onDismiss(proposal.behindMinutes)}
        >
          Not now
        </Button>
      </div>
    </section>
  )
}
