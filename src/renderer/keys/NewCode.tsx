import { useState } from 'react'
import type { KitFile } from '../../shared/ipc/kit-calls.ts'
import { kitOf, type Kit } from '../vault/recovery-groups.ts'
import { AskForCode } from './AskForCode.tsx'
import { ConfirmCode } from './ConfirmCode.tsx'
import { ShowCode } from './ShowCode.tsx'
import { TaskDone } from './TaskDone.tsx'

type Step = 'ask' | 'show' | 'confirm' | 'left' | 'done'

/** A new code on paper, confirmed, takes the place of the old one; until then the old one counts. */
export function NewCode({ onEnd }: { readonly onEnd: () => void }) {
  const [step, setStep] = useState<Step>('ask')
  const [kit, setKit] = useState<Kit>(() => kitOf(''))
  // One each time that it was asked for, each with the same code.
  const [pages, setPages] = useState<readonly KitFile[]>([])
  const show = (code: string) => {
    setKit(kitOf(code))
    setStep('show')
  }
  switch (step) {
    case 'ask':
      return <AskForCode onCode={show} onEnd={onEnd} />
    case 'show':
      return (
        <ShowCode
          kit={kit}
          onMade={(page) => setPages([...pages, page])}
          onDone={() => setStep('confirm')}
          onEnd={pages.length === 0 ? onEnd : () => setStep('left')}
        />
      )
    case 'left':
      return <KeptOld pages={pages} onEnd={onEnd} />
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

interface KeptOldProps {
  readonly pages: readonly KitFile[]
  readonly onEnd: () => void
}

/** A page of a code that never counted looks like one that does. */
function KeptOld({ pages, onEnd }: KeptOldProps) {
  return (
    <TaskDone
      title="Your old code still counts"
      lead="The new one was never put to use: it opens nothing."
      facts={[
        ...pages.map(
          ({ fileName, folderName }) =>
            `The page ${fileName} in the folder ${folderName} shows the new code. Delete the file, and destroy what was printed of it.`,
        ),
        'Keep the paper with the old code. It opens the vault if the passphrase is lost.',
      ]}
      word="Old"
      under="code, as before"
      onEnd={onEnd}
    />
  )
}
