import {
  createContext,
  use,
  useCallback,
  useEffect,
  useMemo,
  useState,
  useSyncExternalStore,
  type ReactNode,
} from 'react'
import { useRead } from '../app/api.ts'
import { useSaveBeforeLock } from '../app/lock.ts'
import { Announced } from '../ui/Announced.tsx'
import { createDraftStore, type DraftStore } from './draft-store.ts'
import { signedWords } from './follow-up-words.ts'

interface FollowUpDrafts extends Omit<DraftStore, 'subscribe' | 'version'> {
  /** False until it is known what was begun before: until then nothing is to be typed over it. */
  readonly isReady: boolean
  /** Says to those who hear the screen that it is signed. What it was about stays unsaid. */
  readonly tellSigned: () => void
}

const unread = createDraftStore([])
const DraftsContext = createContext<FollowUpDrafts>({
  ...unread,
  isReady: false,
  tellSigned: () => undefined,
})

/**
 * Words that were begun and not signed. They wait here, and on the disk, while the dialog is closed, the names are
 * concealed, another screen is shown or the vault is locked.
 */
export function FollowUpDraftsProvider({ children }: { readonly children: ReactNode }) {
  const read = useRead('follow-up.drafts', {})
  const [store, setStore] = useState<DraftStore>(unread)
  if (store === unread && read.status === 'ready') setStore(createDraftStore(read.value))
  const version = useSyncExternalStore(store.subscribe, store.version)
  const [signedCount, setSignedCount] = useState(0)
  // What cannot be saved stays here, whatever screen is shown: it is no reason to stay on one.
  useSaveBeforeLock(useCallback(() => store.flush().then(() => true), [store]))
  useEffect(() => {
    const flush = () => void store.flush()
    window.addEventListener('pagehide', flush)
    return () => window.removeEventListener('pagehide', flush)
  }, [store])
  const drafts = useMemo(
    () => ({
      ...store,
      version,
      isReady: store !== unread,
      tellSigned: () => setSignedCount((before) => before + 1),
    }),
    [store, version],
  )
  return (
    <DraftsContext value={drafts}>
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
