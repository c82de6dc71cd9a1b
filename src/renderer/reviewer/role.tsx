import { createContext, use } from 'react'

/** Who has the vault open in this window. */
export type Role = 'author' | 'reviewer'

export const RoleContext = createContext<Role>('author')

/** What a reviewer cannot do is not shown to them: the core would refuse it. */
export function useRole(): Role {
  return use(RoleContext)
}
