import { useCallback, useEffect, useRef, useState } from 'react'
import type { Failure } from '../../shared/ipc/failure.ts'
import type { Checked } from './remark.ts'
import type { Signable } from './signable.ts'
import type { Drafts } from './use-drafts.ts'

interface Check {
  /** What the guards last asked about these words; null until they did. */
  readonly checked: Checked | null
  readonly failure: Failure | null
  /** Asks them again. Null where that failed. */
  readonly check: () => Promise<Checked | null>
}

/** Asks the guards about what is written: when it is opened, and after each of its texts has reached the disk. */
export function useCheck(drafts: Drafts, writing: Signable | null): Check {
  const [last, setLast] = useState<(Checked & { readonly key: string }) | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const newest = useRef(0)
  const check = useCallback(async () => {
    if (writing === null) return null
    newest.current += 1
    const asked = newest.current
    const texts = writing.texts()
    const answer = await writing.askGuards()
    const checked = answer.ok ? { key: writing.key, texts, findings: answer.value } : null
    // An answer that comes late says nothing about what was asked since.
    if (asked === newest.current) {
      setFailure(answer.ok ? null : answer.error)
      if (checked !== null) setLast(checked)
    }
    return checked
  }, [writing])
  useEffect(() => {
    if (writing === null) return
    const { savers } = writing
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
  }, [drafts, writing, check])
  return { checked: last?.key === writing?.key ? last : null, failure, check }
}
