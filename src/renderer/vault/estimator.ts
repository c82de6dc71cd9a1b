import { ZxcvbnFactory } from '@zxcvbn-ts/core'
import { adjacencyGraphs, dictionary as commonWords } from '@zxcvbn-ts/language-common'
import { dictionary as englishWords } from '@zxcvbn-ts/language-en'
import type { Estimate } from './strength.ts'

const zxcvbn = new ZxcvbnFactory({ dictionary: { ...commonWords, ...englishWords }, graphs: adjacencyGraphs })

/** Asks zxcvbn, with the words about a person that a guesser would try first. */
export function estimate(passphrase: string, personal: readonly string[]): Estimate {
  const result = zxcvbn.check(passphrase, [...personal])
  return {
    guessesLog10: result.guessesLog10,
    holdsDate: result.sequence.some((match) => match.pattern === 'date' || match.pattern === 'regex'),
  }
}
