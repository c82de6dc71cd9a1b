import { createContext } from 'react'

/** Opens the way to what can be read of a damaged vault; null where there is none, which is so while a vault is open. */
export const MendContext = createContext<(() => void) | null>(null)
