import { useCallback, useEffect, useRef, useState } from 'react'
import type { PersonId } from '../../shared/ids.ts'
import type { Failure } from '../../shared/ipc/failure.ts'
import { call } from '../app/api.ts'
import type { Checked } from './remark.ts'
import { textsOf, type Drafts } from './use-drafts.ts'

interface Check {
  /** What the guards last asked of this note; null until they did. */
  readonly checked: Checked | null
  readonly failure: Failure | null
  /** Asks them again, about what is on the disk. Null where that failed. */
  readonly check: () => Promise<Checked | null>
}

/** Asks the guards about the open note: when it is opened, and after each of its texts has reached the disk. */
export function useCheck(drafts: Drafts, personId: PersonId | null): Check {
  const [last, setLast] = useState<(Checked & { readonly personId: PersonId }) | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const newest = useRef(0)
  const check = useCallback(async () => {
    if (personId === null) return null
    newest.current += 1
    const asked = newest.current
    const texts = textsOf(drafts, personId)
    const answer = await call('note.check', { sessionId: drafts.sessionId, personId })
    const checked = answer.ok ? { personId, texts, findings: answer.value } : null
    // An answer that comes late says nothing about what was asked since.
    if (asked === newest.current) {
      setFailure(answer.ok ? null : answer.error)
      if (checked !== null) setLast(checked)
    }
    return checked
  }, [drafts, personId])
  useEffect(() => {
    if (personId === null) return
    const savers = [drafts.topic, drafts.shared, drafts.response(personId)]
    const checkWhenSaved = () => {
      const kinds = savers.map((saver) => saver.status().kind)
      const isSettled = kinds.every((kind) => kind === 'saved' || kind === 'untouched')
      if (isSettled && kinds.includes('saved')) void check()
    }
    const ends = savers.map((saver) => saver.subscribe(checkWhenSaved))
    // What was typed into another note a moment ago is on its way to the disk.
    void drafts.flush().then(check)
    return () => {
      for (const end of ends) end()
      newest.current += 1
    }
  }, [drafts, personId, check])
  return { checked: last?.personId === personId ? last : null, failure, check }
}
