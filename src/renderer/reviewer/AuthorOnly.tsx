import type { ReactNode } from 'react'
import { useRole } from './role.tsx'

/** What a reviewer cannot do: not shown to them, rather than shown and refused. */
export function AuthorOnly({ children }: { readonly children: ReactNode }) {
  return useRole() === 'author' ? children : null
}
