import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { Failure } from '../../shared/ipc/failure.ts'
import { useAct } from '../app/api.ts'
import type { Remark } from './remark.ts'
import type { Signable } from './signable.ts'
import { overriddenBy, standsBefore } from './sign-note.ts'
import type { Drafts } from './use-drafts.ts'
import type { Review } from './use-review.ts'

interface Signing {
  /** Signs what is written, unless something is to be looked at first. */
  readonly sign: () => void
  readonly isBusy: boolean
  readonly failure: Failure | null
  /** What kept it from being signed when that was last asked for. */
  readonly before: readonly Remark[]
}

interface SigningSettings {
  readonly drafts: Drafts
  readonly review: Review
  readonly writing: Signable | null
  readonly onSigned: () => void
}

/** The signature: what is signed is what is on the disk, so everything is saved and looked at once more. */
export function useSign({ drafts, review, writing, onSigned }: SigningSettings): Signing {
  const queries = useQueryClient()
  const { act, failure } = useAct()
  const isBusy = useRef(false)
  const [shownBusy, setShownBusy] = useState(false)
  const [held, setHeld] = useState<{ readonly key: string; readonly remarks: readonly Remark[] }>()
  const isTried = held !== undefined && held.key === writing?.key

  async function signOnce(signable: Signable): Promise<void> {
    const seen = review.remarks
    if (!(await drafts.flush())) return
    const fresh = await review.ask()
    if (fresh === null) return
    const remarks = standsBefore(fresh, seen, review.isMeantSo)
    setHeld({ key: signable.key, remarks })
    if (remarks.length > 0) return
    const answer = await signable.sign(act, overriddenBy(fresh))
    if (!answer.ok) return
    // The page shows the log as it was read; now there is more of it.
    await queries.invalidateQueries({ queryKey: ['session.open'] })
    onSigned()
  }

  return {
    isBusy: shownBusy,
    failure: isTried ? failure : null,
    before: isTried ? held.remarks : [],
    sign() {
      if (writing === null || isBusy.current || !writing.isWritten()) return
      isBusy.current = true
      setShownBusy(true)
      void signOnce(writing).finally(() => {
        isBusy.current = false
        setShownBusy(false)
      })
    },
  }
}
