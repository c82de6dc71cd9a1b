import type { PersonId, SessionId } from '../../shared/ids.ts'
import type { TimeWords } from '../../shared/record/member-facts.ts'
import { useRead } from '../app/api.ts'
import { FileList } from './FileList.tsx'

interface MadeFilesProps {
  readonly sessionId: SessionId
  readonly nameOf: (personId: PersonId) => string | undefined
  readonly timeWords: TimeWords
}

/** What was made of this session, the newest first. */
export function MadeFiles({ sessionId, nameOf, timeWords }: MadeFilesProps) {
  return (
    <FileList
      title="Made of this session"
      listed={useRead('export.list', { sessionId })}
      nameOf={nameOf}
      timeWords={timeWords}
      onRemoveAll={(deleting) => void deleting.removeAll(sessionId)}
    />
  )
}
