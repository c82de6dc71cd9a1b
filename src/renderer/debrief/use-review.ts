import { useMemo, useState } from 'react'
import type { PersonId } from '../../shared/ids.ts'
import type { Failure } from '../../shared/ipc/failure.ts'
import type { DraftTexts } from './draft-texts.ts'
import { remarksOf, type Remark } from './remark.ts'
import { useCheck } from './use-check.ts'
import { textsOf, useAnyChange, type Drafts } from './use-drafts.ts'

export interface Review {
  /** What is asked now about the open note, answered ones left out. */
  readonly remarks: readonly Remark[]
  /** What was asked and is meant so. */
  readonly meantSo: readonly Remark[]
  readonly failure: Failure | null
  /** Asks anew; answers everything that is asked of what is on the disk. Null where it could not be asked. */
  readonly ask: () => Promise<readonly Remark[] | null>
  /** The clinician decides otherwise; the log keeps that with the signature. */
  readonly meanSo: (remark: Remark) => void
  readonly isMeantSo: (remark: Remark) => boolean
  /** Asks again after all. */
  readonly takeBack: (remark: Remark) => void
}

/** The remarks on the open note. */
export function useReview(drafts: Drafts, personId: PersonId | null): Review {
  const { checked, failure, check } = useCheck(drafts, personId)
  const [meant, setMeant] = useState<ReadonlySet<string>>(new Set())
  const [askedId, setAskedId] = useState<PersonId | null>(null)
  const savers = useMemo(
    () => (personId === null ? [] : [drafts.topic, drafts.shared, drafts.response(personId)]),
    [drafts, personId],
  )
  useAnyChange(savers)
  const texts = personId === null ? null : textsOf(drafts, personId)
  const found = checked === null || texts === null ? [] : remarksOf(checked, texts)
  const all = texts === null || askedId === personId ? found : withoutEarly(found, texts)
  const keyOf = ({ key }: Remark) => `${personId} ${key}`
  const isMeantSo = (remark: Remark) => meant.has(keyOf(remark))
  return {
    remarks: all.filter((remark) => !isMeantSo(remark)),
    meantSo: all.filter(isMeantSo),
    failure,
    async ask() {
      setAskedId(personId)
      const fresh = await check()
      return fresh === null ? null : remarksOf(fresh, fresh.texts)
    },
    meanSo: (remark) => setMeant((before) => new Set([...before, keyOf(remark)])),
    isMeantSo,
    takeBack: (remark) => setMeant((before) => new Set([...before].filter((key) => key !== keyOf(remark)))),
  }
}

/** Nobody is told what is missing while they are still writing: it is said when they sign, or have written both. */
function withoutEarly(remarks: readonly Remark[], { response }: DraftTexts): readonly Remark[] {
  const isWritten = response.response.trim() !== '' && response.plan.trim() !== ''
  return isWritten ? remarks : remarks.filter(({ finding }) => finding.guard !== 'missing')
}
