import { RotateCw } from 'lucide-react'
import type { PrivacyMeasure } from '../../shared/ipc/privacy-calls.ts'
import { BackButton } from '../app/BackButton.tsx'
import { useNow } from '../app/core-clock.ts'
import { FailureNotice } from '../app/FailureNotice.tsx'
import { PagePart } from '../app/PagePart.tsx'
import { pastDay, timeOfDay } from '../app/time-words.ts'
import { useRole } from '../reviewer/role.tsx'
import { Button } from '../ui/Button.tsx'
import { BackupsMade } from './BackupsMade.tsx'
import { LockLines } from './LockLines.tsx'
import { LogCheckLines } from './LogCheckLines.tsx'
import { Openings } from './Openings.tsx'
import { Places } from './Places.tsx'
import { exportedSentence, socketSentence } from './privacy-words.ts'
import styles from './PrivacyScreen.module.css'
import { ScreenCapture } from './ScreenCapture.tsx'
import { SocketRing } from './SocketRing.tsx'
import { useLogCheck } from './use-log-check.ts'
import { useMeasure } from './use-measure.ts'

/** What has left this machine? Every figure was measured when the page says it was. */
export function PrivacyScreen() {
  const { read, again } = useMeasure()
  const zone = useNow(60_000, () => 0)?.zone ?? 'UTC'
  return (
    <div className={styles['page']}>
      <BackButton to={{ name: 'vault' }}>Vault & privacy</BackButton>
      <h1 className={styles['title']}>What has left this machine?</h1>
      {read.status === 'failed' ? <FailureNotice failure={read.failure} onRetry={read.retry} /> : null}
      {read.status === 'reading' ? <div aria-busy className={styles['waiting']} /> : null}
      {read.status === 'ready' ? <Measured measure={read.value} zone={zone} onAgain={again} /> : null}
    </div>
  )
}

interface MeasuredProps {
  readonly measure: PrivacyMeasure
  readonly zone: string
  readonly onAgain: () => void
}

function Measured({ measure, zone, onAgain }: MeasuredProps) {
  const { measuredAtMs, sockets, files, openings } = measure
  const logCheck = useLogCheck()
  const at = { zone, nowMs: measuredAtMs }
  return (
    <>
      <section className={styles['answer']} aria-label="At a glance">
        <SocketRing sockets={sockets} />
        <div className={styles['words']}>
          <p className={styles['lead']}>{socketSentence(sockets)}</p>
          <Handed measure={measure} {...at} />
          <p className={styles['measured']}>
            <span>Measured at {timeOfDay(measuredAtMs, zone)}, and every few seconds while you look.</span>
            <Button look="plain" size="small" icon={RotateCw} onPress={onAgain}>
              Measure again
            </Button>
          </p>
        </div>
      </section>
      <div className={styles['columns']}>
        <PagePart title="Where things are written">
          <p className={styles['soft']}>
            The console’s own folder is called <bdi>“{files.folderName}”</bdi>. It is where programs keep
            their data.
          </p>
          <Places measure={measure} {...at} />
        </PagePart>
        <div className={styles['side']}>
          <PagePart title="Who opened it">
            <Openings openings={openings} {...at} />
          </PagePart>
          {measure.lock === null ? null : (
            <PagePart title="How it is locked">
              <LockLines lock={measure.lock} />
            </PagePart>
          )}
          <PagePart title="Who can see the screen?">
            <ScreenCapture />
          </PagePart>
          <PagePart title="Are the logs whole?">
            <div className={styles['logs']}>
              {logCheck === null ? <div aria-busy /> : <LogCheckLines state={logCheck} {...at} />}
            </div>
          </PagePart>
        </div>
      </div>
    </>
  )
}

interface HandedProps {
  readonly measure: PrivacyMeasure
  readonly zone: string
  readonly nowMs: number
}

/** What went out by somebody's hand. */
function Handed({ measure: { exported }, zone, nowMs }: HandedProps) {
  const { madeCount, disclosedCount, lastAtMs } = exported
  const role = useRole()
  return (
    <dl className={styles['handed']}>
      <div>
        <dt>{madeCount === 1 ? 'document made' : 'documents made'}</dt>
        <dd className={styles['count']}>{madeCount.toLocaleString('en')}</dd>
        <dd className={styles['soft']}>
          {exportedSentence(exported)}
          {lastAtMs === null ? '' : ` The last one ${pastDay(lastAtMs, zone, nowMs)}.`}
        </dd>
      </div>
      {role === 'author' ? <BackupsMade {...{ zone, nowMs }} /> : null}
      <div>
        <dt>given to somebody</dt>
        <dd className={styles['count']}>{disclosedCount.toLocaleString('en')}</dd>
        <dd className={styles['soft']}>
          {disclosedCount === 0
            ? 'The ledger of disclosures is empty.'
            : 'By the ledger of disclosures, corrected entries left out.'}
        </dd>
      </div>
    </dl>
  )
}
