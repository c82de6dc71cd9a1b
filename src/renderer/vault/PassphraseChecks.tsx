import { Check, Circle, CircleAlert } from 'lucide-react'
import { classNames } from '../ui/class-names.ts'
import styles from './Entry.module.css'
import type { Judgement } from './strength.ts'

interface PassphraseChecksProps {
  readonly judgement: Judgement
  readonly isEmpty: boolean
  /** True once somebody tried to go on: what is missing is then pointed out. */
  readonly isPressing: boolean
}

export function PassphraseChecks({ judgement, isEmpty, isPressing }: PassphraseChecksProps) {
  const { meetsRule, holdsName, holdsDate } = judgement
  return (
    <ul className={styles['checks']} aria-live="polite">
      <CheckLine isMet={meetsRule} isBroken={isPressing && !meetsRule}>
        Four words, or twelve characters
      </CheckLine>
      <CheckLine isMet={!isEmpty && !holdsName && !holdsDate} isBroken={holdsName || holdsDate}>
        {personalWords(judgement)}
      </CheckLine>
    </ul>
  )
}

function personalWords({ holdsName, holdsDate }: Judgement): string {
  if (holdsName) return 'Leave your own name out'
  return holdsDate ? 'Better without a year or date' : 'No name, no date'
}

interface CheckLineProps {
  readonly isMet: boolean
  readonly isBroken: boolean
  readonly children: string
}

function CheckLine({ isMet, isBroken, children }: CheckLineProps) {
  const Unmet = isBroken ? CircleAlert : Circle
  const Icon = isMet ? Check : Unmet
  return (
    <li className={classNames(styles['check'], isMet && styles['isMet'], isBroken && styles['isBroken'])}>
      <Icon aria-hidden size={15} strokeWidth={1.75} />
      {children}
    </li>
  )
}
