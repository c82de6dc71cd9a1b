import { createContext, use, useState, type ReactNode } from 'react'
import type { SessionView } from '../../shared/review/session-view.ts'
import { allSessions, isSameView } from './built-in-views.ts'

/** Where somebody was in the table before they opened a session. */
interface Remembered {
  readonly viewId: string
  readonly view: SessionView
  readonly chosenId: string | null
}

interface Memory {
  /** Null before anybody was there. */
  readonly recall: () => Remembered | null
  readonly keep: (place: Remembered) => void
  /** How far it was scrolled. */
  readonly topPx: () => number
  readonly keepTop: (topPx: number) => void
}

function createMemory(): Memory {
  let place: Remembered | null = null
  let topPx = 0
  return {
    recall: () => place,
    keep(next) {
      place = next
    },
    topPx: () => topPx,
    keepTop(next) {
      topPx = next
    },
  }
}

const MemoryContext = createContext(createMemory())

/** Keeps the place in the table of sessions until the vault is locked. */
export function SessionsMemoryProvider({ children }: { readonly children: ReactNode }) {
  const [memory] = useState(createMemory)
  return <MemoryContext value={memory}>{children}</MemoryContext>
}

export function useSessionsMemory(): Memory {
  return use(MemoryContext)
}

/** Whether the screen begins with the newest sessions, as it does unless somebody comes back to another place in it. */
export function useBeginsAtTop(): boolean {
  const memory = useSessionsMemory()
  const [isAtTop] = useState(() => {
    const before = memory.recall()
    return before === null || (memory.topPx() === 0 && isSameView(before.view, allSessions))
  })
  return isAtTop
}
