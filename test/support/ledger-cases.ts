import type { DisclosureLedgerFacts, LedgerEntry } from '../../src/shared/record/disclosure-ledger.ts'
import type { DocumentStamp } from '../../src/shared/record/document-stamp.ts'

/** Ledgers for the tests of what is printed: plainly invented people, and moments that stand still. */

export const ledgerStamp: DocumentStamp = {
  kind: 'disclosure-ledger',
  sessionId: null,
  personId: null,
  code: '7K2Q',
  version: 3,
  contentHash: '4e91c07a1b2c3d4e'.repeat(4),
  fileName: '2026-11-24-7K2Q-disclosures.pdf',
}

const hourMs = 3_600_000
const enteredAtMs = Date.UTC(2026, 10, 25, 2, 31)

export function ledgerEntry(number: number, changed: Partial<LedgerEntry> = {}): LedgerEntry {
  return {
    number,
    member: null,
    disclosedOn: '2026-11-24',
    what: `Group progress note, session of 2026-11-24, 5AE1-3F, version ${number}`,
    recipient: 'Riverbend Primary Care, 4 Elm Street, Port Sample',
    purpose: 'care coordination',
    consentReference: '0417-3 of 2 September 2026',
    enteredAtMs: enteredAtMs + number * hourMs,
    enteredBy: 'Nora Field',
    corrects: null,
    correctedBy: null,
    ...changed,
  }
}

export const dee = { name: 'Dee Sample', chartId: '0417' }

/** The ledger of one member; the newest entry first. */
export function ledgerOf(
  entries: readonly LedgerEntry[],
  changed: Partial<DisclosureLedgerFacts> = {},
): DisclosureLedgerFacts {
  return {
    clinic: 'Harbor Street Outpatient',
    part2: 'part2',
    zone: 'America/Chicago',
    asOf: '2026-11-30',
    member: dee,
    entries,
    ...changed,
  }
}
