import type { Part2 } from '../session/vocabulary.ts'
import type { DisclosureDraft } from './disclosure.ts'

interface LedgerMember {
  readonly name: string
  readonly chartId: string
}

/** An entry as a paper shows it. Numbers count the entries of this ledger in the order in which they were entered. */
export interface LedgerEntry extends DisclosureDraft {
  readonly number: number
  /** Whose record it was; null in the ledger of one member, which knows nobody else. */
  readonly member: LedgerMember | null
  readonly enteredAtMs: number
  readonly enteredBy: string
  readonly corrects: number | null
  readonly correctedBy: number | null
}

/**
 * Everything that a ledger of disclosures shows: of one member, which they may ask for, or of all, for the clinic alone.
 * Unlike the account of 45 CFR 164.528 and 42 CFR 2.25, which goes back some years, it leaves out nothing.
 */
export interface DisclosureLedgerFacts {
  readonly clinic: string
  /** Of one member: what any of their groups is under. Of all: what any group is under. */
  readonly part2: Part2
  readonly zone: string
  /** The day up to which it tells (`2026-11-24`). */
  readonly asOf: string
  readonly member: LedgerMember | null
  /** The last day first. */
  readonly entries: readonly LedgerEntry[]
}

/** As neutral as every name of a file: `2026-11-24-7K2Q-disclosures.pdf`. */
export function ledgerFileName(
  { asOf }: Pick<DisclosureLedgerFacts, 'asOf'>,
  code: string,
  extension: 'pdf' | 'csv',
): string {
  return `${asOf}-${code}-disclosures.${extension}`
}
