import { createContext } from 'react'

/** Asks for a backup to restore; null where none can be restored, which is so while a vault is open. */
export const RestoreContext = createContext<(() => void) | null>(null)
