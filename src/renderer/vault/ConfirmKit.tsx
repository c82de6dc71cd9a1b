import { useState } from 'react'
import { useAct } from '../app/api.ts'
import { FailureNotice } from '../app/FailureNotice.tsx'
import { Button } from '../ui/Button.tsx'
import { EntryForm } from './EntryForm.tsx'
import { EntryPage } from './EntryPage.tsx'
import styles from './Entry.module.css'
import { KitFields, type TypedKit } from './KitFields.tsx'
import { KitProgress } from './KitProgress.tsx'
import type { Person } from './person.ts'
import { isSameGroup, type Kit } from './recovery-groups.ts'

interface ConfirmKitProps {
  readonly person: Person
  readonly passphrase: string
  readonly kit: Kit
  readonly onBack: () => void
}

/** Two groups of the code and the passphrase once more, then the vault is made. */
export function ConfirmKit({ person, passphrase, kit, onBack }: ConfirmKitProps) {
  const [typed, setTyped] = useState<TypedKit>({ first: '', second: '', passphrase: '' })
  const [wasAsked, setWasAsked] = useState(false)
  const { act, isBusy, failure } = useAct()
  const [first, second] = kit.asked
  const wrong = {
    first: !isSameGroup(typed.first, kit.groups[first] ?? ''),
    second: !isSameGroup(typed.second, kit.groups[second] ?? ''),
    passphrase: typed.passphrase !== passphrase,
  }
  const rightCount = Object.values(wrong).filter((isWrong) => !isWrong).length
  const create = () => {
    setWasAsked(true)
    if (rightCount < 3 || isBusy) return
    const { clinic, ...author } = person
    void act('vault.create', { passphrase, recoveryCode: kit.code, author, clinic })
  }
  return (
    <EntryPage
      step={2}
      ring={<KitProgress rightCount={rightCount} of={3} isLocking={isBusy} />}
      promise={[
        'Everything stays on this computer,',
        'encrypted, until you export or back up. While it is unlocked, anyone at this keyboard can read it.',
      ]}
    >
      <EntryForm
        title="Once more, from paper"
        lead="Two groups of the recovery code, and your passphrase."
        isBusy={isBusy}
        onSubmit={create}
      >
        <KitFields
          asked={kit.asked}
          typed={typed}
          wrong={wasAsked ? wrong : {}}
          isBusy={isBusy}
          onChange={setTyped}
        />
        <CreateActions isBusy={isBusy} onBack={onBack} />
        <div className={styles['notice']}>
          <FailureNotice failure={failure} />
        </div>
      </EntryForm>
    </EntryPage>
  )
}

function CreateActions({ isBusy, onBack }: { readonly isBusy: boolean; readonly onBack: () => void }) {
  return (
    <div className={styles['actions']}>
      <Button type="submit" look="primary" size="large" keys="Enter" isDisabled={isBusy}>
        {isBusy ? 'Creating the vault' : 'Create the vault'}
      </Button>
      <Button look="plain" isDisabled={isBusy} onPress={onBack}>
        Show the code again
      </Button>
    </div>
  )
}
