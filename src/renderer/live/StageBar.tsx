import { CircleAlert, EyeOff, Hand, Info } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Failure } from '../../shared/ipc/failure.ts'
import { failureWords } from '../app/failure-words.ts'
import { Button } from '../ui/Button.tsx'
import { AgreementBar, useAgreementPending } from './AgreementBar.tsx'
import { CheckInStrip } from './CheckInStrip.tsx'
import { useAdvanced, useLive } from './live-context.ts'
import { RoomBar } from './RoomBar.tsx'
import { sampleShown } from './room-keys.ts'
import { SampleQuestion } from './SampleQuestion.tsx'
import styles from './StageBar.module.css'
import type { ChangeView, LiveView } from './use-live-view.ts'

interface StageBarProps {
  readonly view: LiveView
  readonly change: ChangeView
  readonly trouble: Failure | null
}

/** One bar with the most pressing thing: numbers being entered, a refusal, a question, or who has not been heard. */
export function StageBar({ view, change, trouble }: StageBarProps) {
  const { isConcealed } = useLive()
  const agreement = useAgreementPending()
  const failure = view.failure ?? trouble
  const dismiss = () => change({ failure: null, hint: null })
  if (view.checkIn !== null) {
    // It stays even beside a refusal: the next digit is a number, and must not become somebody's turn.
    const note = failure === null ? view.hint : failureWords(failure).happened
    return (
      <div className={styles['bar']}>
        <CheckInStrip place={view.checkIn} note={note} change={change} />
      </div>
    )
  }
  return (
    <div className={styles['bar']}>
      <output className={styles['status']}>
        {failure !== null ? (
          <Line icon={CircleAlert} onDismiss={view.failure === null ? null : dismiss}>
            <strong>{failureWords(failure).happened}</strong> {failureWords(failure).next}
          </Line>
        ) : view.hint !== null ? (
          <Line icon={Info} onDismiss={dismiss}>
            {view.hint}
          </Line>
        ) : view.isChoosingMark ? (
          <Line icon={Hand} onDismiss={() => change({ isChoosingMark: false })}>
            <strong>Mark:</strong> press a seat’s key, then the letter of the mark
          </Line>
        ) : null}
      </output>
      {failure !== null || view.hint !== null || view.isChoosingMark ? null : (
        <AskedFirst>
          {isConcealed ? (
            <Line icon={EyeOff} onDismiss={null}>
              <strong>Concealed</strong> The timer and every key go on. Press Esc to return.
            </Line>
          ) : agreement.person !== null ? (
            <AgreementBar person={agreement.person} onLater={agreement.putOff} />
          ) : (
            <RoomBar />
          )}
        </AskedFirst>
      )}
    </div>
  )
}

/**
 * A question comes first, also under the cover, where it names seats: its keys would otherwise note somebody unseen. The
 * rest waits.
 */
function AskedFirst({ children }: { readonly children: ReactNode }) {
  const asked = sampleShown(useAdvanced(5_000))
  return asked === null ? children : <SampleQuestion asked={asked} />
}

interface LineProps {
  readonly icon: typeof Info
  readonly onDismiss: (() => void) | null
  readonly children: ReactNode
}

function Line({ icon: Icon, onDismiss, children }: LineProps) {
  return (
    <div className={styles['line']}>
      <Icon aria-hidden size={18} strokeWidth={1.75} />
      <p className={styles['words']}>{children}</p>
      {onDismiss === null ? null : (
        <Button look="plain" className={styles['action'] ?? ''} onPress={onDismiss}>
          OK
        </Button>
      )}
    </div>
  )
}
