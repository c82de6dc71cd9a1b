import { PenLine } from 'lucide-react'
import { useState } from 'react'
import type { PersonId } from '../../shared/ids.ts'
import { Button } from '../ui/Button.tsx'
import styles from './AgreementBar.module.css'
import { useLive } from './live-context.ts'
import { openingPhase } from './opening-phase.ts'
import type { Seated } from './seated.ts'

interface AgreementPending {
  readonly person: Seated | null
  readonly putOff: () => void
}

/**
 * Who has not agreed to confidentiality and is to be asked now. Putting it off before the start brings the question
 * back in the opening phase, which is for it; put off there, the badge on the seat stays.
 */
export function useAgreementPending(): AgreementPending {
  const { state, seated } = useLive()
  const [putOff, setPutOff] = useState<ReadonlySet<string>>(new Set())
  const isOpening = state.currentPhaseId !== null && state.currentPhaseId === openingPhase(state)?.id
  const when =
    state.stage === 'prepared' ? 'before' : isOpening && state.stage === 'running' ? 'opening' : null
  const keyOf = (personId: PersonId) => `${when} ${personId}`
  const person =
    when === null
      ? undefined
      : seated.find(
          ({ personId, isFacilitator, progress }) =>
            !isFacilitator &&
            !progress.hasAgreed &&
            progress.presence === 'present' &&
            !putOff.has(keyOf(personId)),
        )
  return {
    person: person ?? null,
    putOff: () => {
      if (person !== undefined) setPutOff((before) => new Set([...before, keyOf(person.personId)]))
    },
  }
}

interface AgreementBarProps {
  readonly person: Seated
  readonly onLater: () => void
}

export function AgreementBar({ person, onLater }: AgreementBarProps) {
  const { state, act } = useLive()
  const { personId, name, progress } = person
  return (
    <div className={styles['bar']}>
      <PenLine aria-hidden size={18} strokeWidth={1.75} />
      <p className={styles['words']}>
        <strong>
          <bdi>{name}</bdi>
          {progress.isWalkIn ? ' is new' : ''}
        </strong>{' '}
        {progress.isWalkIn ? 'and has' : 'has'} not agreed
        <span className={styles['toWhat']}> to confidentiality</span> yet.
      </p>
      <Button className={styles['now'] ?? ''} onPress={() => act({ type: 'record-agreement', personId })}>
        <span>
          <bdi>{name}</bdi> <span className={styles['agrees']}>agrees now</span>
        </span>
      </Button>
      <Button look="plain" className={styles['later'] ?? ''} onPress={onLater}>
        {state.stage === 'prepared' ? 'Ask in opening' : 'Not now'}
      </Button>
    </div>
  )
}
