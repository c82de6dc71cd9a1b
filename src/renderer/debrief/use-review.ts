import { useState } from 'react'
import type { Failure } from '../../shared/ipc/failure.ts'
import type { DraftTexts } from './draft-texts.ts'
import { lettered, remarksOf, type Remark } from './remark.ts'
import type { Signable } from './signable.ts'
import { useCheck } from './use-check.ts'
import { useAnyChange, type Drafts } from './use-drafts.ts'

export interface Review {
  /** What is asked now about what is written, answered ones left out. */
  readonly remarks: readonly Remark[]
  /** What was asked and is meant so. */
  readonly meantSo: readonly Remark[]
  readonly failure: Failure | null
  /** Asks anew; answers everything that is asked. Null where it could not be asked. */
  readonly ask: () => Promise<readonly Remark[] | null>
  /** The clinician decides otherwise; the log keeps that with the signature. */
  readonly meanSo: (remark: Remark) => void
  readonly isMeantSo: (remark: Remark) => boolean
  /** Asks again after all. */
  readonly takeBack: (remark: Remark) => void
}

const nothing: Signable['savers'] = []

/** The remarks on the open note, or on what is added to it. */
export function useReview(drafts: Drafts, writing: Signable | null): Review {
  const { checked, failure, check } = useCheck(drafts, writing)
  const [meant, setMeant] = useState<ReadonlySet<string>>(new Set())
  const [askedKey, setAskedKey] = useState<string | null>(null)
  useAnyChange(writing?.savers ?? nothing)
  const key = writing?.key ?? null
  const texts = writing?.texts() ?? null
  const found = checked === null || texts === null ? [] : remarksOf(checked, texts)
  const all = texts === null || askedKey === key ? found : withoutEarly(found, texts)
  const keyOf = (remark: Remark) => `${key} ${remark.key}`
  const isMeantSo = (remark: Remark) => meant.has(keyOf(remark))
  return {
    remarks: lettered(all.filter((remark) => !isMeantSo(remark))),
    meantSo: all.filter(isMeantSo),
    failure,
    async ask() {
      setAskedKey(key)
      const fresh = await check()
      return fresh === null ? null : remarksOf(fresh, fresh.texts)
    },
    meanSo: (remark) => setMeant((before) => new Set([...before, keyOf(remark)])),
    isMeantSo,
    takeBack: (remark) => setMeant((before) => new Set([...before].filter((one) => one !== keyOf(remark)))),
  }
}

/** Nobody is told what is missing while they are still writing: it is said when they sign, or have written both. */
function withoutEarly(remarks: readonly Remark[], { response }: DraftTexts): readonly Remark[] {
  const isWritten = response.response.trim() !== '' && response.plan.trim() !== ''
  return isWritten ? remarks : remarks.filter(({ finding }) => finding.guard !== 'missing')
}
