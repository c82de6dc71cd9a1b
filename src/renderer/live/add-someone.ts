import type { Desk } from './handle-key.ts'

/** The key +: somebody who came unexpectedly. Concealed, the core takes no names: better said before one is typed. */
export function addSomeone({ live, change }: Pick<Desk, 'live' | 'change'>): void {
  if (live.state.stage === 'ended') return change({ hint: 'The session is closed.' })
  if (live.isConcealed)
    return change({ hint: 'Names are concealed. Press Esc to bring them back, then add someone.' })
  change({ sheet: 'add' })
}
