import { useEffect } from 'react'
import { Button } from '../ui/Button.tsx'
import { classNames } from '../ui/class-names.ts'
import { acceptMinutes, extendSession, toggleAgenda } from './agenda/agenda-keys.ts'
import { LeaveOutMenu } from './agenda/LeaveOutMenu.tsx'
import styles from './AgendaCard.module.css'
import { useAdvanced, useLive } from './live-context.ts'
import { longerMinutes, openProposal, putAsideNow, trimWords, type Proposal } from './propose-trim.ts'
import type { ChangeView, LiveView } from './use-live-view.ts'

interface TrimCardProps {
  readonly view: LiveView
  readonly change: ChangeView
}

/** The one proposal when the session runs late. */
export function TrimCard({ view, change }: TrimCardProps) {
  const state = useAdvanced(5_000)
  const proposal = openProposal(state, view.trimDismissedAt)
  const putAside = putAsideNow(state, view.trimDismissedAt)
  useEffect(() => {
    if (putAside !== view.trimDismissedAt) change({ trimDismissedAt: putAside })
  }, [putAside, view.trimDismissedAt, change])
  if (proposal === null) return null
  return (
    <section className={styles['card']} aria-label="Proposal to end on time">
      <output className={styles['words']}>
        <strong>{proposal.behindMinutes} min behind.</strong> {trimWords(proposal)}
      </output>
      <div className={styles['actions']}>
        <Ways proposal={proposal} view={view} change={change} />
      </div>
    </section>
  )
}

function Ways({ proposal, view, change }: TrimCardProps & { readonly proposal: Proposal }) {
  const live = useLive()
  const desk = { live, view, change }
  const action = styles['action'] ?? ''
  const isEnough = proposal.remainingMinutes === 0
  const longer = longerMinutes(proposal)
  return (
    <>
      {proposal.trims.length === 0 ? null : (
        <Button
          look="amber"
          keys={['Alt', 'Enter']}
          aria-keyshortcuts="Alt+Enter"
          className={classNames(action, styles['first'])}
          onPress={() => acceptMinutes(desk)}
        >
          Accept
        </Button>
      )}
      {isEnough ? null : (
        <Button
          className={action}
          aria-label={`Run ${longer} minutes longer`}
          onPress={() => extendSession(desk, longer)}
        >
          Run +{longer}
        </Button>
      )}
      {isEnough || proposal.spareable.length === 0 ? null : <LeaveOutMenu spareable={proposal.spareable} />}
      <Button
        look="plain"
        aria-keyshortcuts="Alt+E"
        className={classNames(action, styles['later'])}
        onPress={() => toggleAgenda(desk)}
      >
        Edit
      </Button>
      <Button
        look="plain"
        className={classNames(action, styles['later'])}
        onPress={() => change({ trimDismissedAt: proposal.behindMinutes })}
      >
        Not now
      </Button>
    </>
  )
}
