import type { PrivacyMeasure } from '../../shared/ipc/privacy-calls.ts'
import { RingDial } from '../ui/RingDial.tsx'
import { socketFigure, socketUnder } from './privacy-words.ts'
import styles from './PrivacyScreen.module.css'

/** The ring is whole while nothing leads out, open where something does, and dotted where nobody can tell. */
export function SocketRing({ sockets }: { readonly sockets: PrivacyMeasure['sockets'] }) {
  const figure = socketFigure(sockets)
  return (
    <div
      className={styles['ring']}
      data-state={figure === '0' ? 'closed' : figure === '–' ? 'unknown' : 'open'}
    >
      <RingDial fraction={figure === '0' ? 1 : figure === '–' ? 0 : 0.8}>
        <output className={styles['inRing']} aria-label="Connections open now">
          <span className={styles['figure']}>{figure}</span>
          <span className={styles['under']}>{socketUnder(sockets)}</span>
        </output>
      </RingDial>
    </div>
  )
}
