import type { SessionId } from '../../shared/ids.ts'
import { useRead } from '../app/api.ts'

interface SessionPageProps {
  readonly sessionId: SessionId
}

/** What happened in this one? */
export function SessionPage({ sessionId }: SessionPageProps) {
  const opened = useRead('session.open', { sessionId })
  return <div aria-busy={opened.status === 'reading'} />
}
