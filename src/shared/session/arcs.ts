import type { PersonId } from '../ids.ts'
import type { Turn } from './state.ts'

/** How often one person took the floor after another. */
export interface Arc {
  readonly fromId: PersonId
  readonly toId: PersonId
  readonly count: number
}

/** Whoever takes the floor after a longer silence (a break, a film, an exercise) follows nobody. */
export const longestSilenceMs = 2 * 60_000

/**
 * Who spoke after whom, most frequent first. A turn follows the last person who was heard before it began: of those who
 * still had the floor the one who took it last, since coming in beside someone is an answer too; else the one whose turn
 * ended last. Taking the floor again after oneself is no handover. Session time throughout; facilitators count.
 *
 * Made from tapped turns alone: the sampling mode knows that people were heard, and not after whom.
 */
export function findArcs(turns: readonly Turn[]): Arc[] {
  const arcs = new Map<string, Arc>()
  const followed = turnsFollowed(turns)
  for (const [index, turn] of turns.entries()) {
    const before = followed[index]
    if (before !== undefined) count(arcs, before, turn)
  }
  return [...arcs.values()].toSorted((a, b) => b.count - a.count)
}

/** For each turn the one that it follows, by the same rule; undefined where it follows nobody. */
export function turnsFollowed(turns: readonly Turn[]): (Turn | undefined)[] {
  let speaking: readonly Turn[] = []
  let lastOver: Turn | undefined
  return turns.map((turn) => {
    for (const before of speaking) {
      // Of turns that ended together the later one counts.
      if (isOverAt(before, turn) && endOf(before) >= endOf(lastOver)) lastOver = before
    }
    speaking = speaking.filter((before) => !isOverAt(before, turn))
    const beside = speaking.findLast(({ personId }) => personId !== turn.personId)
    const before = beside ?? (turn.startMs - endOf(lastOver) <= longestSilenceMs ? lastOver : undefined)
    speaking = [...speaking, turn]
    return before?.personId === turn.personId ? undefined : before
  })
}

function count(arcs: Map<string, Arc>, { personId: fromId }: Turn, { personId: toId }: Turn): void {
  const key = `${fromId} ${toId}`
  arcs.set(key, { fromId, toId, count: (arcs.get(key)?.count ?? 0) + 1 })
}

function isOverAt({ endMs }: Turn, { startMs }: Turn): boolean {
  return endMs !== null && endMs <= startMs
}

function endOf(turn: Turn | undefined): number {
  return turn?.endMs ?? -Infinity
}
