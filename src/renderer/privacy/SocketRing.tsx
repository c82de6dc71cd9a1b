import type { PrivacyMeasure } from '../../shared/ipc/privacy-calls.ts'
import { RingDial } from '../ui/RingDial.tsx'
import { ringFraction, ringState, socketFigure, socketUnder } from './privacy-words.ts'
import styles from './PrivacyScreen.module.css'

/** The ring is whole while nothing leads out, open where something does, and dotted where nobody can tell. */
export function SocketRing({ sockets }: { readonly sockets: PrivacyMeasure['sockets'] }) {
  const state = ringState(sockets)
  return (
    <div className={styles['ring']} data-state={state}>
      <RingDial fraction={ringFraction[state]}>
        <output className={styles['inRing']} aria-label="Connections open now">
          <span className={styles['figure']}>{socketFigure(sockets)}</span>
          <span className={styles['under']}>{socketUnder(sockets)}</span>
        </output>
      </RingDial>
    </div>
  )
}
