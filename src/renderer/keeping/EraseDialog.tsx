import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { PersonId } from '../../shared/ids.ts'
import type { Erasure, Foreseen } from '../../shared/ipc/retention-calls.ts'
import { counted } from '../../shared/count.ts'
import { useAct, useRead } from '../app/api.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { DestructionForm } from './DestructionForm.tsx'
import { DoneWords } from './DoneWords.tsx'
import { ErasingFailure } from './ErasingFailure.tsx'
import { erasedParts, foreseenWords } from './foreseen-words.ts'
import styles from './KeepingScreen.module.css'

interface EraseDialogProps {
  readonly personIds: readonly PersonId[]
  readonly onClose: () => void
  readonly onErased: () => void
}

/** What would go, the passphrase, how far it is, and what was done. */
export function EraseDialog({ personIds: asked, onClose, onErased }: EraseDialogProps) {
  // The list behind loses them as soon as they are erased.
  const [personIds] = useState(() => [...asked])
  const foreseen = useRead('retention.foresee', { personIds })
  const { erase, done, isBusy, failure } = useErase(personIds, onErased)
  const charts = counted(personIds.length, 'chart')
  return (
    <Dialog
      title={done === null ? `Erase ${charts}` : 'Erased'}
      role="alertdialog"
      isOpen
      onClose={isBusy ? () => undefined : onClose}
    >
      {done !== null ? (
        <DoneWords onClose={onClose}>
          {erasedParts(done)} {done.chartCount + done.sessionCount + done.textCount === 1 ? 'is' : 'are'}{' '}
          erased. That it was done stands in the account; what it was, nowhere.
        </DoneWords>
      ) : foreseen.status === 'ready' ? (
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

function useErase(personIds: PersonId[], onErased: () => void) {
  const { act, isBusy, failure } = useAct()
  const queries = useQueryClient()
  const [done, setDone] = useState<Erasure | null>(null)
  const erase = async (authorPassphrase: string) => {
    const answer = await act('retention.erase', { personIds, authorPassphrase })
    if (!answer.ok) return
    // What is on the screen was read again; what other pages had read of them is forgotten.
    queries.removeQueries({ type: 'inactive' })
    setDone(answer.value)
    onErased()
  }
  return { erase, done, isBusy, failure }
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
