import { useState, type ReactNode } from 'react'
import { useAct } from '../app/api.ts'
import { sizeWords } from '../backup/backup-words.ts'
import { Button } from '../ui/Button.tsx'
import { useFocusOnArrival } from '../ui/use-focus-on-arrival.ts'
import entry from '../vault/Entry.module.css'
import { EntryDial } from '../vault/EntryDial.tsx'
import { EntryForm } from '../vault/EntryForm.tsx'
import { KeysPage } from './KeysPage.tsx'
import styles from './KeysPage.module.css'
import { RenewalDone } from './RenewalDone.tsx'
import { actWords, failureLead } from './renewal-words.ts'
import { TaskDone } from './TaskDone.tsx'
import { useRenewal, type Shown } from './use-renewal.ts'

/**
 * While databases are written under new keys, for whatever act, there is no vault to show: how far it is stands in the place of
 * everything else, and then what came of it.
 */
export function RenewalGate({ children }: { readonly children: ReactNode }) {
  const { shown, dismiss } = useRenewal()
  switch (shown?.stage) {
    case undefined:
      return children
    case 'running':
      return <Renewing {...shown} />
    case 'done':
      return <RenewalDone act={shown.act} onEnd={dismiss} />
    case 'cancelled':
      return <AsBefore {...actWords[shown.act].cancelled} act={shown.act} onEnd={dismiss} />
    case 'failed':
      if (shown.code === 'change-unsettled') return <Unsettled onEnd={dismiss} />
      return (
        <AsBefore
          title={actWords[shown.act].failed}
          lead={failureLead(shown.act, shown.code)}
          act={shown.act}
          onEnd={dismiss}
        />
      )
  }
}

type Running = Extract<Shown, { readonly stage: 'running' }>

function Renewing(running: Running) {
  const { act } = useAct()
  const [isCancelling, setIsCancelling] = useState(false)
  const title = useFocusOnArrival<HTMLHeadingElement>()
  const words = actWords[running.act]
  const cancel = () => {
    setIsCancelling(true)
    void act('keys.cancel-renewal', {})
  }
  return (
    <KeysPage isAlone ring={<HowFar {...running} />}>
      <EntryForm title={words.title} lead={words.steps[running.step]} titleRef={title} onSubmit={cancel}>
        <ul className={styles['facts']}>
          <li>The console waits meanwhile, and cannot start a session.</li>
          <li>Until the last moment everything counts as it was. If the power fails, nothing is lost.</li>
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

function HowFar({ act, step, doneBytes, totalBytes }: Running) {
  const fraction = totalBytes === 0 ? 0 : doneBytes / totalBytes
  // SQLite tells nobody how far it has come: a number would stand still for most of it, and look stuck.
  if (step === 'alter')
    return (
      <EntryDial
        fraction={fraction}
        isTravelling
        word="Sorting"
        under="what goes from what stays. After many years, this takes minutes"
      />
    )
  // In steps: each change of the word is read out.
  const percent = Math.min(95, Math.floor(fraction * 20) * 5)
  const stepCount = act === 'renew' || act === 'revoke' ? 2 : 4
  return (
    <EntryDial
      fraction={fraction}
      word={`${percent}%`}
      under={`of ${sizeWords(totalBytes / stepCount)}, ${actWords[act].under}`}
    />
  )
}

interface AsBeforeProps {
  readonly title: string
  readonly lead: string
  readonly act: Running['act']
  readonly onEnd: () => void
}

function AsBefore({ title, lead, act, onEnd }: AsBeforeProps) {
  return (
    <TaskDone
      isAlone
      title={title}
      lead={lead}
      facts={[actWords[act].asBefore, 'Nothing that was half written is left.']}
      fraction={0}
      word="Kept"
      under="as it was, under the same keys"
      onEnd={onEnd}
    />
  )
}

/** Nobody knows yet whether it was done. */
function Unsettled({ onEnd }: Pick<AsBeforeProps, 'onEnd'>) {
  return (
    <TaskDone
      isAlone
      title="The disk failed in the last moment"
      lead="Whether it was done cannot be told yet. The next unlocking finds out."
      facts={[
        'Either all of it was done, or none: both ways lead to a whole vault, which your passphrase opens.',
        'See that the drive is there and has room. Then lock the vault, and open it again.',
      ]}
      fraction={0}
      word="Whole"
      under="as it was, or with all of it done"
      onEnd={onEnd}
    />
  )
}
