import { useState, type ReactNode } from 'react'
import type { RenewalFailureCode } from '../../shared/ipc/key-calls.ts'
import { useAct } from '../app/api.ts'
import { sizeWords } from '../backup/backup-words.ts'
import { Button } from '../ui/Button.tsx'
import { useFocusOnArrival } from '../ui/use-focus-on-arrival.ts'
import entry from '../vault/Entry.module.css'
import { EntryDial } from '../vault/EntryDial.tsx'
import { EntryForm } from '../vault/EntryForm.tsx'
import { KeysPage } from './KeysPage.tsx'
import styles from './KeysPage.module.css'
import { TaskDone } from './TaskDone.tsx'
import { useRenewal, type Shown } from './use-renewal.ts'

/** While all keys are made new there is no vault to show: how far it is stands in the place of everything else. */
export function RenewalGate({ children }: { readonly children: ReactNode }) {
  const { shown, dismiss } = useRenewal()
  switch (shown?.stage) {
    case undefined:
      return children
    case 'running':
      return <Renewing {...shown} />
    case 'done':
      return <Renewed onEnd={dismiss} />
    case 'cancelled':
      return (
        <NotRenewed
          title="The keys are what they were"
          lead="You cancelled it. Nothing was changed."
          onEnd={dismiss}
        />
      )
    case 'failed':
      return (
        <NotRenewed title="The keys could not be made new" lead={failureLead(shown.code)} onEnd={dismiss} />
      )
  }
}

const stepWords = {
  encrypt: 'Everything is written once more, under keys that nobody had before.',
  check: 'What was written is read back, before it counts.',
} as const

function Renewing({ step, doneBytes, totalBytes }: Extract<Shown, { readonly stage: 'running' }>) {
  const { act } = useAct()
  const [isCancelling, setIsCancelling] = useState(false)
  const title = useFocusOnArrival<HTMLHeadingElement>()
  const fraction = totalBytes === 0 ? 0 : doneBytes / totalBytes
  // In steps: each change of the word is read out.
  const percent = Math.min(95, Math.floor(fraction * 20) * 5)
  const cancel = () => {
    setIsCancelling(true)
    void act('keys.cancel-renewal', {})
  }
  return (
    <KeysPage
      isAlone
      ring={
        <EntryDial
          fraction={fraction}
          word={`${percent}%`}
          under={`of ${sizeWords(totalBytes / 2)}, written and read back`}
        />
      }
    >
      <EntryForm title="Making all keys new" lead={stepWords[step]} titleRef={title} onSubmit={cancel}>
        <ul className={styles['facts']}>
          <li>The console waits meanwhile, and cannot start a session.</li>
          <li>Until the last moment the old keys count. If the power fails, nothing is lost.</li>
          <li>Locking the vault ends it too, and leaves everything as it was.</li>
        </ul>
        <div className={entry['actions']}>
          <Button type="submit" size="large" isDisabled={isCancelling}>
            {isCancelling ? 'Cancelling' : 'Cancel'}
          </Button>
        </div>
      </EntryForm>
    </KeysPage>
  )
}

function Renewed({ onEnd }: { readonly onEnd: () => void }) {
  return (
    <TaskDone
      isAlone
      title="All keys are new"
      lead="The record and the private notes are encrypted under keys that nobody had before. Your passphrase and your recovery code are the same."
      facts={[
        'Whoever copied the old keys, or an old lock, opens nothing here with them.',
        'A copy of the vault from before, and a backup from before, still open as they did. Destroy those that you do not need, and make a new backup.',
        'If somebody may know the passphrase or the code, change that too.',
      ]}
      word="New"
      under="keys, behind the same passphrase and code"
      onEnd={onEnd}
    />
  )
}

interface NotRenewedProps {
  readonly title: string
  readonly lead: string
  readonly onEnd: () => void
}

function NotRenewed({ title, lead, onEnd }: NotRenewedProps) {
  return (
    <TaskDone
      isAlone
      title={title}
      lead={lead}
      facts={[
        'The record and the private notes are as they were, and open with what opened them.',
        'Nothing that was half written is left.',
      ]}
      word="As before"
      under="The same keys count"
      onEnd={onEnd}
    />
  )
}

function failureLead(code: RenewalFailureCode): string {
  switch (code) {
    case 'disk-full':
      return 'There is not enough room on the disk: for a moment the vault needs as much again. Free some, then try again.'
    case 'not-writable':
      return 'The disk could not be written. See that the drive is there and may be written to, then try again.'
    case 'in-use':
      return 'Another program wrote to the vault meanwhile. End it, then try again.'
    case 'damaged-record':
      return 'A part of the record is damaged. Making it look whole would hide that: keep the files as they are, and restore a backup.'
    case 'damaged-private':
      return 'A part of the private notes is damaged. Making it look whole would hide that: keep the files as they are.'
    case 'change-unsettled':
      return 'The disk failed in the last moment. The next unlocking finds out which keys count; both lead to all that you wrote.'
  }
}
