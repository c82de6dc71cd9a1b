import { useCallback, useEffect } from 'react'
import { useAct, usePush } from './api.ts'

type Save = () => Promise<unknown>

const saves = new Set<Save>()

/** Locks the vault. A running session goes on; the window shows the unlock screen once the core has let go of the keys. */
export function useLock(): () => void {
  const { act } = useAct()
  return useCallback(() => {
    void lockOnceKept(async () => {
      if (await isWanted()) await act('vault.lock', {})
    })
  }, [act])
}

/** Locks for somebody who is not there to be asked. */
export function useLockUnasked(): () => void {
  const { act } = useAct()
  return useCallback(() => void lockOnceKept(() => act('vault.lock', {})), [act])
}

/** Locks when somebody leaves the computer. */
export function useLockOnLeaving(): void {
  usePush('vault.left', useLockUnasked())
}

// What is typed reaches the disk first, or is refused there: then the lock is still what was asked for. How long that takes
// is the disk's to say, so nothing is shown meanwhile.
async function lockOnceKept(lock: () => Promise<unknown>): Promise<void> {
  coverUp(true)
  await saveAll()
  await lock().finally(() => coverUp(false))
}

let saving: Promise<unknown> | null = null

// A lid that closes tells of a locked screen and of a sleep, and a key that is held down asks again and again.
function saveAll(): Promise<unknown> {
  saving ??= Promise.allSettled(Array.from(saves, (save) => save())).finally(() => {
    saving = null
  })
  return saving
}

async function isWanted(): Promise<boolean> {
  if (question === null) return true
  coverUp(false)
  const wanted = await question()
  coverUp(wanted)
  return wanted
}

/** Everything stays where it is, and none of it can be seen: cover.css. */
function coverUp(isCovered: boolean): void {
  document.documentElement.toggleAttribute('data-covered', isCovered)
}

let question: (() => Promise<boolean>) | null = null

/** While the component is there, locking asks first, and does not happen when the answer is no. */
export function useQuestionBeforeLock(ask: () => Promise<boolean>): void {
  useEffect(() => {
    question = ask
    return () => {
      question = null
    }
  }, [ask])
}

/** Goes on once everything that was typed is on the disk; where it cannot be, what was wanted does not happen. */
export async function whenSaved(goOn: () => void): Promise<void> {
  const saved = await Promise.all(Array.from(saves, (save) => save()))
  if (!saved.includes(false)) goOn()
}

/** While the component is there, locking waits for `save`: nothing that was typed is lost to the lock. */
export function useSaveBeforeLock(save: Save): void {
  useEffect(() => {
    saves.add(save)
    return () => void saves.delete(save)
  }, [save])
}
