import { Circle, Coffee, RectangleHorizontal } from 'lucide-react'
import type { PhaseKind } from '../../shared/agenda/phase.ts'

export const phaseKinds = [
  { id: 'plain', name: 'Phase', icon: RectangleHorizontal },
  { id: 'round', name: 'Round: each member has a turn', icon: Circle },
  { id: 'break', name: 'Break', icon: Coffee },
] as const satisfies readonly { readonly id: PhaseKind; readonly name: string; readonly icon: unknown }[]

/** A phase in one sentence, for those who hear the plot. */
export function phaseSentence(phase: {
  readonly name: string
  readonly minutes: number
  readonly kind: PhaseKind
  readonly isProtected: boolean
}): string {
  const kind = phase.kind === 'plain' ? [] : [phase.kind]
  return [phase.name, `${phase.minutes} min`, ...kind, ...(phase.isProtected ? ['protected'] : [])].join(', ')
}
