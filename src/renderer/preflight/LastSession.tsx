import type { Preflight } from '../../shared/ipc/preflight-calls.ts'
import { useRead } from '../app/api.ts'
import { FailureNotice } from '../app/FailureNotice.tsx'
import { calendarDay } from '../app/time-words.ts'
import { useLive } from '../live/live-context.ts'
import { AgreementsMissing } from './AgreementsMissing.tsx'
import { GoalsInView } from './GoalsInView.tsx'
import { HomePractice } from './HomePractice.tsx'
import { LeftOpenList } from './LeftOpenList.tsx'
import styles from './Preflight.module.css'
import { preflightPeople, yetToAgree } from './preflight-people.ts'

interface LastSessionProps {
  readonly onTakenUp: () => void
}

/** What the session before left for this one. Never mounted while the names are concealed. */
export function LastSession({ onTakenUp }: LastSessionProps) {
  const { sessionId } = useLive()
  const read = useRead('session.preflight', { sessionId })
  switch (read.status) {
    case 'reading':
      return null
    case 'failed':
      return <FailureNotice failure={read.failure} onRetry={read.retry} />
    case 'ready':
      return <Sections preflight={read.value} onTakenUp={onTakenUp} />
  }
}

interface SectionsProps extends LastSessionProps {
  readonly preflight: Preflight
}

function Sections({ preflight, onTakenUp }: SectionsProps) {
  const { state, seated, zone } = useLive()
  const { last } = preflight
  const { plans, away, followUps, goals } = preflightPeople(preflight, seated)
  const pending = yetToAgree(seated)
  const leftOpen = last?.leftOpen ?? []
  const isNothingOpen = leftOpen.length + followUps.length === 0
  const day =
    last === null ? null : calendarDay(last.startedAtMs, zone, state.stamp?.wallMs ?? last.startedAtMs)
  return (
    <>
      {last === null ? <FirstSession /> : null}
      {pending.length === 0 ? null : <AgreementsMissing people={pending} />}
      {last === null && isNothingOpen ? null : (
        <section aria-labelledby="left-open" className={styles['section']}>
          <h2 id="left-open" className={styles['heading']}>
            {day === null ? 'Left open' : `Left open on ${day}`}
          </h2>
          {isNothingOpen ? <p className={styles['soft']}>Nothing was left open.</p> : null}
          <LeftOpenList leftOpen={leftOpen} followUps={followUps} onTakenUp={onTakenUp} />
        </section>
      )}
      {last === null ? null : <HomePractice plan={last.plan} plans={plans} away={away} />}
      {goals.length === 0 ? null : <GoalsInView people={goals} />}
    </>
  )
}

function FirstSession() {
  return (
    <p className={styles['first']}>
      This group has no session before this one. Next time you find here what this session leaves open, the
      home practice to ask about, and who was away.
    </p>
  )
}
