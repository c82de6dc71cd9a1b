import { useMemo } from 'react'
import type { Sitter } from './arrange-seats.ts'
import { useLive } from './live-context.ts'

/** Who has a seat. The same list for as long as it is the same people, so that seats are not laid out for every event. */
export function useSitters(): readonly Sitter[] {
  const { seated } = useLive()
  const key = seated.map(({ personId, isFacilitator }) => `${personId}${isFacilitator ? '!' : ''}`).join(' ')
  return useMemo(
    () => seated.map(({ personId, isFacilitator }) => ({ personId, isFacilitator })),
    // oxlint-disable-next-line react/exhaustive-deps -- the key stands for the people
    [key],
  )
}
