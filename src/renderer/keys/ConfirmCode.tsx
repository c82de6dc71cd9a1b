import { useState } from 'react'
import { useAct } from '../app/api.ts'
import { KitFields, type TypedKit } from '../vault/KitFields.tsx'
import { KitProgress } from '../vault/KitProgress.tsx'
import { isSameGroup, type Kit } from '../vault/recovery-groups.ts'
import { TaskForm } from './TaskForm.tsx'

interface ConfirmCodeProps {
  readonly kit: Kit
  readonly onBack: () => void
  readonly onDone: () => void
}

/** Two groups of the code and the passphrase once more, then the new code takes the old one's place. */
export function ConfirmCode({ kit, onBack, onDone }: ConfirmCodeProps) {
  const [typed, setTyped] = useState<TypedKit>({ first: '', second: '', passphrase: '' })
  const [wasAsked, setWasAsked] = useState(false)
  const { act, isBusy, failure, forget } = useAct()
  const [first, second] = kit.asked
  const isWrongSecret = failure?.code === 'wrong-secret'
  const wrong = {
    first: !isSameGroup(typed.first, kit.groups[first] ?? ''),
    second: !isSameGroup(typed.second, kit.groups[second] ?? ''),
    passphrase: typed.passphrase === '' || (isWrongSecret && !isBusy),
  }
  const rightCount = [wrong.first, wrong.second].filter((isWrong) => !isWrong).length
  const change = async () => {
    setWasAsked(true)
    if (rightCount < 2 || typed.passphrase === '' || isBusy) return
    const secrets = { authorPassphrase: typed.passphrase, recoveryCode: kit.code }
    if ((await act('keys.change-recovery-code', secrets)).ok) onDone()
  }
  return (
    <TaskForm
      title="Once more, from paper"
      lead="Two groups of the new code, and your passphrase."
      ring={<KitProgress rightCount={rightCount} of={2} isLocking={isBusy} />}
      isBusy={isBusy}
      submitWords="Use this code"
      busyWords="Changing the code"
      backWords="Show the code again"
      failure={isWrongSecret ? null : failure}
      onSubmit={() => void change()}
      onBack={onBack}
    >
      <KitFields
        asked={kit.asked}
        typed={typed}
        wrong={wasAsked ? wrong : {}}
        wrongPassphrase="That is not your passphrase. The old code still counts."
        isBusy={isBusy}
        onChange={(next) => {
          forget()
          setTyped(next)
        }}
      />
    </TaskForm>
  )
}
