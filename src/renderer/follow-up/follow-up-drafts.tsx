import { createContext, use, useCallback, useMemo, useState, type ReactNode } from 'react'
import type { SessionId } from '../../shared/ids.ts'
import { call } from '../app/api.ts'
import { useKeepAtLock } from '../app/lock.ts'
import { readNow } from '../app/core-clock.ts'
import { Announced } from '../ui/Announced.tsx'
import type { FollowUpView } from './follow-up-view.ts'
import { signedWords, unsignedNote } from './follow-up-words.ts'

type About = Pick<FollowUpView, 'sessionId' | 'mark' | 'openedAtMs'>

interface FollowUpDrafts {
  readonly textOf: (about: Pick<About, 'sessionId' | 'mark'>) => string
  readonly change: (about: About, text: string) => void
  /** Lets the words go, which are in the record now, and says so to those who hear the screen. */
  readonly sign: (about: About) => void
}

interface Draft {
  readonly sessionId: SessionId
  readonly openedAtMs: number
  readonly text: string
}

const DraftsContext = createContext<FollowUpDrafts>({
  textOf: () => '',
  change: () => undefined,
  sign: () => undefined,
})

/**
 * Words that were begun and not signed. They wait here while the dialog is closed, the names are concealed or another
 * screen is shown; a signature is given by nobody else, so that at the lock they become a record note of their session.
 */
export function FollowUpDraftsProvider({ children }: { readonly children: ReactNode }) {
  const [drafts, setDrafts] = useState<ReadonlyMap<string, Draft>>(new Map())
  const [signedCount, setSignedCount] = useState(0)
  const keep = useCallback(() => Promise.all(Array.from(drafts.values(), keepAsNote)), [drafts])
  useKeepAtLock(keep)
  const value = useMemo<FollowUpDrafts>(
    () => ({
      textOf: (about) => drafts.get(keyOf(about))?.text ?? '',
      change: ({ sessionId, mark, openedAtMs }, text) =>
        setDrafts((before) =>
          new Map(before).set(keyOf({ sessionId, mark }), { sessionId, openedAtMs, text }),
        ),
      sign: (about) => {
        setDrafts((before) => new Map([...before].filter(([key]) => key !== keyOf(about))))
        setSignedCount((before) => before + 1)
      },
    }),
    [drafts],
  )
  return (
    <DraftsContext value={value}>
      {children}
      <Announced>
        <output>{signedWords(signedCount)}</output>
      </Announced>
    </DraftsContext>
  )
}

export function useFollowUpDrafts(): FollowUpDrafts {
  return use(DraftsContext)
}

function keyOf({ sessionId, mark }: Pick<About, 'sessionId' | 'mark'>): string {
  return `${sessionId} ${mark}`
}

async function keepAsNote({ sessionId, openedAtMs, text }: Draft): Promise<void> {
  if (text.trim() === '') return
  const zone = readNow()?.zone ?? 'UTC'
  await call('session.record-note', { sessionId, text: unsignedNote(text, openedAtMs, zone) })
}
