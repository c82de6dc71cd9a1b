import { useEffect, useState } from 'react'
import type { NoteId } from '../../shared/ids.ts'
import type { Failure } from '../../shared/ipc/failure.ts'
import type { NoteText } from '../../shared/ipc/session-calls.ts'
import type { Result } from '../../shared/result.ts'
import { call } from '../app/api.ts'
import { FailureNotice } from '../app/FailureNotice.tsx'
import { useLive } from './live-context.ts'
import { NoteField, type DraftProps } from './NoteField.tsx'
import { NoteList } from './NoteList.tsx'
import styles from './NoteSide.module.css'

type PrivateTexts = ReadonlyMap<NoteId, string>

/**
 * Plum and serif: what stays with its author. The texts are read when this side is opened and live in this component
 * alone, past every cache, so that leaving the side or concealing it lets them go.
 */
export function PrivateSide(draft: DraftProps) {
  const { sessionId, state } = useLive()
  const [texts, setTexts] = useState<PrivateTexts>(new Map())
  const [failure, setFailure] = useState<Failure | null>(null)
  useEffect(() => {
    let isOpen = true
    async function read(): Promise<void> {
      const answer = await call('session.private-notes', { sessionId })
      if (!isOpen) return
      setFailure(answer.ok ? null : answer.error)
      // A note that was saved while these were read is not lost to them.
      if (answer.ok) setTexts((since) => new Map([...answer.value.map(textOf), ...since]))
    }
    void read()
    return () => {
      isOpen = false
    }
  }, [sessionId])

  async function save(text: string): Promise<Result<NoteText, Failure>> {
    const answer = await call('session.keep-private-note', { sessionId, text })
    if (answer.ok) setTexts((before) => new Map([...before, [answer.value.noteId, answer.value.text]]))
    return answer
  }

  return (
    <div className={styles['side']} data-side="private">
      <p className={styles['promise']}>Private — never exported, never backed up, only you.</p>
      <FailureNotice failure={failure} />
      <NoteList
        label="Private notes"
        places={state.notes.filter(({ isPrivate }) => isPrivate)}
        texts={texts}
        empty="Your own thoughts about the group. They stay apart from the record."
      />
      <NoteField {...draft} side="private" onSave={save} />
    </div>
  )
}

function textOf({ noteId, text }: NoteText): readonly [NoteId, string] {
  return [noteId, text]
}
