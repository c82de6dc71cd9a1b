import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { PersonId } from '../../shared/ids.ts'
import type { Foreseen } from '../../shared/ipc/retention-calls.ts'
import { counted } from '../../shared/count.ts'
import { useAct, useRead } from '../app/api.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { DestructionForm } from './DestructionForm.tsx'
import { ErasingFailure } from './ErasingFailure.tsx'
import { foreseenWords } from './foreseen-words.ts'
import styles from './KeepingScreen.module.css'

interface EraseDialogProps {
  readonly personIds: readonly PersonId[]
  readonly onClose: () => void
}

/** What would go, and the passphrase. Once it has begun, the console is gone until it has ended (`RenewalGate`). */
export function EraseDialog({ personIds: asked, onClose }: EraseDialogProps) {
  // The list behind loses them as soon as they are erased.
  const [personIds] = useState(() => [...asked])
  const foreseen = useRead('retention.foresee', { personIds })
  const { erase, isBusy, failure } = useErase(personIds)
  const charts = counted(personIds.length, 'chart')
  return (
    <Dialog title={`Erase ${charts}`} role="alertdialog" isOpen onClose={isBusy ? () => undefined : onClose}>
      {foreseen.status === 'ready' ? (
        <DestructionForm
          submitWords={isBusy ? 'Erasing' : `Erase ${charts}`}
          isBusy={isBusy}
          failure={failure}
          onSubmit={(passphrase) => void erase(passphrase)}
          onCancel={onClose}
        >
          <WhatGoes foreseen={foreseen.value} />
        </DestructionForm>
      ) : (
        <>
          {foreseen.status === 'failed' ? (
            <ErasingFailure failure={foreseen.failure} />
          ) : (
            <output>Looking at what would go …</output>
          )}
          <div>
            <Button onPress={onClose}>Not now</Button>
          </div>
        </>
      )}
    </Dialog>
  )
}

function useErase(personIds: PersonId[]) {
  const { act, isBusy, failure } = useAct()
  const queries = useQueryClient()
  const erase = async (authorPassphrase: string) => {
    const answer = await act('retention.erase', { personIds, authorPassphrase })
    // What is on the screen was read again; what other pages had read of them is forgotten.
    if (answer.ok) queries.removeQueries({ type: 'inactive' })
  }
  return { erase, isBusy, failure }
}

function WhatGoes({ foreseen }: { readonly foreseen: Foreseen }) {
  const { goes, stays } = foreseenWords(foreseen)
  return (
    <>
      <Sentences title="This goes" sentences={goes} />
      <Sentences title="This stays" sentences={stays} />
    </>
  )
}

interface SentencesProps {
  readonly title: string
  readonly sentences: readonly string[]
}

function Sentences({ title, sentences }: SentencesProps) {
  return (
    <section aria-label={title}>
      <h3 className={styles['small']}>{title}</h3>
      <ul className={styles['sentences']}>
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </section>
  )
}
