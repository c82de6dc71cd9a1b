import type { PersonId } from '../../shared/ids.ts'
import { useRead } from '../app/api.ts'

interface MemberPageProps {
  readonly personId: PersonId
}

/** How is this person doing over time? */
export function MemberPage({ personId }: MemberPageProps) {
  const goals = useRead('goals.read', { personId })
  return <div aria-busy={goals.status === 'reading'} />
}
