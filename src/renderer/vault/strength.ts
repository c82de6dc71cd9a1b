import { satisfiesPassphraseRule } from '../../shared/vault/passphrase-rule.ts'

/** What a guesser's dictionary makes of a passphrase; from the estimator, which knows no rule of ours. */
export interface Estimate {
  /** Guesses it would take, as a power of ten. */
  readonly guessesLog10: number
  readonly holdsDate: boolean
}

export type Strength = 'too-short' | 'guessable' | 'good' | 'strong'

export interface Judgement {
  readonly strength: Strength
  /** How far round the ring, 0 to 1: a quarter for each strength. */
  readonly fraction: number
  readonly meetsRule: boolean
  readonly holdsName: boolean
  readonly holdsDate: boolean
}

// A guess costs a tenth of a second here. At 10^11 guesses even a thousand machines need months, at 10^22 longer than any
// record is kept. The estimator counts word phrases generously, so the second threshold is set above four plain words.
const goodAt = 11
const strongAt = 22
const enough = 30

/** Judges a passphrase by the rule, by the name of the person it belongs to, and by the estimate. */
export function judge(passphrase: string, estimate: Estimate, name: string): Judgement {
  const facts = {
    meetsRule: satisfiesPassphraseRule(passphrase),
    holdsName: holdsNameOf(name, passphrase),
    holdsDate: estimate.holdsDate,
  }
  const guesses = estimate.guessesLog10
  if (!facts.meetsRule) {
    const share = Math.min(1, Array.from(passphrase.trim()).length / 12)
    return { strength: 'too-short', fraction: within(0, share), ...facts }
  }
  if (facts.holdsName || guesses < goodAt) {
    return { strength: 'guessable', fraction: within(1, guesses / goodAt), ...facts }
  }
  if (guesses < strongAt) {
    return { strength: 'good', fraction: within(2, (guesses - goodAt) / (strongAt - goodAt)), ...facts }
  }
  return { strength: 'strong', fraction: within(3, (guesses - strongAt) / (enough - strongAt)), ...facts }
}

/** What nobody may choose: less than the rule asks, or the own name. The rest is advice. */
export function isAllowedFor(passphrase: string, name: string): boolean {
  return satisfiesPassphraseRule(passphrase) && !holdsNameOf(name, passphrase)
}

/** A place in one quarter of the ring, so that the bead always stands in the quarter of its word. */
function within(quarter: number, share: number): number {
  return (quarter + Math.min(1, Math.max(0.04, share))) / 4
}

/** Whether a part of the name stands in the passphrase: long parts anywhere, short ones as a word of their own. */
export function holdsNameOf(name: string, passphrase: string): boolean {
  const text = fold(passphrase)
  const words = new Set(wordsOf(text))
  return wordsOf(fold(name)).some((part) =>
    part.length >= 4 ? text.includes(part) : part.length > 1 && words.has(part),
  )
}

function wordsOf(text: string): readonly string[] {
  return text.match(/[\p{L}\p{N}]+/gu) ?? []
}

function fold(text: string): string {
  return text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase()
}
