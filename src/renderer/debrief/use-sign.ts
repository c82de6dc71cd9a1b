import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { PersonId } from '../../shared/ids.ts'
import type { Failure } from '../../shared/ipc/failure.ts'
import type { Seated } from '../live/seated.ts'
import { useAct } from '../app/api.ts'
import type { Remark } from './remark.ts'
import { overriddenBy, standsBefore } from './sign-note.ts'
import type { Drafts } from './use-drafts.ts'
import type { Review } from './use-review.ts'

interface Signing {
  /** Signs the open note, unless something is to be looked at first. */
  readonly sign: () => void
  readonly isBusy: boolean
  readonly failure: Failure | null
  /** What kept the note from being signed when that was last asked for. */
  readonly before: readonly Remark[]
}

interface SigningSettings {
  readonly drafts: Drafts
  readonly review: Review
  readonly openId: PersonId | null
  /** Whose note comes after the open one. */
  readonly next: Seated | null
  readonly onSigned: (next: Seated | null) => void
}

/** The signature: what is signed is what is on the disk, so everything is saved and looked at once more. */
export function useSign({ drafts, review, openId, next, onSigned }: SigningSettings): Signing {
  const queries = useQueryClient()
  const { act, failure } = useAct()
  const isBusy = useRef(false)
  const [shownBusy, setShownBusy] = useState(false)
  const [held, setHeld] = useState<{ readonly personId: PersonId; readonly remarks: readonly Remark[] }>()

  async function signOnce(personId: PersonId): Promise<void> {
    const seen = review.remarks
    if (!(await drafts.flush())) return
    const fresh = await review.ask()
    if (fresh === null) return
    const remarks = standsBefore(fresh, seen, review.isMeantSo)
    setHeld({ personId, remarks })
    if (remarks.length > 0) return
    const { sessionId } = drafts
    const answer = await act('note.sign', { sessionId, personId, overridden: overriddenBy(fresh) })
    if (!answer.ok) return
    // The page shows the log as it was read; now there is more of it.
    await queries.invalidateQueries({ queryKey: ['session.open'] })
    onSigned(next)
  }

  return {
    isBusy: shownBusy,
    failure,
    before: held !== undefined && held.personId === openId ? held.remarks : [],
    sign() {
      if (openId === null || isBusy.current) return
      isBusy.current = true
      setShownBusy(true)
      void signOnce(openId).finally(() => {
        isBusy.current = false
        setShownBusy(false)
      })
    },
  }
}
