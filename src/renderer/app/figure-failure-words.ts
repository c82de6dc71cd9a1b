import type { Failure } from '../../shared/ipc/failure.ts'
import { counted } from '../../shared/count.ts'
import type { FailureWords } from './failure-words.ts'

/** Failures whose words have a figure in them. */
export type WithFigure = LostTail | TooManyTries

type LostTail = Extract<Failure, { readonly lostChanges: number }>
type TooManyTries = Extract<Failure, { readonly code: 'too-many-tries' }>

export function figureWords(failure: WithFigure): FailureWords {
  return failure.code === 'too-many-tries' ? waitWords(failure) : lostTailWords(failure)
}

function waitWords({ waitMs }: TooManyTries): FailureWords {
  return {
    happened: 'Several tries in a row were wrong, so the next one has to wait.',
    safe: 'The vault is as it was, and what you typed was not tried.',
    next: `Type it again in ${counted(Math.ceil(waitMs / 1_000), 'second')}. The recovery code from your paper opens the vault too; it waits as long.`,
  }
}

function lostTailWords({ code, lostChanges }: LostTail): FailureWords {
  const [what, other] =
    code === 'damaged-record-log'
      ? ['the record', 'Private notes are']
      : ['the private notes', 'The record is']
  return {
    happened: `The newest changes to ${what} are damaged on the disk: ${counted(lostChanges, 'change')} at least.`,
    safe: `Everything before them is whole, and the console changed nothing. ${other} in another file.`,
    next: 'Its author can open the vault without them. They were the last ones before the console ended: look there first, and write again what is missing. The damaged part is kept in the vault folder.',
  }
}
