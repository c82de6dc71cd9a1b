import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { safetyCardMaxLength } from '../../shared/ipc/safety-calls.ts'
import { call, readAgain, useRead } from '../app/api.ts'
import { FailureNotice } from '../app/FailureNotice.tsx'
import { useSaveBeforeLock } from '../app/lock.ts'
import { SaveMark } from '../debrief/SaveMark.tsx'
import { afterDelay, createSaver, type Saver } from '../debrief/saver.ts'
import { useSaver } from '../debrief/use-drafts.ts'
import { Button } from '../ui/Button.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import { exampleSteps } from './safety-words.ts'
import styles from './SafetyCardEditor.module.css'

/** Where the clinic writes its crisis steps. What is typed is saved as it is typed. */
export function SafetyCardEditor() {
  const card = useRead('safety.read', {})
  switch (card.status) {
    case 'reading':
      return null
    case 'failed':
      return <FailureNotice failure={card.failure} onRetry={card.retry} />
    case 'ready':
      return <Editor written={card.value.text} />
  }
}

function Editor({ written }: { readonly written: string }) {
  const saver = useCardSaver(written)
  const { value, status } = useSaver(saver)
  return (
    <div className={styles['editor']}>
      <TextArea
        label="Steps"
        hint="One step a line; the card numbers them. It names nobody, so that it can be read while the names are concealed."
        className={styles['field'] ?? ''}
        maxLength={safetyCardMaxLength}
        value={value}
        onChange={saver.change}
        onBlur={() => void saver.flush()}
      />
      {value.trim() === '' ? (
        <div className={styles['example']}>
          <Button onPress={() => saver.change(exampleSteps)}>Take over an example</Button>
          <p className={styles['soft']}>Generic steps for the United States, with places left to fill in.</p>
        </div>
      ) : null}
      <output>
        <SaveMark status={status} />
      </output>
      {status.kind === 'failed' ? (
        <FailureNotice failure={status.failure} onRetry={() => void saver.flush()} />
      ) : null}
    </div>
  )
}

function useCardSaver(written: string): Saver<string> {
  const queries = useQueryClient()
  const [saver] = useState(() =>
    createSaver(written, {
      save: (text) => call('safety.save', { text }),
      later: afterDelay,
    }),
  )
  useSaveBeforeLock(saver.flush)
  useEffect(
    () => () => {
      void saver.flush().then(() => readAgain(queries, 'safety.save'))
    },
    [saver, queries],
  )
  return saver
}
