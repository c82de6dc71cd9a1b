import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect } from 'react'
import type { PrivacyMeasure } from '../../shared/ipc/privacy-calls.ts'
import { useRead, type Read } from '../app/api.ts'

/** While somebody looks at it, a figure is never older than this. */
const everyMs = 5_000

interface Measuring {
  readonly read: Read<PrivacyMeasure>
  readonly again: () => void
}

/** Measures when somebody comes to look, again and again while they do, and when they ask. */
export function useMeasure(): Measuring {
  const queries = useQueryClient()
  const read = useRead('privacy.measure', {})
  const again = useCallback(
    () => void queries.invalidateQueries({ queryKey: ['privacy.measure'] }),
    [queries],
  )
  useEffect(() => {
    const timer = setInterval(again, everyMs)
    return () => clearInterval(timer)
  }, [again])
  return { read, again }
}
