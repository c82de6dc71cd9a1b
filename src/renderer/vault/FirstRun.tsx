import { useMemo, useState } from 'react'
import { useRead } from '../app/api.ts'
import { AboutYou } from './AboutYou.tsx'
import { ChoosePassphrase } from './ChoosePassphrase.tsx'
import { ConfirmKit } from './ConfirmKit.tsx'
import type { Person } from './person.ts'
import { kitOf } from './recovery-groups.ts'
import { ShowKit } from './ShowKit.tsx'
import { VaultTrouble } from './VaultTrouble.tsx'

type Step = 'about-you' | 'passphrase' | 'show-kit' | 'confirm-kit'

/** From nothing to an open vault. Everything typed is kept here, and the code too, so that Back takes nothing away. */
export function FirstRun() {
  const [step, setStep] = useState<Step>('about-you')
  const [person, setPerson] = useState<Person>({ name: '', initials: '', credentials: '', clinic: '' })
  const [passphrase, setPassphrase] = useState('')
  const proposal = useRead('vault.propose-recovery-code', {})
  const code = proposal.status === 'ready' ? proposal.value : ''
  const kit = useMemo(() => kitOf(code), [code])
  switch (step) {
    case 'about-you':
      return <AboutYou person={person} onChange={setPerson} onDone={() => setStep('passphrase')} />
    case 'passphrase':
      return (
        <ChoosePassphrase
          person={person}
          passphrase={passphrase}
          onChange={setPassphrase}
          onBack={() => setStep('about-you')}
          onDone={() => setStep('show-kit')}
        />
      )
    case 'show-kit':
      if (proposal.status === 'failed')
        return <VaultTrouble failure={proposal.failure} onRetry={proposal.retry} />
      return <ShowKit kit={kit} onBack={() => setStep('passphrase')} onDone={() => setStep('confirm-kit')} />
    case 'confirm-kit':
      return (
        <ConfirmKit person={person} passphrase={passphrase} kit={kit} onBack={() => setStep('show-kit')} />
      )
  }
}
