import { useState } from 'react'
import { kitOf, type Kit } from '../vault/recovery-groups.ts'
import { AskForCode } from './AskForCode.tsx'
import { ConfirmCode } from './ConfirmCode.tsx'
import { ShowCode } from './ShowCode.tsx'
import { TaskDone } from './TaskDone.tsx'

type Step = 'ask' | 'show' | 'confirm' | 'done'

/** A new code on paper, confirmed, takes the place of the old one; until then the old one counts. */
export function NewCode({ onEnd }: { readonly onEnd: () => void }) {
  const [step, setStep] = useState<Step>('ask')
  const [kit, setKit] = useState<Kit>(() => kitOf(''))
  const show = (code: string) => {
    setKit(kitOf(code))
    setStep('show')
  }
  switch (step) {
    case 'ask':
      return <AskForCode onCode={show} onEnd={onEnd} />
    case 'show':
      return <ShowCode kit={kit} onDone={() => setStep('confirm')} onEnd={onEnd} />
    case 'confirm':
      return <ConfirmCode kit={kit} onBack={() => setStep('show')} onDone={() => setStep('done')} />
    case 'done':
      return (
        <TaskDone
          title="Your new code counts"
          lead="It opens the vault if the passphrase is lost. The old code opens nothing here any more."
          facts={[
            'Lock the new paper away, apart from this computer, and destroy the old one.',
            'A copy of the vault from before, or of its lock alone, still opens with the old code.',
          ]}
          word="New"
          under="code, beside your passphrase"
          onEnd={onEnd}
        />
      )
  }
}
