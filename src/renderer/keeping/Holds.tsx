import { LockKeyhole } from 'lucide-react'
import { useState } from 'react'
import type { PersonId } from '../../shared/ids.ts'
import type { LegalHold, RetentionReport } from '../../shared/ipc/retention-calls.ts'
import type { Roster } from '../../shared/ipc/roster-calls.ts'
import { capitalised } from '../../shared/capitalised.ts'
import { counted } from '../../shared/count.ts'
import { erasedMember } from '../../shared/roster/erased-member.ts'
import { FailureNotice } from '../app/FailureNotice.tsx'
import { MemberLink } from '../app/MemberLink.tsx'
import { Button } from '../ui/Button.tsx'
import { HoldDialog } from './HoldDialog.tsx'
import { HoldDone } from './HoldDone.tsx'
import { HoldLine } from './HoldLine.tsx'
import { inForce } from './hold-words.ts'
import styles from './KeepingScreen.module.css'
import { useHolds } from './use-holds.ts'

interface HoldsProps {
  readonly report: RetentionReport
  readonly roster: Roster
}

/** What must not be erased whatever its date, why, and since when. */
export function Holds({ report, roster }: HoldsProps) {
  const { place, lift, done, forget, isBusy, failure } = useHolds()
  const [isPlacing, setIsPlacing] = useState(false)
  const shared = { roster, today: report.today }
  const holding = report.holds.filter(inForce)
  return (
    <section aria-labelledby="legal-holds" className={styles['part']}>
      <h2 id="legal-holds" className={styles['sideTitle']}>
        Legal holds
      </h2>
      {holding.length === 0 ? (
        <p className={styles['soft']}>
          None. While a court, a lawyer or an authority wants something kept, put it on hold: it then stays,
          whatever its date.
        </p>
      ) : (
        <HoldList {...shared} holds={holding} onLift={(hold) => void lift(hold)} />
      )}
      <HoldDone done={done} onForget={forget} />
      {isPlacing ? null : <FailureNotice failure={failure} />}
      <Button size="small" icon={LockKeyhole} isDisabled={isBusy} onPress={() => setIsPlacing(true)}>
        Place a hold
      </Button>
      <Lifted {...shared} holds={report.holds.filter((hold) => !inForce(hold))} />
      {isPlacing ? (
        <HoldDialog
          roster={roster}
          fixed={null}
          onPlace={place}
          failure={failure}
          onClose={() => setIsPlacing(false)}
        />
      ) : null}
    </section>
  )
}

interface HoldListProps {
  readonly holds: readonly LegalHold[]
  readonly roster: Roster
  readonly today: string
  readonly onLift?: (hold: LegalHold) => void
}

function HoldList({ holds, roster, today, onLift }: HoldListProps) {
  const names = new Map<PersonId, string>(roster.members.map(({ id, preferredName }) => [id, preferredName]))
  return (
    <ul className={styles['holds']}>
      {holds.map((hold) => {
        const { holdId, personId } = hold
        const known = personId === null ? undefined : names.get(personId)
        const name = known ?? (personId === null ? 'everything' : erasedMember)
        return (
          <HoldLine
            key={holdId}
            hold={hold}
            what={
              personId === null || known === undefined ? (
                <strong>{capitalised(name)}</strong>
              ) : (
                <MemberLink personId={personId} name={known} />
              )
            }
            name={name}
            today={today}
            {...(onLift === undefined ? {} : { onLift: () => onLift(hold) })}
          />
        )
      })}
    </ul>
  )
}

/** Holds stay on file when they are lifted; they are shown when somebody asks. */
function Lifted(props: Omit<HoldListProps, 'onLift'>) {
  const [isShown, setIsShown] = useState(false)
  if (props.holds.length === 0) return null
  return (
    <>
      <Button size="small" look="plain" aria-expanded={isShown} onPress={() => setIsShown(!isShown)}>
        {isShown ? 'Hide what was lifted' : `${counted(props.holds.length, 'hold')} lifted`}
      </Button>
      {isShown ? <HoldList {...props} /> : null}
    </>
  )
}
