import { useAct, useRead } from '../app/api.ts'
import { FailureNotice } from '../app/FailureNotice.tsx'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { exampleSteps, safetySteps } from './safety-words.ts'
import styles from './SafetyCard.module.css'

interface SafetyCardProps {
  readonly isOpen: boolean
  readonly onClose: () => void
  /** The card may be read then, since it names nobody; it is not written. */
  readonly isConcealed: boolean
}

/** The clinic's crisis steps over everything else, to be read at arm's length. */
export function SafetyCard({ isOpen, onClose, isConcealed }: SafetyCardProps) {
  const card = useRead('safety.read', {})
  if (!isOpen) return null
  return (
    <Dialog title="Safety steps" isOpen onClose={onClose} width="full">
      {card.status === 'failed' ? <FailureNotice failure={card.failure} onRetry={card.retry} /> : null}
      {card.status === 'ready' ? <Steps text={card.value.text} isConcealed={isConcealed} /> : null}
    </Dialog>
  )
}

function Steps({ text, isConcealed }: { readonly text: string; readonly isConcealed: boolean }) {
  const steps = safetySteps(text)
  if (steps.length === 0) return <NotWritten isConcealed={isConcealed} />
  return <StepList steps={steps} />
}

function StepList({ steps }: { readonly steps: readonly string[] }) {
  return (
    <ol className={styles['steps']} data-many={steps.length > 8 || undefined}>
      {steps.map((step, index) => (
        // Two steps may say the same, so that their place is all that tells them apart.
        // oxlint-disable-next-line react/no-array-index-key
        <li key={index}>
          <p dir="auto">{step}</p>
        </li>
      ))}
    </ol>
  )
}

/** What goes here, with steps that hold anywhere in the country: nobody looks for words in a crisis. */
function NotWritten({ isConcealed }: { readonly isConcealed: boolean }) {
  const { act, isBusy, failure } = useAct()
  return (
    <>
      <p className={styles['empty']}>
        Here go your clinic’s own steps for a crisis: who stays, whom to call, where help is. They are written
        under Settings. Until then, an example for the United States:
      </p>
      <StepList steps={safetySteps(exampleSteps)} />
      {isConcealed ? null : (
        <div className={styles['foot']}>
          <Button
            isDisabled={isBusy}
            onPress={({ target }) => {
              // The button goes with the example; the focus stays in the card, where Escape closes it.
              target.closest<HTMLElement>('[role="dialog"]')?.focus()
              void act('safety.save', { text: exampleSteps })
            }}
          >
            Take over this example
          </Button>
          <p className={styles['soft']}>It can be changed under Settings.</p>
        </div>
      )}
      <FailureNotice failure={failure} />
    </>
  )
}
