import type { PersonId } from '../../shared/ids.ts'
import { useRead } from '../app/api.ts'

const nobody: ReadonlySet<PersonId> = new Set()

/** Who was discharged or removed, and is not in care now. */
export function useGone(): ReadonlySet<PersonId> {
  const standings = useRead('care.standings', {})
  if (standings.status !== 'ready') return nobody
  const { dischargedIds, removedIds } = standings.value
  return new Set([...dischargedIds, ...removedIds])
}
