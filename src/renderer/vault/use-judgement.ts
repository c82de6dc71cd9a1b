import { useDeferredValue, useEffect, useMemo, useState } from 'react'
import type { Person } from './person.ts'
import { judge, type Estimate, type Judgement } from './strength.ts'

type Estimator = (passphrase: string, personal: readonly string[]) => Estimate

const unknown: Estimate = { guessesLog10: 0, holdsDate: false }

/** Judges while somebody types, a moment behind, so that the field never waits for the dictionaries. */
export function useJudgement(passphrase: string, person: Person): Judgement {
  const [estimator, setEstimator] = useState<Estimator | null>(null)
  useEffect(() => {
    let isGone = false
    // A megabyte of words that is needed once in a vault's life.
    const load = async () => {
      const { estimate } = await import('./estimator.ts')
      if (!isGone) setEstimator(() => estimate)
    }
    void load()
    return () => {
      isGone = true
    }
  }, [])
  const settled = useDeferredValue(passphrase)
  return useMemo(() => {
    const personal = `${person.name} ${person.clinic} ${person.credentials}`
      .split(/\s+/)
      .filter((word) => word !== '')
    return judge(settled, estimator?.(settled, personal) ?? unknown, person.name)
  }, [settled, estimator, person])
}
