import type { Turn } from './state.ts'

/**
 * The list of turns that one fold is making. Nobody else has seen it, so it may be written into: copying thousands of
 * turns at every tap of a long log costs more than all the rest of folding it.
 */
export interface OwnTurns {
  list: Turn[] | null
}

export function noTurns(): OwnTurns {
  return { list: null }
}

/** To be called before a state that has the list is kept: it is never written into again. */
export function letGo(owned: OwnTurns): void {
  owned.list = null
}

/** `turns` to write into: the list itself where it is the fold's own, otherwise a copy, which is its own from now on. */
export function own(owned: OwnTurns, turns: readonly Turn[]): Turn[] {
  if (owned.list !== turns) owned.list = [...turns]
  return owned.list
}
