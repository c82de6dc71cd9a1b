import { Radar } from 'lucide-react'
import { usePlace } from '../app/navigation.tsx'
import { PagePart } from '../app/PagePart.tsx'
import { Button } from '../ui/Button.tsx'
import { RingDial } from '../ui/RingDial.tsx'
import { documentsWords, ringFraction, ringState, socketFigure, socketUnder } from './privacy-words.ts'
import styles from './PrivacyPart.module.css'
import { useMeasure } from './use-measure.ts'

/** What was measured just now, at one glance, and the way to all of it. */
export function PrivacyPart() {
  const { read } = useMeasure()
  const { go } = usePlace()
  return (
    <PagePart title="What has left this machine?">
      {read.status === 'ready' ? (
        <div className={styles['glance']} data-state={ringState(read.value.sockets)}>
          <div className={styles['ring']}>
            <RingDial fraction={ringFraction[ringState(read.value.sockets)]}>
              <span className={styles['figure']}>{socketFigure(read.value.sockets)}</span>
            </RingDial>
          </div>
          <p>{socketUnder(read.value.sockets)}</p>
          <p className={styles['soft']}>{documentsWords(read.value.exported)}</p>
        </div>
      ) : (
        <div aria-busy className={styles['waiting']} />
      )}
      <Button icon={Radar} onPress={() => go({ name: 'privacy' })}>
        Look now
      </Button>
    </PagePart>
  )
}
