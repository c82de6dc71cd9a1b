import type { ComponentProps } from 'react'
import { totalMinutes } from '../../shared/agenda/phase.ts'
import { AgendaBar } from './AgendaBar.tsx'
import styles from './AgendasScreen.module.css'

interface AgendaEntryProps extends Omit<ComponentProps<typeof AgendaBar>, 'size'> {
  readonly name: string
  readonly isChosen: boolean
  readonly onChoose: () => void
}

/** One agenda of the gallery: its bar, and its name as the button that opens it. */
export function AgendaEntry({ name, phases, scaleMinutes, isChosen, onChoose }: AgendaEntryProps) {
  return (
    <li className={styles['entry']} data-chosen={isChosen || undefined}>
      <button
        type="button"
        className={styles['choose']}
        aria-current={isChosen ? 'true' : undefined}
        onClick={onChoose}
      >
        <bdi className={styles['entryName']}>{name}</bdi>
        <span className={styles['entryMinutes']}>{totalMinutes(phases)} min</span>
      </button>
      <AgendaBar phases={phases} scaleMinutes={scaleMinutes} />
    </li>
  )
}
